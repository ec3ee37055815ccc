import { type Exits, mergeExits } from '../../measure/exits.ts'
import { type Figure, figureOf } from '../../measure/figure.ts'
import { standardise } from '../../measure/standardise.ts'
import { survivalOf } from '../../measure/survival.ts'
import type { ExplorerQuestion } from './explorer-question.ts'
import { type NamedWaits, provenanceOf, type WaitsOrigin } from './explorer-waits.ts'

/** The share that still waits in two places, had both the same mix of categories; null where one cannot say. */
export type SameMix = {
  readonly names: readonly [string, string]
  readonly days: readonly {
    readonly day: number
    readonly shares: readonly [number | null, number | null]
  }[]
  /** How much of the common mix each of them has. */
  readonly covered: readonly [number, number]
}

const DAYS = [7, 30, 91, 182] as const

type Place = { readonly name: string; readonly categories: readonly NamedWaits[] }

/** Both on the mix of the two together: a place with many lifts is not compared with one that has none. */
export function sameMixOf(
  places: readonly [Place, Place],
  origin: WaitsOrigin,
  q: Pick<ExplorerQuestion, 'interval'>,
): Figure<SameMix> | null {
  const names = [...new Set(places.flatMap(({ categories }) => categories.map(({ name }) => name)))]
  const cases = ({ categories }: Place, name: string) => categories.find((one) => one.name === name)?.exits
  const weights = names.map((name) => places.reduce((sum, place) => sum + (cases(place, name)?.n ?? 0), 0))
  if (names.length < 2 || weights.every((weight) => weight === 0)) return null
  const [first, second] = places.map((place) => standardised(names, weights, (name) => cases(place, name)))
  if (!first || !second) return null
  const all = mergeExits(places.flatMap(({ categories }) => categories.map(({ exits }) => exits)))
  return figureOf(
    {
      names: [places[0].name, places[1].name],
      days: DAYS.map((day, at) => ({
        day,
        shares: [first.points[at]?.share ?? null, second.points[at]?.share ?? null],
      })),
      covered: [first.covered, second.covered],
    },
    all,
    provenanceOf(origin, 'same_mix', { ...q, days: 'civil' }, 'kaplan_meier+standardised'),
  )
}

const standardised = (
  names: readonly string[],
  weights: readonly number[],
  exitsOf: (name: string) => Exits | undefined,
) =>
  standardise(
    names.map((name, at) => {
      const exits = exitsOf(name)
      return { weight: weights[at] ?? 0, curve: exits ? survivalOf(exits) : null }
    }),
    DAYS,
  )
