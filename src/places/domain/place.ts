import { foldText } from '../../kernel/fold-text.ts'
import type { HomeId } from './home-id.ts'
import type { StaircaseShape } from './staircase-shape.ts'

/** The words for a staircase; a space chooses its own. */
export const STAIRCASE_WORDS = ['entrée', 'montée', 'allée', 'cage'] as const
export type StaircaseWord = (typeof STAIRCASE_WORDS)[number]

export type Commune = { readonly code: string; readonly name: string; readonly postcode: string }
export type Landlord = { readonly id: string; readonly name: string }

export type Estate = {
  readonly id: string
  readonly name: string
  readonly landlord: Landlord
  readonly commune: Commune
}

export type Building = {
  readonly id: string
  readonly estateId: string
  readonly name: string
  readonly address: string
}

export type Staircase = StaircaseShape & {
  readonly id: string
  readonly buildingId: string
  readonly name: string
}

/** A home of one's own space, as its door shows it. */
export type Home = {
  readonly id: HomeId
  readonly staircaseId: string
  readonly floor: number
  readonly position: number
  readonly label: string
}

/** Where a staircase stands, for headings and paths. */
export type StaircasePlace = {
  readonly staircase: Staircase
  readonly building: Building
  readonly estate: Estate
}

/** Homes as one counts them: staircase by staircase in the order given, from the bottom up, door after door. */
export function inReadingOrder(homes: readonly Home[], staircases: readonly Staircase[]): Home[] {
  const ranks = new Map(staircases.map(({ id }, rank) => [id, rank]))
  const rankOf = (home: Home): number => ranks.get(home.staircaseId) ?? staircases.length
  return homes.toSorted((a, b) => rankOf(a) - rankOf(b) || a.floor - b.floor || a.position - b.position)
}

/** What an estate is found by: its name, its landlord, its commune. */
export const estateSearchText = (name: string, landlord: Landlord, commune: Commune): string =>
  foldText([name, landlord.name, commune.name, commune.postcode].join(' '))

/** What a building is found by: its name, its address, its estate. */
export const buildingSearchText = (name: string, address: string, estateName: string): string =>
  foldText([name, address, estateName].join(' '))
