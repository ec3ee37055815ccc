import { TALLIES } from '../../measure/disclosure.ts'
import { protectTally } from '../../measure/protect-tally.ts'
import { RULES } from '../../measure/rules.ts'
import { countsOf, type Tally } from '../../measure/tally.ts'
import type { CountedStratum, CountedWaits, CutStratum } from './counted-waits.ts'
import { columnsOfRows, type WaitRow, waitsByName, type WaitsOrigin } from './explorer-waits.ts'

export type Header = 'place' | 'category'
export type StratumRow = WaitRow & { readonly place: string; readonly category: string }

/** What was asked of a file that leaves: one place, one category, both or neither. */
export type Wanted = { readonly place: string | null; readonly category: string | null }

/** Waits that may leave: of the selection, or of what it stands in when it is too small to be told. */
export type LeavingStratum = {
  readonly wanted: Wanted
  readonly told: Wanted
  readonly counted: CountedStratum
}

/** From the finest to the widest: what is too small is told with more around it, never alone. */
export const wideningOf = ({ place, category }: Wanted): readonly Wanted[] => [
  ...(place !== null && category !== null ? [{ place, category }] : []),
  ...(category !== null ? [{ place: null, category }] : []),
  ...(place !== null ? [{ place, category: null }] : []),
  { place: null, category: null },
]

export const headersOf = ({ place, category }: Wanted): readonly Header[] => [
  ...(place === null ? [] : (['place'] as const)),
  ...(category === null ? [] : (['category'] as const)),
]

/**
 * All strata of some headers as a tally that may leave. All of them are looked at, not the one that is asked for:
 * whether it may be told depends on what the others tell (protect-tally.ts), and on what left before.
 */
export function tallyOfCut(
  by: readonly Header[],
  rows: readonly StratumRow[],
  origin: WaitsOrigin,
  released: readonly Tally[],
): Tally {
  const keyOf = (row: StratumRow) => JSON.stringify(by.map((header) => row[header]))
  const byKey = Map.groupBy(rows, keyOf)
  const counted = waitsByName(
    [...byKey.keys()],
    [...byKey.values()].map((own, at) => ({ at, ...columnsOfRows(own) })),
  )
  const strata = counted.map(({ name, exits }) => {
    const values: unknown = JSON.parse(name)
    const read = Array.isArray(values) ? values.map(String) : []
    return { key: Object.fromEntries(by.map((header, index) => [header, read[index] ?? ''])), exits }
  })
  const head = {
    rules: RULES,
    days: 'civil',
    tie: 'day+0.5',
    timeZone: 'Europe/Paris',
    by,
    asOf: origin.asOf,
    rejects: {},
    sources: origin.sources,
  } as const
  return protectTally(strata, head, { grid: TALLIES.bins, outcomes: false, released })
}

/** The stratum of a tally that says this selection; undefined when it is not told. */
export function toldIn(tally: Tally, wanted: Wanted): CutStratum | undefined {
  const found = tally.strata.find(({ key }) =>
    headersOf(wanted).every((header) => key[header] === wanted[header]),
  )
  if (!found) return undefined
  const { key, n, bins } = found
  const { ended, open } = countsOf(found)
  const closedOnly = { n: ended, median: null, mean: null }
  return { key, cut: { n, bins, wholeDays: true }, closedOnly, told: { ended, open } }
}

/** Counts that leave, as the command line gives them too (answer.ts). */
export const countedLeaving = (
  strata: readonly CountedStratum[],
  { asOf, sources }: WaitsOrigin,
  isProtected: boolean,
): CountedWaits => ({
  strata,
  asOf,
  days: 'civil',
  timeUnit: 'day',
  tie: 0.5,
  rules: RULES,
  lateEntries: strata.some(({ exits, cut }) => (exits ? exits.entries : cut.bins.entered) !== null),
  rejects: {},
  sources,
  grid: isProtected ? TALLIES.bins : null,
  protected: isProtected,
})
