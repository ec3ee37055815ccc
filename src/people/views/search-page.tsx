import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/form.tsx'
import { DataTable } from '../../ui/table.tsx'

export type Found = {
  readonly kind: 'Personne' | 'Logement' | 'Bâtiment' | 'Résidence'
  readonly name: string
  readonly where: string
  readonly href: string
}
type Props = { readonly asked: string; readonly found: readonly Found[] | undefined }

const COLUMNS = [
  {
    header: 'Nom',
    cell: (one: Found) => (
      <a href={one.href}>
        <bdi>{one.name}</bdi>
      </a>
    ),
  },
  { header: 'Quoi', cell: (one: Found) => one.kind },
  { header: 'Où', cell: (one: Found) => <bdi>{one.where}</bdi> },
]

/** A link or a GET form: what is looked for stands in the address, so that going back finds it again. */
export const SearchPage = ({ asked, found }: Props) => (
  <>
    <h1>Rechercher</h1>
    <search>
      <form method="get">
        <Field
          form={{ values: { q: asked }, errors: {} }}
          name="q"
          label="Un nom, une adresse, un numéro"
          type="search"
          hint="Les accents et les fautes de frappe ne gênent pas. La recherche reste dans votre union."
          maxLength={200}
        />
        <button class="btn" type="submit">
          Chercher
        </button>
      </form>
    </search>
    {found === undefined ? null : found.length === 0 ? (
      <EmptyState sentence="Rien ne ressemble à ces mots. Essayez un seul mot, ou le début d’un numéro." />
    ) : (
      <DataTable
        caption="Ce qui ressemble le plus vient d’abord"
        columns={COLUMNS}
        rows={found}
        keyOf={(one) => one.href}
      />
    )}
  </>
)
