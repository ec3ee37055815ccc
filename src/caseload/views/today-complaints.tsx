import type { ComponentChildren } from 'preact'
import { type CalendarDay, dayIn } from '../../kernel/calendar-day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatDay } from '../../ui/format.fr.ts'
import type { ListedComplaint } from '../domain/listed-complaint.ts'
import type { ActByCode, ComplaintsToday, ErasureAsked, PassedDeadline } from '../store/today.ts'
import { KIND_WORDS, sayPlace, sayProblem } from '../../complaints/public.ts'
import { sayWait } from './list-words.fr.ts'

type Props = ComplaintsToday & { readonly today: CalendarDay }

/** What asks for somebody today, the household's own acts first among what is new. */
export const TodayComplaints = (p: Props) =>
  p.longest.length + p.byCode.length + p.erasures.length === 0 ? (
    <NothingWaits />
  ) : (
    <>
      <Erasures rows={p.erasures} mayErase={p.mayErase} />
      <FollowUps rows={p.toFollowUp} today={p.today} />
      <Lines
        id="promesses"
        title="Promesses passées"
        rows={p.promisesPassed}
        all="/reclamations?promesse=passee"
        say={(row) => (row.nextPromiseOn ? `promis pour le ${formatDay(row.nextPromiseOn)}` : '')}
      />
      <Deadlines rows={p.deadlinesPassed} />
      <Lines
        id="clotures"
        title="Clos par le bailleur, pas par le foyer"
        rows={p.closures}
        all="/reclamations?contestee=oui"
        allSaid="Toutes les clôtures contestées"
        say={(row) => (row.contested ? 'clôture contestée' : 'le foyer n’a pas encore dit si c’est réparé')}
      />
      <ByCode rows={p.byCode} />
      <Lines
        id="longues"
        title="Les plus longues attentes"
        rows={p.longest}
        all="/reclamations"
        say={(row) => sayWait(row, p.today)}
      />
    </>
  )

const NothingWaits = () => (
  <section class="part" aria-labelledby="reclamations">
    <h2 id="reclamations">Réclamations</h2>
    <EmptyState
      sentence={
        'Aucune attente en cours n’est notée. Quand un foyer dit ce qui ne va pas, notez où, quoi et depuis quand\u202f: il faut moins d’une minute.'
      }
    >
      <p>
        <a href="/reclamations/nouvelle">Noter une réclamation</a>
      </p>
    </EmptyState>
  </section>
)

const Line = ({ id, words, children }: { id: string; words: string; children: ComponentChildren }) => (
  <li>
    <a href={`/reclamations/${id}`}>
      <bdi>{words}</bdi>
    </a>
    {'\u202f'}: {children}
  </li>
)

const lineOf = (row: ListedComplaint): string => `${sayProblem(row)}, ${sayPlace(row)}`

const FollowUps = ({ rows, today }: { rows: readonly ListedComplaint[]; today: CalendarDay }) => (
  <section class="part" aria-labelledby="relancer">
    <h2 id="relancer">À relancer</h2>
    {rows.length === 0 ? (
      <p>
        Rien à relancer aujourd’hui parmi ce qui vous est confié ou n’est confié à personne. Sur une
        réclamation, le suivi dit quand y revenir.
      </p>
    ) : (
      <>
        <ul>
          {rows.map((row) => (
            <Line key={row.id} id={row.id} words={lineOf(row)}>
              {row.followUpOn === today
                ? 'aujourd’hui'
                : `depuis le ${row.followUpOn ? formatDay(row.followUpOn) : ''}`}
              {row.assignee === undefined ? ', confiée à personne' : null}
            </Line>
          ))}
        </ul>
        <p>
          <a href="/reclamations?relance=oui">Tout ce qui est à relancer</a>
        </p>
      </>
    )}
  </section>
)

type LinesProps = {
  readonly id: string
  readonly title: string
  readonly rows: readonly ListedComplaint[]
  readonly all: string
  /** Where the list that it leads to is not quite this one. */
  readonly allSaid?: string
  readonly say: (row: ListedComplaint) => string
}

/** A question whose answer is «none» today takes no room. */
const Lines = ({ id, title, rows, all, allSaid, say }: LinesProps) =>
  rows.length === 0 ? null : (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {rows.map((row) => (
          <Line key={row.id} id={row.id} words={lineOf(row)}>
            {say(row)}
          </Line>
        ))}
      </ul>
      <p>
        <a href={all}>
          {allSaid ?? (
            <>
              La liste entière<span class="hidden">, {title.toLowerCase()}</span>
            </>
          )}
        </a>
      </p>
    </section>
  )

const Deadlines = ({ rows }: { rows: readonly PassedDeadline[] }) =>
  rows.length === 0 ? null : (
    <section class="part" aria-labelledby="delais-passes">
      <h2 id="delais-passes">Délais passés cette semaine</h2>
      <ul>
        {rows.map(({ complaintId, dueOn, title, place }) => (
          <Line key={`${complaintId} ${title}`} id={complaintId} words={place}>
            {title}, c’était pour le {formatDay(dueOn)}
          </Line>
        ))}
      </ul>
    </section>
  )

const ByCode = ({ rows }: { rows: readonly ActByCode[] }) =>
  rows.length === 0 ? null : (
    <section class="part" aria-labelledby="par-code">
      <h2 id="par-code">Écrit par les foyers, avec leur code</h2>
      <p>Depuis sept jours.</p>
      <ul>
        {rows.map(({ complaintId, kind, at, place }) => (
          <Line key={`${complaintId} ${at.toISOString()}`} id={complaintId} words={place}>
            {KIND_WORDS[kind].title}, le {formatDay(dayIn(at))}
          </Line>
        ))}
      </ul>
    </section>
  )

const Erasures = ({ rows, mayErase }: { rows: readonly ErasureAsked[]; mayErase: boolean }) =>
  rows.length === 0 ? null : (
    <section class="part" aria-labelledby="effacements">
      <h2 id="effacements">À effacer</h2>
      <ul>
        {rows.map(({ complaintId, before, place }) => (
          <Line key={complaintId} id={complaintId} words={place}>
            Un foyer demande que tout soit effacé, avant le {formatDay(before)}.{' '}
            {mayErase ? <a href={`/reclamations/${complaintId}/effacer`}>Effacer</a> : null}
          </Line>
        ))}
      </ul>
    </section>
  )
