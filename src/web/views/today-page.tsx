import type { Door } from '../../access/door.ts'
import type { Actor } from '../../access/scope.ts'
import { TodayComplaints } from '../../caseload/public.ts'
import type { ReceivedRow } from '../../institutions/public.ts'
import { type CalendarDay, dayIn } from '../../kernel/calendar-day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatDay } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import type { Today } from '../today.ts'
import { AdministrationPart } from './today-administration.tsx'
import { FieldActs, FieldParts } from './today-field.tsx'

type Props = {
  readonly actor: Actor
  readonly today: CalendarDay
  readonly now: Date
  readonly doors: readonly Door[]
} & Today

/** Where one lands: what waits for this person, and what to do next. */
export const TodayPage = ({
  actor,
  today,
  now,
  doors,
  field,
  complaints,
  received,
  administration,
}: Props) => (
  <>
    <h1>
      Aujourd’hui, <span class="num">{formatDay(today)}</span>
    </h1>
    <p class="lead">
      <bdi>{actor.spaceName}</bdi>
    </p>
    {field ? <FieldActs {...field} follows={complaints !== undefined} /> : null}
    {complaints ? <TodayComplaints {...complaints} today={today} /> : null}
    {field ? <FieldParts {...field} /> : null}
    {received ? <ReceivedPart received={received} doors={doors} /> : null}
    {administration ? <AdministrationPart {...administration} now={now} /> : null}
    {field || received || administration ? null : <NothingHere />}
  </>
)

/** A circle that reads no content yet. */
const NothingHere = () => (
  <EmptyState
    sentence={
      'Rien ne vous attend ici\u202f: votre cercle ne lit pas ce que l’espace reçoit. Si c’est une erreur, parlez-en à l’administration.'
    }
  >
    <p>
      <a href="/espace">Voir qui est dans l’espace, et vos cercles</a>
    </p>
  </EmptyState>
)

const ReceivedPart = ({ received, doors }: { received: readonly ReceivedRow[]; doors: readonly Door[] }) => (
  <section class="part" aria-labelledby="recu">
    <h2 id="recu">Reçu en dernier</h2>
    {received.length === 0 ? (
      <EmptyState
        sentence={
          'Rien n’est arrivé dans cet espace. Ce qu’un autre espace vous adressera se lira ici\u202f; la page des portes dit ce qui peut passer.'
        }
      />
    ) : (
      <DataTable
        caption="Ce qui est arrivé par une porte"
        rows={received}
        keyOf={(row) => row.id}
        columns={[
          {
            header: 'Quoi',
            cell: (row) => (
              <a href={`/recu#recu-${row.id}`}>{doors.find((d) => d.name === row.door)?.title ?? row.door}</a>
            ),
          },
          { header: 'De', cell: (row) => <bdi>{row.from_name}</bdi> },
          { header: 'Le', cell: (row) => saidOf(row) },
        ]}
      />
    )}
    <div class="acts">
      {received.length === 0 ? null : (
        <a class="btn second" href="/recu">
          Lire ce qui est arrivé
        </a>
      )}
      <a class="btn second" href="/espace/portes">
        Voir les portes
      </a>
    </div>
  </section>
)

const saidOf = ({ received_at, undone_at }: ReceivedRow): string => {
  const came = formatDay(dayIn(received_at))
  return undone_at === null ? came : `${came}, repris le ${formatDay(dayIn(undone_at))}`
}
