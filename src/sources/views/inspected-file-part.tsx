import { DefinitionList } from '../../ui/definition-list.tsx'
import { formatCount, quote } from '../../ui/format.fr.ts'
import { Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import type { InspectedFile } from '../domain/inspected-file.ts'
import { sayBytes, sayKind, sayOtherSheets, sayText } from './file-words.fr.ts'
import { isSensitiveKind, SENSITIVE_WORDS } from './sensitive-words.fr.ts'

export type ShownSensitive = {
  readonly header: string
  readonly kind: string
  readonly by: 'name' | 'content'
  readonly allowed: boolean
}

const ROWS_SHOWN = 5

/** What was found in a file, before anybody decides what it means. */
export const InspectedFilePart = ({
  file,
  sensitive,
  buildings,
}: {
  file: InspectedFile
  sensitive: readonly ShownSensitive[]
  buildings: readonly string[]
}) => (
  <section class="part">
    <h2>Ce que le fichier montre</h2>
    <DefinitionList items={factsOf(file)} />
    <SensitiveNotice sensitive={sensitive} />
    {buildings.length === 0 ? null : (
      <Notice>
        <p>
          {buildings.map(quote).join(', ')}
          {'\u202f'}: des adresses d’immeubles, que plusieurs demandes partagent. Comme lieu, une résidence ou
          un quartier suffit le plus souvent, et ne désigne personne.
        </p>
      </Notice>
    )}
    <FirstRows file={file} hidden={new Set(sensitive.filter((s) => !s.allowed).map((s) => s.header))} />
  </section>
)

const factsOf = (file: InspectedFile) => [
  {
    term: 'Fichier',
    value: (
      <>
        <bdi>{file.name}</bdi>, {sayBytes(file.bytes)}
      </>
    ),
  },
  { term: 'Forme', value: sayKind(file) },
  ...(file.text ? [{ term: 'Texte', value: sayText(file.text) }] : []),
  ...(file.sheet === null ? [] : [{ term: 'Feuille lue', value: <bdi>{file.sheet}</bdi> }]),
  ...(file.otherSheets.length === 0
    ? []
    : [{ term: 'Autres feuilles, pas lues', value: <bdi>{sayOtherSheets(file.otherSheets)}</bdi> }]),
  {
    term: 'Colonnes',
    value: `${formatCount(file.headers.length, 'colonne')}, nommées à la ligne ${file.headerRow}`,
  },
  ...(file.twiceNamed.length === 0
    ? []
    : [
        {
          term: 'Même nom plusieurs fois',
          value: `${file.twiceNamed.map(quote).join(', ')}\u202f: la deuxième colonne s’appelle ici ${quote(`${file.twiceNamed[0]} (2)`)}`,
        },
      ]),
]

const SensitiveNotice = ({ sensitive }: { sensitive: readonly ShownSensitive[] }) => {
  const [refused, allowed] = [sensitive.filter((s) => !s.allowed), sensitive.filter((s) => s.allowed)]
  return (
    <>
      {refused.length === 0 ? null : (
        <Notice tone="lamp">
          <p>
            <strong>Ces colonnes ne seront pas lues</strong>
            {'\u202f'}: elles parlent des personnes, et la convention ne le permet pas.
          </p>
          <SensitiveList columns={refused} />
        </Notice>
      )}
      {allowed.length === 0 ? null : (
        <Notice>
          <p>
            La convention permet ces colonnes, qui parlent des personnes. Ne les prenez que si la mesure en a
            besoin.
          </p>
          <SensitiveList columns={allowed} />
        </Notice>
      )}
    </>
  )
}

const SensitiveList = ({ columns }: { columns: readonly ShownSensitive[] }) => (
  <ul>
    {columns.map(({ header, kind, by }) => (
      <li key={header}>
        <bdi>{quote(header)}</bdi>
        {'\u202f'}: {isSensitiveKind(kind) ? SENSITIVE_WORDS[kind].name.toLowerCase() : kind},{' '}
        {by === 'name' ? 'd’après son nom' : 'd’après ce qu’elle contient'}
      </li>
    ))}
  </ul>
)

const FirstRows = ({ file, hidden }: { file: InspectedFile; hidden: ReadonlySet<string> }) => {
  const rows = file.sample.slice(0, ROWS_SHOWN).map((cells, i) => ({ number: file.headerRow + 1 + i, cells }))
  return (
    <details>
      <summary>Les {formatCount(rows.length, 'première ligne', 'premières lignes')}</summary>
      <DataTable
        caption="Premières lignes du fichier"
        rows={rows}
        keyOf={(row) => String(row.number)}
        columns={[
          { header: 'Ligne', numeric: true, cell: (row) => row.number },
          ...file.headers.map((header, i) => ({
            header,
            cell: (row: (typeof rows)[number]) =>
              hidden.has(header) ? 'non lue' : <bdi>{row.cells[i] ?? ''}</bdi>,
          })),
        ]}
      />
    </details>
  )
}
