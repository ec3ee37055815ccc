import { EmptyState } from '../../ui/empty-state.tsx'
import type { Actor } from '../../access/scope.ts'
import { Field } from '../../ui/form.tsx'
import { formatCount, formatInstant } from '../../ui/format.fr.ts'
import { Pager } from '../../ui/pager.tsx'
import { DataTable } from '../../ui/table.tsx'
import type { JournalFilter, JournalLine } from '../store/journal.ts'
import { tableWords, verbWords } from '../words.fr.ts'
import { pageOfRow } from './page-of-row.ts'
import type { Names } from './members-page.tsx'

type Props = {
  readonly actor: Actor
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
export const JournalPage = ({ actor, lines, count, names, filter, page, pages }: Props) => (
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
      <LineTable actor={actor} lines={lines} names={names} filter={filter} />
    )}
    <Pager page={page} pages={pages} hrefOf={(n) => journalPath(filter, n)} />
  </>
)

const PersonFilter = ({ names, filter }: Pick<Props, 'names' | 'filter'>) => {
  const form = { values: { personne: filter.accountId ?? '' }, errors: {} }
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
        {filter.rowId === undefined ? null : (
          <p>
            Seulement l’objet <ShortId id={filter.rowId} />
            <input type="hidden" name="ligne" value={filter.rowId} />
          </p>
        )}
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

/** The end of an identifier tells rows apart; its beginning is the same for all that was written at one time. */
const endOf = (id: string): string => `…${id.slice(-8)}`

const ShortId = ({ id }: { id: string }) => <bdi class="num">{endOf(id)}</bdi>

const LineTable = ({ actor, lines, names, filter }: Pick<Props, 'actor' | 'lines' | 'names' | 'filter'>) => (
  <DataTable
    caption="Lignes du journal, la plus récente d’abord"
    rows={lines}
    keyOf={(l) => l.id}
    columns={[
      { header: 'Quand', cell: (l) => formatInstant(l.at) },
      { header: 'Qui', cell: (l) => <bdi>{whoOf(l, names)}</bdi> },
      { header: 'Geste', cell: (l) => verbWords[l.verb] ?? l.verb },
      { header: 'Sur', cell: (l) => <RowKind actor={actor} line={l} /> },
      {
        header: 'Objet',
        cell: (l) =>
          l.row_id === null ? (
            ''
          ) : (
            <a
              href={journalPath({ ...filter, rowId: l.row_id })}
              aria-label={`Les lignes de l’objet ${endOf(l.row_id)}`}
            >
              <ShortId id={l.row_id} />
            </a>
          ),
      },
    ]}
  />
)

/** The kind of row, which leads to its page when whoever reads may open it. */
function RowKind({ actor, line }: { actor: Actor; line: JournalLine }) {
  const said = tableWords[line.table_name] ?? line.table_name
  const href = line.verb === 'delete' ? undefined : pageOfRow(actor, line)
  return href === undefined ? said : <a href={href}>{said}</a>
}

const whoOf = ({ account_id }: JournalLine, names: Names): string =>
  account_id === null ? 'Palier' : (names.get(account_id) ?? 'une personne qui n’est pas de cet espace')
