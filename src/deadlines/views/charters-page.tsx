import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { sayLength } from '../../kernel/working-calendar.fr.ts'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { deBefore, formatDay } from '../../ui/format.fr.ts'
import { type Column, DataTable } from '../../ui/table.tsx'
import type { CharterVersion } from '../domain/charter.ts'
import type { CharterRow } from '../store/charter-rows.ts'
import { sayTrigger, sayValidity } from '../words.fr.ts'

export type PublishedPart = {
  readonly key: string
  readonly institutionName: string
  readonly publishedOn: CalendarDay
  readonly versions: readonly CharterVersion[]
}
type Props = {
  readonly rows: readonly CharterRow[]
  readonly published: readonly PublishedPart[]
  readonly isDesk: boolean
  readonly mayWrite: boolean
}

/** What landlords promised: their own publications first, then what this space wrote down. */
export const ChartersPage = ({ rows, published, isDesk, mayWrite }: Props) => (
  <>
    <h1>{isDesk ? 'Votre charte' : 'Chartes des bailleurs'}</h1>
    <p class="lead">
      Ce qu’un bailleur a promis, avec le document qui le dit. Un engagement <Chip kind="C" /> n’est jamais
      montré comme une loi.
    </p>
    {published.map((part) => (
      <section class="part" key={part.key}>
        <h2>
          <bdi>{part.institutionName}</bdi>, publié par le bailleur
        </h2>
        <p class="quiet">Depuis le {formatDay(part.publishedOn)}.</p>
        <DataTable
          caption={`Charte publiée, ${part.institutionName}`}
          columns={PROMISE_COLUMNS}
          rows={part.versions}
          keyOf={({ id }) => id}
        />
      </section>
    ))}
    {rows.length === 0 ? (
      <EmptyState
        sentence={
          isDesk ? 'Aucun engagement n’est encore écrit ici.' : 'Votre union n’a encore saisi aucune charte.'
        }
      />
    ) : (
      [...Map.groupBy(rows, ({ institutionId }) => institutionId)].map(([id, own]) => (
        <OwnPart key={id} rows={own} isDesk={isDesk} />
      ))
    )}
    <div class="acts">
      {mayWrite ? (
        <a class="btn" href="/chartes/nouvelle">
          Ajouter un engagement
        </a>
      ) : null}
      {isDesk ? (
        <a class="btn second" href="/chartes/publication">
          Publier la charte
        </a>
      ) : null}
      <a href="/delais">Tous les délais</a>
    </div>
  </>
)

const OwnPart = ({ rows, isDesk }: { rows: readonly CharterRow[]; isDesk: boolean }) => {
  const name = rows[0]?.institutionName ?? ''
  return (
    <section class="part">
      <h2>
        <bdi>{name}</bdi>
        {isDesk ? null : ', saisi par votre union'}
      </h2>
      <DataTable
        caption={`Engagements ${deBefore(name)}${name}`}
        columns={[
          {
            header: 'Engagement',
            cell: (row: CharterRow) => (
              <a href={`/chartes/${row.id}`}>
                <bdi>{row.title}</bdi>
              </a>
            ),
          },
          ...PROMISE_COLUMNS.slice(1),
        ]}
        rows={rows}
        keyOf={({ id }) => id}
      />
    </section>
  )
}

/** The same four facts of a promise, wherever it is listed. */
export const PROMISE_COLUMNS: readonly Column<CharterVersion>[] = [
  { header: 'Engagement', cell: ({ title }) => <bdi>{title}</bdi> },
  { header: 'Durée', cell: ({ length, unit }) => sayLength(length, unit) },
  { header: 'Part de', cell: ({ startsOn }) => sayTrigger(startsOn) },
  { header: 'Valable', cell: sayValidity },
]
