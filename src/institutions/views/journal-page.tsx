import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/form.tsx'
import { formatCount, formatInstant } from '../../ui/format.fr.ts'
import { Pager } from '../../ui/pager.tsx'
import { DataTable } from '../../ui/table.tsx'
import type { JournalFilter, JournalLine } from '../store/journal.ts'
import { tableWords, verbWords } from '../words.fr.ts'
import type { Names } from './members-page.tsx'

type Props = {
  readonly lines: readonly JournalLine[]
  readonly count: number
  readonly names: Names
  readonly filter: JournalFilter
  readonly page: number
  readonly pages: number
}

export const journalPath = ({ accountId, rowId }: JournalFilter, page = 1): string => {
  const isLater = page > 1
  const query = new URLSearchParams({
    ...(accountId ? { personne: accountId } : {}),
    ...(rowId ? { ligne: rowId } : {}),
    ...(isLater ? { page: String(page) } : {}),
  }).toString()
  return query === '' ? '/espace/journal' : `/espace/journal?${query}`
}

/** The trace of the space: who, when, what was done to which row. Contents are never in it. */
export const JournalPage = ({ lines, count, names, filter, page, pages }: Props) => (
  <>
    <h1>Journal de l’espace</h1>
    <p class="lead">
      Chaque écriture et chaque lecture d’une fiche laisse une ligne. Le journal dit qui, quand et sur quoi
      {'\u202f'}; jamais ce qui est écrit. Les lignes sont enchaînées par empreinte, et la chaîne est ancrée
      hors de la base.
    </p>
    <PersonFilter names={names} filter={filter} />
    <p>{formatCount(count, 'ligne')}</p>
    {lines.length === 0 ? (
      <EmptyState sentence="Aucune ligne ne correspond." />
    ) : (
      <LineTable lines={lines} names={names} filter={filter} />
    )}
    <Pager page={page} pages={pages} hrefOf={(n) => journalPath(filter, n)} />
  </>
)

const PersonFilter = ({ names, filter }: Pick<Props, 'names' | 'filter'>) => {
  const form = { values: { personne: filter.accountId ?? '', ligne: filter.rowId ?? '' }, errors: {} }
  const people = [...names].map(([value, label]) => ({ value, label }))
  return (
    <search aria-label="Filtrer le journal">
      <form method="get" action="/espace/journal">
        <Field
          form={form}
          name="personne"
          label="Personne"
          options={[{ value: '', label: 'Toutes' }, ...people]}
        />
        <Field
          form={form}
          name="ligne"
          label="Objet"
          hint="L’identifiant d’une fiche, tel que le journal l’écrit."
        />
        <div class="acts">
          <button class="btn second" type="submit">
            Filtrer
          </button>
          <a href="/espace/journal">Tout montrer</a>
        </div>
      </form>
    </search>
  )
}

const LineTable = ({ lines, names, filter }: Pick<Props, 'lines' | 'names' | 'filter'>) => (
  <DataTable
    caption="Lignes du journal, la plus récente d’abord"
    rows={lines}
    keyOf={(l) => l.id}
    columns={[
      { header: 'Quand', cell: (l) => formatInstant(l.at) },
      { header: 'Qui', cell: (l) => <bdi>{whoOf(l, names)}</bdi> },
      { header: 'Geste', cell: (l) => verbWords[l.verb] ?? l.verb },
      { header: 'Sur', cell: (l) => tableWords[l.table_name] ?? l.table_name },
      {
        header: 'Objet',
        cell: (l) =>
          l.row_id === null ? (
            ''
          ) : (
            <a href={journalPath({ ...filter, rowId: l.row_id })}>
              <code>{l.row_id}</code>
            </a>
          ),
      },
    ]}
  />
)

const whoOf = ({ account_id }: JournalLine, names: Names): string =>
  account_id === null ? 'Palier' : (names.get(account_id) ?? 'une personne qui n’est pas de cet espace')
