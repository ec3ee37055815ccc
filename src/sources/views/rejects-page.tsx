import { EmptyState } from '../../ui/empty-state.tsx'
import { formatCount, formatNumber } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import { sayReject } from './reject-words.fr.ts'

export type ShownReject = { readonly row: number; readonly header: string; readonly value: string }
export type RejectGroup = {
  readonly reason: string
  readonly count: number
  /** The first ones, in the order of the file. */
  readonly first: readonly ShownReject[]
}

type Props = {
  readonly id: string
  readonly name: string
  readonly fileName: string
  readonly groups: readonly RejectGroup[]
  readonly mayLoad: boolean
}

export const RejectsPage = ({ id, name, fileName, groups, mayLoad }: Props) => (
  <>
    <h1>Les lignes rejetées</h1>
    <p class="lead">
      <bdi>{name}</bdi>, fichier <bdi>{fileName}</bdi>. Aucune n’est comptée{'\u202f'}: rien n’est deviné à
      leur place.
    </p>
    {groups.length === 0 ? <EmptyState sentence="Aucune ligne de ce fichier n’a été rejetée." /> : null}
    {groups.map((group) => (
      <Group key={group.reason} {...group} />
    ))}
    {mayLoad && groups.length > 0 ? (
      <div class="acts">
        <a class="btn" href={`/sources/${id}/rejets.csv`}>
          Les emporter (CSV)
        </a>
        <a class="btn second" href={`/sources/${id}/fichier`}>
          Charger le fichier corrigé, entier
        </a>
        <a class="btn second" href={`/sources/${id}/corrections`}>
          Charger les seules lignes corrigées
        </a>
      </div>
    ) : null}
  </>
)

const Group = ({ reason, count, first }: RejectGroup) => {
  const { name, mend } = sayReject(reason)
  return (
    <section class="part">
      <h2>
        {formatCount(count, 'ligne')}
        {'\u202f'}: {name}
      </h2>
      <DataTable
        caption={`Lignes\u202f: ${name}`}
        rows={first}
        keyOf={(reject) => String(reject.row)}
        columns={[
          { header: 'Dans le fichier', cell: (reject) => `ligne ${formatNumber(reject.row)}` },
          { header: 'Colonne', cell: (reject) => <bdi>{reject.header}</bdi> },
          { header: 'Ce qui y est écrit', cell: (reject) => <bdi>{reject.value}</bdi> },
        ]}
      />
      <p>{mend}</p>
      {count > first.length ? (
        <p class="quiet">
          Les {formatNumber(first.length)} premières sont montrées{'\u202f'}; toutes sont dans le fichier à
          emporter.
        </p>
      ) : null}
    </section>
  )
}
