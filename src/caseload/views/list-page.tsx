import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatDay } from '../../ui/format.fr.ts'
import { State } from '../../ui/chip.tsx'
import { DataTable } from '../../ui/table.tsx'
import { listHref, queryOf } from '../domain/list-address.fr.ts'
import type { ListCursor, ListFilter } from '../domain/list-filter.ts'
import type { ListedComplaint } from '../domain/listed-complaint.ts'
import type { SavedView } from '../domain/saved-view.ts'
import type { FilterNames } from '../store/filter-names.ts'
import type { ListPage as Listed } from '../store/lists.ts'
import { type FilterChoices, ListFilters, Unread } from './list-filters.tsx'
import { sayPlace, sayProblem } from '../../complaints/public.ts'
import { ENDING_WORDS, sayCount, sayTold, sayWait } from './list-words.fr.ts'

export type ListProps = Listed & {
  readonly filter: ListFilter
  readonly unread: readonly string[]
  readonly names: FilterNames
  readonly choices: FilterChoices
  readonly count: number
  /** Where this page begins; absent on the first. */
  readonly after?: ListCursor
  readonly views: readonly SavedView[]
  readonly today: CalendarDay
  readonly mayExport: boolean
}

/** Every complaint that a filter keeps, the longest wait first. */
export const ListPage = (p: ListProps) => (
  <>
    <h1>Réclamations</h1>
    <p class="lead">
      {sayCount(p.count)}
      {p.count > 1 ? ', la plus longue attente d’abord' : null}. Une attente en cours se compte «{'\u202f'}au
      moins
      {'\u202f'}».
    </p>
    <div class="acts">
      <a class="btn" href="/reclamations/nouvelle">
        Noter une réclamation
      </a>
      <a class="btn second" href="/reclamations/chiffres">
        Les chiffres
      </a>
    </div>
    <SavedViews views={p.views} filter={p.filter} />
    <ListFilters filter={p.filter} names={p.names} choices={p.choices} />
    <Unread asked={p.unread} />
    {p.complaints.length === 0 ? (
      <Nothing filter={p.filter} />
    ) : (
      <ListTable rows={p.complaints} today={p.today} />
    )}
    <Turn {...p} />
    <p>
      <a href="/reclamations/courriel">Le courriel du matin</a> dit ce qui est à relancer.
    </p>
    {p.complaints.length === 0 || !p.mayExport ? null : <Exports filter={p.filter} />}
  </>
)

const SavedViews = ({ views, filter }: { views: readonly SavedView[]; filter: ListFilter }) => (
  <nav aria-label="Vos vues">
    <p>
      {views.length === 0 ? 'Une liste où vous revenez peut avoir un nom.' : 'Vos vues\u202f: '}
      {views.map(({ id, name, query }, at) => (
        <span key={id}>
          {at > 0 ? ' · ' : null}
          <a
            href={`/reclamations${query === '' ? '' : `?${query}`}`}
            {...(query === queryOf(filter) ? { 'aria-current': 'true' as const } : {})}
          >
            <bdi>{name}</bdi>
          </a>
        </span>
      ))}{' '}
      <a href={`/reclamations/vues/nouvelle?${queryOf(filter)}`}>Garder cette liste</a>
      {views.length === 0 ? null : (
        <>
          {' · '}
          <a href="/reclamations/vues">Ranger vos vues</a>
        </>
      )}
    </p>
  </nav>
)

const Nothing = ({ filter }: { filter: ListFilter }) =>
  queryOf(filter) === '' ? (
    <EmptyState
      sentence={
        'Aucune attente en cours n’est notée. Quand un foyer dit ce qui ne va pas, notez où, quoi et depuis quand\u202f: l’attente a une date dès ce jour.'
      }
    />
  ) : (
    <EmptyState sentence="Aucune réclamation ne répond à tout cela. Enlevez un filtre." />
  )

export const ListTable = ({ rows, today }: { rows: readonly ListedComplaint[]; today: CalendarDay }) => (
  <DataTable
    caption="Réclamations, la plus longue attente d’abord"
    rows={rows}
    keyOf={({ id }) => id}
    columns={[
      {
        header: 'Lieu',
        cell: (row) => (
          <a href={`/reclamations/${row.id}`}>
            <bdi>{sayPlace(row)}</bdi>
          </a>
        ),
      },
      { header: 'Objet', cell: sayProblem },
      { header: 'Attente', cell: (row) => <span class="num">{sayWait(row, today)}</span> },
      { header: 'Signalé', cell: sayTold },
      { header: 'Où en est-on', cell: (row) => <Standing row={row} today={today} /> },
      { header: 'Qui suit', cell: (row) => <bdi>{row.assignee ?? 'personne'}</bdi> },
    ]}
  />
)

/** Only what asks for something: what is as it should be is not said. */
function Standing({ row, today }: { row: ListedComplaint; today: CalendarDay }) {
  const said = standingOf(row, today)
  if (row.ended) return <>{ENDING_WORDS[row.ended.how]}</>
  return (
    <>
      {said.map((words, at) => (
        <span key={words}>
          {at > 0 ? ', ' : null}
          <State tone="late">{words}</State>
        </span>
      ))}
      {said.length === 0
        ? row.ball === 'household'
          ? 'au foyer de dire la suite'
          : 'au bailleur d’agir'
        : null}
    </>
  )
}

function standingOf(row: ListedComplaint, today: CalendarDay): readonly string[] {
  const past = (day: CalendarDay | undefined): day is CalendarDay => day !== undefined && day < today
  return [
    ...(row.contested ? ['clôture contestée'] : []),
    ...(past(row.nextPromiseOn) ? [`promesse du ${formatDay(row.nextPromiseOn)} passée`] : []),
    ...(past(row.nextDueOn) ? [`délai du ${formatDay(row.nextDueOn)} passé`] : []),
    ...(row.followUpOn && row.followUpOn <= today
      ? [`à relancer depuis le ${formatDay(row.followUpOn)}`]
      : []),
  ]
}

const Turn = ({ filter, after, next }: Pick<ListProps, 'filter' | 'after' | 'next'>) =>
  after === undefined && next === undefined ? null : (
    <nav class="acts" aria-label="Pages">
      {after === undefined ? null : (
        <a class="btn second" rel="prev" href={listHref(filter)}>
          Revenir au début
        </a>
      )}
      {next === undefined ? null : (
        <a class="btn second" rel="next" href={listHref(filter, next)}>
          Les suivantes
        </a>
      )}
    </nav>
  )

const Exports = ({ filter }: { filter: ListFilter }) => (
  <section class="part" aria-labelledby="export">
    <h2 id="export">Emporter cette liste</h2>
    <p>
      Le fichier dit les lieux et les attentes, jamais les noms ni les mots des foyers. Il reste dans l’union
      {'\u202f'}: une porte suffit à reconnaître quelqu’un. Chaque export laisse une trace.
    </p>
    <ul>
      <li>
        <a href={`/reclamations/export.csv?${queryOf(filter)}`} download>
          Tableau (CSV)
        </a>
      </li>
      <li>
        <a href={`/reclamations/export.json?${queryOf(filter)}`} download>
          Données (JSON)
        </a>
      </li>
      <li>
        <a href="/reclamations/export-codes.json" download>
          Ce que dit chaque colonne (JSON)
        </a>
      </li>
    </ul>
  </section>
)
