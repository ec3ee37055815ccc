import { EmptyState } from '../../ui/empty-state.tsx'
import { formatCount } from '../../ui/format.fr.ts'
import type { Building, Estate, Staircase } from '../domain/place.ts'
import { floorName } from '../domain/floors.fr.ts'
import { staircaseTitle } from './home-heading.tsx'

type Props = {
  readonly estate: Estate
  readonly buildings: readonly Building[]
  readonly staircases: readonly Staircase[]
  /** Homes known by staircase; absent outside a union's field. */
  readonly homes: ReadonlyMap<string, number> | undefined
  readonly describes: boolean
  /** Whoever follows a union's waits: complaints come after places, so their page is known by its address. */
  readonly followsWaits: boolean
  readonly word: string
}

/** One estate: its buildings, and in each its staircases. */
export const EstatePage = ({
  estate,
  buildings,
  staircases,
  homes,
  describes,
  followsWaits,
  word,
}: Props) => (
  <>
    <h1>
      <bdi>{estate.name}</bdi>
    </h1>
    <p class="lead">
      <bdi>{estate.landlord.name}</bdi>, {estate.commune.postcode} {estate.commune.name}
    </p>
    {buildings.length === 0 ? <EmptyState sentence="Aucun bâtiment n’est encore décrit ici." /> : null}
    {buildings.map((building) => (
      <section class="part" key={building.id} id={`b-${building.id}`}>
        <h2>
          <bdi>{building.name}</bdi>
        </h2>
        {building.address === '' ? null : (
          <p>
            <bdi>{building.address}</bdi>
          </p>
        )}
        <ul>
          {staircases
            .filter(({ buildingId }) => buildingId === building.id)
            .map((staircase) => (
              <li key={staircase.id}>
                <a href={`/lieux/entrees/${staircase.id}`}>
                  <bdi>{staircaseTitle(word, staircase.name)}</bdi>
                </a>
                {`, ${extent(staircase)}`}
                {homes
                  ? `, ${formatCount(homes.get(staircase.id) ?? 0, 'logement connu', 'logements connus')}`
                  : null}
              </li>
            ))}
        </ul>
        {followsWaits ? (
          <p>
            <a href={`/lieux/batiments/${building.id}/facade`}>
              La façade<span class="hidden"> de {building.name}</span>, avec les attentes
            </a>
          </p>
        ) : null}
      </section>
    ))}
    {describes ? <DescribeActs estateId={estate.id} /> : null}
  </>
)

const DescribeActs = ({ estateId }: { estateId: string }) => (
  <div class="acts">
    <a class="btn" href={`/lieux/residences/${estateId}/saisie-rapide`}>
      Décrire un bâtiment
    </a>
    <a class="btn second" href={`/lieux/importer?residence=${estateId}`}>
      Importer un fichier
    </a>
  </div>
)

const extent = (staircase: Staircase): string =>
  `${floorsIn(staircase)}, ${formatCount(staircase.positions.length, 'porte')} par palier`

function floorsIn({ lowestFloor, highestFloor }: Staircase): string {
  if (lowestFloor === 0) return `R+${highestFloor}`
  return `${floorName(lowestFloor)} à ${floorName(highestFloor)}`
}
