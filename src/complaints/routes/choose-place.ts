import type { ScopedDb } from '../../access/scope.ts'
import { readSearch } from '../../people/domain/search-words.ts'
import { searchHomes, type Whereabouts, whereaboutsOf } from '../../people/public.ts'
import { searchPlaces } from '../../places/public.ts'
import type { NamedPlace } from '../domain/complaint.ts'
import { nameSharedPlace, type PlaceInNames, searchStaircases } from '../store/places-to-choose.ts'
import { REFUSALS } from '../words.fr.ts'

export type ChosenPlace = {
  readonly place: NamedPlace | undefined
  /** To choose among, when words were typed and nothing was chosen. */
  readonly found: readonly PlaceInNames[]
  readonly error?: { readonly field: 'place' | 'place_words'; readonly sentence: string }
}

const CHOOSE = 'Choisissez le lieu dans la liste.'
const SAY = 'Écrivez quelques mots de la porte et de l’adresse.'

/** The place that was chosen, or those that the words may mean: homes first, then what neighbours share. */
export async function choosePlace(
  db: ScopedDb,
  { place, place_words: words }: { readonly place: NamedPlace | undefined; readonly place_words: string },
): Promise<ChosenPlace> {
  if (place && (await namePlace(db, place))) return { place, found: [] }
  if (place) return nothing(REFUSALS.no_such_place)
  const search = readSearch(words)
  if (!search) return nothing(SAY)
  const found = [
    ...(await searchHomes(db, search)).map(homeInNames),
    ...(await searchStaircases(db, search.words)),
    ...(await searchEstates(db, words)),
  ]
  if (found.length === 0) return nothing(REFUSALS.no_such_place)
  return { place: undefined, found, error: { field: 'place', sentence: CHOOSE } }
}

const nothing = (sentence: string): ChosenPlace => ({
  place: undefined,
  found: [],
  error: { field: 'place_words', sentence },
})

/** The names of a place, when it is known here. */
export async function namePlace(db: ScopedDb, place: NamedPlace): Promise<PlaceInNames | undefined> {
  if (!('home' in place)) return nameSharedPlace(db, place)
  const home = (await whereaboutsOf(db, [place.home])).get(place.home)
  return home && homeInNames(home)
}

const homeInNames = (home: Whereabouts): PlaceInNames => ({
  place: { home: home.homeId },
  home: home.label,
  staircase: home.staircase,
  building: home.building,
  estate: home.estate,
  staircaseWord: home.staircaseWord,
})

async function searchEstates(db: ScopedDb, words: string): Promise<readonly PlaceInNames[]> {
  const found = await searchPlaces(db, words)
  return found.slice(0, 10).map(({ estate, building }) => ({
    place: building ? { building: building.id } : { estate: estate.id },
    ...(building && { building: building.name }),
    estate: estate.name,
    staircaseWord: '',
  }))
}
