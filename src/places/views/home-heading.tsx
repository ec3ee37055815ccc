import type { Crumb } from '../../ui/crumbs.tsx'
import { homeSaid } from '../domain/floors.fr.ts'
import type { FoundHome } from '../store/homes.ts'
import type { StaircasePlace } from '../domain/place.ts'

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** «Entrée 12», with the word of this space. */
export const staircaseTitle = (word: string, name: string): string => `${capital(word)} ${name}`

/** The way down to a staircase, for the crumbs of its page and of its homes. */
export const crumbsTo = ({ estate, building, staircase }: StaircasePlace, word: string): Crumb[] => [
  { href: '/lieux', label: 'Lieux' },
  { href: `/lieux/residences/${estate.id}`, label: estate.name },
  { href: `/lieux/entrees/${staircase.id}`, label: `${building.name}, ${word} ${staircase.name}` },
]

/** The head of every page about one home: its floor, said once, and its label; then where its door is. */
export const HomeHeading = ({ found, word }: { found: FoundHome; word: string }) => (
  <header>
    <h1>
      <bdi>{homeSaid(found.home)}</bdi>
    </h1>
    <p class="lead">
      <bdi>{found.building.name}</bdi>, {word} <bdi>{found.staircase.name}</bdi>
      {found.building.address === '' ? null : (
        <>
          , <bdi>{found.building.address}</bdi>
        </>
      )}
      , <bdi>{found.estate.name}</bdi>, {found.estate.commune.postcode} {found.estate.commune.name}
    </p>
  </header>
)
