import { EmptyState } from '../../ui/empty-state.tsx'
import { formatCount, formatDay } from '../../ui/format.fr.ts'
import { Notice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { DataTable } from '../../ui/table.tsx'
import type { Person } from '../domain/person.ts'
import type { Whereabouts } from '../store/whereabouts.ts'
import { HomeLink } from './place-line.tsx'

export type ListedPerson = { readonly person: Person; readonly place: Whereabouts | undefined }
type Props = {
  readonly people: readonly ListedPerson[]
  readonly counted: { readonly people: number; readonly more: boolean }
  readonly page: number
  readonly pages: number
  readonly justErased: boolean
}

const COLUMNS = [
  {
    header: 'Nom',
    cell: ({ person }: ListedPerson) => (
      <a href={`/personnes/${person.id}`}>
        <bdi>{person.name}</bdi>
      </a>
    ),
  },
  {
    header: 'Logement',
    cell: ({ place }: ListedPerson) => (place ? <HomeLink place={place} /> : 'pas noté'),
  },
  { header: 'Dernier contact', cell: ({ person }: ListedPerson) => formatDay(person.lastContactOn) },
]

export const PeopleList = ({ people, counted, page, pages, justErased }: Props) => (
  <>
    <h1>Personnes</h1>
    {justErased ? (
      <Notice tone="moss">
        <p>La personne est effacée, avec ses logements, ses accords et ce qui était sorti de l’union.</p>
      </Notice>
    ) : null}
    <div class="acts">
      <a class="btn" href="/personnes/nouvelle">
        Noter une personne
      </a>
      <a class="btn second" href="/recherche">
        Rechercher
      </a>
    </div>
    {counted.people === 0 ? (
      <EmptyState sentence="Personne n’est noté pour l’instant. Commencez par les voisin·es que vous venez de rencontrer." />
    ) : (
      <>
        <DataTable
          caption={`${counted.more ? 'Plus de ' : ''}${formatCount(counted.people, 'personne')}`}
          columns={COLUMNS}
          rows={people}
          keyOf={(row) => row.person.id}
        />
        <Pager page={page} pages={pages} hrefOf={(n) => `/personnes?page=${n}`} />
      </>
    )}
  </>
)
