import { EmptyState } from '../../ui/empty-state.tsx'
import { formatCount, formatDay } from '../../ui/format.fr.ts'
import { Notice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { DataTable } from '../../ui/table.tsx'
import type { ListedPerson } from '../store/listing.ts'
import type { Whereabouts } from '../store/whereabouts.ts'
import { HomeLink } from './place-line.tsx'

type Row = { readonly person: ListedPerson; readonly place: Whereabouts | undefined }
type Props = {
  readonly people: readonly Row[]
  readonly page: number
  readonly more: boolean
  readonly justErased: boolean
}

const COLUMNS = [
  {
    header: 'Nom',
    cell: ({ person }: Row) => (
      <a href={`/personnes/${person.id}`}>
        <bdi>{person.name}</bdi>
      </a>
    ),
  },
  {
    header: 'Logement',
    cell: ({ place }: Row) => (place ? <HomeLink place={place} /> : 'pas noté'),
  },
  { header: 'Dernier contact', cell: ({ person }: Row) => formatDay(person.lastContactOn) },
]

/** All of them when they hold on one page; otherwise which page this is of a list in alphabetical order. */
const captionOf = (people: number, page: number, more: boolean): string =>
  page === 1 && !more ? formatCount(people, 'personne') : `Personnes, page ${page}`

export const PeopleList = ({ people, page, more, justErased }: Props) => (
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
    {people.length === 0 && page === 1 ? (
      <EmptyState sentence="Personne n’est noté pour l’instant. Commencez par les voisin·es que vous venez de rencontrer." />
    ) : (
      <>
        <DataTable
          caption={captionOf(people.length, page, more)}
          columns={COLUMNS}
          rows={people}
          keyOf={(row) => row.person.id}
        />
        <Pager page={page} more={more} hrefOf={(n) => `/personnes?page=${n}`} />
      </>
    )}
  </>
)
