import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatDay, formatInstant, formatNumber } from '../../ui/format.fr.ts'
import { Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { sayBytes } from './file-words.fr.ts'

export type ShownSource = {
  readonly id: string
  readonly name: string
  readonly landlord: string | undefined
  readonly agreement: string
  /** Absent while no file of it was read to the end. */
  readonly last:
    | {
        readonly vintage: number
        readonly readOn: CalendarDay
        readonly kept: number
        readonly rejected: number
        readonly asOf: CalendarDay
      }
    | undefined
}

/** A file that stopped arriving. */
type CutFile = {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
  readonly recordedAt: Date
}

type Props = {
  readonly sources: readonly ShownSource[]
  readonly cut: readonly CutFile[]
  readonly agreements: number
  readonly mayLoad: boolean
  readonly mayAgree: boolean
}

export const SourcesPage = ({ sources, cut, agreements, mayLoad, mayAgree }: Props) => (
  <>
    <h1>Sources</h1>
    <p class="lead">
      Des fichiers de demandes, tenus par un bailleur ou une ville{'\u202f'}: ils disent les attentes à leur
      horloge.
    </p>
    {cut.map((file) => (
      <Notice key={file.id} tone="lamp">
        <p>
          L’envoi de <bdi>{file.fileName}</bdi>, le {formatInstant(file.recordedAt)}, a été coupé après{' '}
          {sayBytes(file.bytes)}
          {'\u202f'}: rien de ce fichier n’a été gardé. Envoyez-le de nouveau.
        </p>
      </Notice>
    ))}
    {sources.length === 0 ? (
      <EmptyState sentence={sayNext(agreements, mayLoad, mayAgree)}>
        {agreements === 0 && mayAgree ? <a href="/sources/accords/nouveau">Noter une convention</a> : null}
      </EmptyState>
    ) : (
      <SourceTable sources={sources} />
    )}
    <div class="acts">
      {mayLoad && agreements > 0 ? (
        <a class="btn" href="/sources/nouvelle">
          Charger un fichier
        </a>
      ) : null}
      <a class="btn second" href="/sources/accords">
        Conventions de données
      </a>
    </div>
  </>
)

function sayNext(agreements: number, mayLoad: boolean, mayAgree: boolean): string {
  if (!mayLoad && !mayAgree)
    return 'Aucune source. Les personnes qui répondent des fichiers de cet espace peuvent en charger une.'
  if (agreements > 0)
    return 'Aucune source. Chargez un premier fichier\u202f: CSV, Excel, LibreOffice ou Parquet.'
  return mayAgree
    ? 'Aucune source. Notez d’abord la convention sous laquelle des fichiers vous sont donnés, puis chargez-les.'
    : 'Aucune source. La personne qui garde les données doit d’abord noter la convention sous laquelle des fichiers vous sont donnés.'
}

const SourceTable = ({ sources }: { sources: readonly ShownSource[] }) => (
  <DataTable
    caption="Sources de cet espace"
    rows={sources}
    keyOf={(s) => s.id}
    columns={[
      {
        header: 'Source',
        cell: (s) => (
          <a href={`/sources/${s.id}`}>
            <bdi>{s.name}</bdi>
          </a>
        ),
      },
      { header: 'Bailleur', cell: (s) => (s.landlord === undefined ? null : <bdi>{s.landlord}</bdi>) },
      { header: 'Convention', cell: (s) => <bdi>{s.agreement}</bdi> },
      { header: 'Lue le', cell: (s) => (s.last ? formatDay(s.last.readOn) : 'pas encore lue') },
      { header: 'Demandes', numeric: true, cell: (s) => (s.last ? formatNumber(s.last.kept) : null) },
      {
        header: 'Lignes rejetées',
        numeric: true,
        cell: (s) => (s.last ? formatNumber(s.last.rejected) : null),
      },
      { header: 'État au', cell: (s) => (s.last ? formatDay(s.last.asOf) : null) },
    ]}
  />
)
