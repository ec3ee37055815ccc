import type { ScopedDb } from '../../access/scope.ts'
import { foldText } from '../../kernel/fold-text.ts'
import { type Whereabouts, whereaboutsOf } from '../../people/public.ts'
import { searchPlaces, staircaseWord } from '../../places/public.ts'
import type { NamedPlace } from '../domain/complaint.ts'
import { homesMatching } from '../store/place-match.ts'
import { type PlaceWords, readPlaceWords } from '../store/place-words.ts'
import { nameSharedPlace, type PlaceInNames, searchStaircases } from '../store/places-to-choose.ts'
import { REFUSALS } from '../words.fr.ts'

export type ChosenPlace = {
  readonly place: NamedPlace | undefined
  /** To choose among, when words were typed and nothing was chosen. */
  readonly found: readonly PlaceInNames[]
  readonly error?: { readonly field: 'place_words'; readonly sentence: string }
}

const SAY = 'Écrivez quelques mots de la porte et de l’adresse.'

/** The place that was chosen, or those that the words may mean: homes first, then what neighbours share. */
export async function choosePlace(
  db: ScopedDb,
  { place, place_words: words }: { readonly place: NamedPlace | undefined; readonly place_words: string },
): Promise<ChosenPlace> {
  if (place && (await namePlace(db, place))) return { place, found: [] }
  if (place) return nothing(REFUSALS.no_such_place)
  const read = readPlaceWords(words, await staircaseWord(db))
  if (!read) return nothing(SAY)
  const found = [
    ...(await searchHomes(db, read)),
    ...(await searchStaircases(db, read)),
    ...(read.isDoor || read.staircases.length > 0 ? [] : await searchEstates(db, words)),
  ]
  if (found.length === 0) return nothing(REFUSALS.no_such_place)
  return { place: undefined, found }
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

const MOST_HOMES = 20

async function searchHomes(db: ScopedDb, read: PlaceWords): Promise<readonly PlaceInNames[]> {
  const ids = await homesMatching(db, read, MOST_HOMES)
  const homes = await whereaboutsOf(db, ids)
  return ids.flatMap((id) => homes.get(id) ?? []).map(homeInNames)
}

const MOST_SHARED = 10

/** Estates and buildings, those whose own name holds the words whole first. */
async function searchEstates(db: ScopedDb, words: string): Promise<readonly PlaceInNames[]> {
  const asked = foldText(words).split(' ')
  const lacking = (name: string): number => {
    const held = foldText(name).split(' ')
    return asked.filter((word) => !held.includes(word)).length
  }
  const found = await searchPlaces(db, words)
  return found
    .map(({ estate, building }) => ({ estate, building, lacks: lacking((building ?? estate).name) }))
    .toSorted((a, z) => a.lacks - z.lacks)
    .slice(0, MOST_SHARED)
    .map(({ estate, building }) => ({
      place: building ? { building: building.id } : { estate: estate.id },
      ...(building && { building: building.name }),
      estate: estate.name,
      staircaseWord: '',
    }))
}
