import { DataTable } from '../../ui/table.tsx'
import type { Family } from '../store/nomenclature.ts'

const COLUMNS = [
  { header: 'Famille', cell: (f: Family) => f.label },
  {
    header: 'Ce qu’elle distingue',
    cell: (f: Family) => (f.kinds.length === 0 ? '' : f.kinds.map((k) => k.label).join(' · ')),
  },
  { header: 'Code', cell: (f: Family) => <bdi>{f.code}</bdi> },
]

/** The words in which demands will be sorted, the same for everybody. */
export const NomenclaturePage = ({ families }: { families: readonly Family[] }) => (
  <>
    <h1>Nomenclature</h1>
    <p class="lead">
      De quoi une demande peut parler. Les mots sont les mêmes pour chaque union et chaque guichet, et un code
      ne change jamais de sens.
    </p>
    <DataTable caption="Familles de demandes" columns={COLUMNS} rows={families} keyOf={(f) => f.code} />
  </>
)
