import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { formatDay, formatNumber } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import type { VintageChanges } from '../domain/vintage.ts'

export type ShownVintage = {
  readonly vintage: number
  readonly fileName: string
  readonly readOn: CalendarDay
  readonly asOf: CalendarDay
  readonly rows: number
  readonly kept: number
  readonly rejected: Readonly<Record<string, number>>
  readonly changes: VintageChanges
}

export const sum = (rejected: Readonly<Record<string, number>>): number =>
  Object.values(rejected).reduce((total, n) => total + n, 0)

const changed = (kind: 'opened' | 'closed' | 'reopened' | 'rewritten' | 'gone') => ({
  numeric: true,
  cell: ({ changes }: ShownVintage) => (changes.comparedWith === null ? null : formatNumber(changes[kind])),
})

const CHANGES = [
  { header: 'Nouvelles demandes', ...changed('opened') },
  { header: 'Fermées', ...changed('closed') },
  { header: 'Rouvertes', ...changed('reopened') },
  { header: 'Réécrites', ...changed('rewritten') },
  { header: 'Disparues', ...changed('gone') },
]

export const Vintages = ({ vintages }: { vintages: readonly ShownVintage[] }) => (
  <section class="part">
    <h2>Les fichiers lus</h2>
    <DataTable
      caption="Fichiers lus, le dernier d’abord"
      rows={vintages}
      keyOf={(row) => String(row.vintage)}
      columns={[
        { header: 'Fichier', cell: (row) => <bdi>{row.fileName}</bdi> },
        { header: 'Lu le', cell: (row) => formatDay(row.readOn) },
        { header: 'État au', cell: (row) => formatDay(row.asOf) },
        { header: 'Demandes', numeric: true, cell: (row) => formatNumber(row.kept) },
        ...(vintages.some(({ changes }) => changes.comparedWith !== null) ? CHANGES : []),
        { header: 'Lignes rejetées', numeric: true, cell: (row) => formatNumber(sum(row.rejected)) },
      ]}
    />
    <p class="quiet">{sayComparison(vintages[0])}</p>
  </section>
)

function sayComparison(last: ShownVintage | undefined): string {
  if (last?.changes.comparedWith === null)
    return last.changes.because === 'first_vintage'
      ? 'Le prochain fichier sera comparé à celui-ci\u202f: demandes nouvelles, fermées, rouvertes, réécrites, disparues.'
      : 'Sans numéro de demande, deux fichiers ne se comparent pas demande par demande.'
  return 'Nouvelles, fermées, rouvertes, réécrites, disparues\u202f: par rapport au fichier d’avant.'
}
