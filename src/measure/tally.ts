import { type Exits, indexAt } from './exits.ts'
import { OUTCOMES, type Outcome } from './outcomes.ts'

/** In `ended`, where outcomes are not told apart: all of them. */
export type EndName = Outcome | 'ended'

/**
 * Counts by stretches of time, each up to and with its `end`, from the end before (0 for the first). `end` null is the
 * last stretch, which has none. Balanced: atRisk[j + 1] = atRisk[j] − ended − censored + entered.
 */
export type TallyBins = {
  readonly end: readonly (number | null)[]
  /** Seen waiting when the stretch begins. */
  readonly atRisk: readonly number[]
  readonly ended: { readonly [name in EndName]?: readonly number[] }
  readonly censored: readonly number[]
  /** First seen in the stretch, its beginning included and not its end; null when all are seen from the start. */
  readonly entered: readonly number[] | null
}

export type TallyStratum = {
  readonly key: Readonly<Record<string, string>>
  readonly n: number
  readonly bins: TallyBins
}

/** How the waits of a tally were counted: two tallies add only when this is the same. */
export type TallyRules = {
  readonly rules: string
  readonly days: 'civil' | 'elapsed'
  readonly tie: 'day+0.5' | 'none'
  readonly timeZone: string
  /** The headers of the keys. */
  readonly by: readonly string[]
}

/** Counts that may travel: a landlord's file folded where it stands, added elsewhere (docs/measure.md «Tallies»). */
export type Tally = TallyRules & {
  readonly schema: 1
  readonly protected: boolean
  /** A day or an instant; two of them with a bar between when tallies of several dates were added. */
  readonly asOf: string
  /** The ends at which waits were cut; null: every time there is, so that nothing is lost. */
  readonly grid: readonly number[] | null
  /** Sorted by the values of their keys. */
  readonly strata: readonly TallyStratum[]
  /** How many strata are not told, being too small or too easily guessed. */
  readonly withheld: number
  readonly rejects: Readonly<Record<string, number>>
  readonly sources: readonly { readonly name: string; readonly sha256: string; readonly rows: number }[]
}

export type CountedStratum = { readonly key: Readonly<Record<string, string>>; readonly exits: Exits }

/** What a tally says of itself, beside its counts. */
export type TallyHead = TallyRules & Pick<Tally, 'asOf' | 'rejects' | 'sources'>

/**
 * An unprotected tally, exact: on every time there is (`grid` null), or on declared ends. `outcomes`: are they told
 * apart. No door lets it leave (protect-tally.ts).
 */
export function tallyOf(
  strata: readonly CountedStratum[],
  head: TallyHead,
  { grid = null, outcomes }: { readonly grid?: readonly number[] | null; readonly outcomes: boolean },
): Tally {
  const counted = strata.map(({ key, exits }) => ({ key, n: exits.n, bins: binsOf(exits, grid, outcomes) }))
  return {
    ...head,
    schema: 1,
    protected: false,
    grid,
    strata: counted.toSorted(inKeyOrder(head.by)),
    withheld: 0,
  }
}

/** By code point of the values, header after header. */
export const inKeyOrder =
  (by: readonly string[]) =>
  (a: Pick<TallyStratum, 'key'>, b: Pick<TallyStratum, 'key'>): number =>
    by.map((header) => byCodePoint(a.key[header] ?? '', b.key[header] ?? '')).find((apart) => apart !== 0) ??
    0

function byCodePoint(a: string, b: string): number {
  const [one, other] = [Array.from(a), Array.from(b)]
  const at = one.findIndex((letter, place) => letter !== other[place])
  if (at === -1) return one.length - other.length
  return (one[at]?.codePointAt(0) ?? 0) - (other[at]?.codePointAt(0) ?? -1)
}

/** The counts of exits cut at these ends, or at every time there is. */
export function binsOf(exits: Exits, grid: readonly number[] | null, outcomes: boolean): TallyBins {
  const late = exits.entries
  const ends = grid ?? everyTime(exits)
  const leftIn = [...exits.time].map((time) => indexAt(ends, time - 2e-9) + 1)
  const seenIn = [...(late?.time ?? [])].map((time) => indexAt(ends, grid ? time : time - 2e-9) + 1)
  const beyond = [...leftIn, ...seenIn].includes(ends.length)
  const size = ends.length + Number(beyond)
  const censored = cut(exits.censored, leftIn, size)
  const columns = outcomes ? exits.byCause : [exits.ended]
  const names: readonly EndName[] = outcomes ? OUTCOMES : ['ended']
  const ended = Object.fromEntries(
    columns.map((column, k) => [names[k] ?? 'other', cut(column, leftIn, size)]),
  )
  const entered = late ? cut(late.count, seenIn, size) : null
  return balanced(exits.n, { end: [...ends, ...(beyond ? [null] : [])], ended, censored, entered })
}

/** The same counts with who was at risk when each stretch began. */
export function balanced(n: number, bins: Omit<TallyBins, 'atRisk'>): TallyBins {
  let waiting = n - (bins.entered?.reduce((sum, count) => sum + count, 0) ?? 0)
  const columns = Object.values(bins.ended)
  const atRisk = bins.end.map((_, row) => {
    const before = waiting
    const left = columns.reduce((sum, column) => sum + (column[row] ?? 0), bins.censored[row] ?? 0)
    waiting += (bins.entered?.[row] ?? 0) - left
    return before
  })
  return { ...bins, atRisk }
}

function everyTime({ time, entries }: Exits): number[] {
  const all = [...time, ...(entries?.time ?? [])].toSorted((a, b) => a - b)
  return all.filter((at, row) => row === 0 || at - (all[row - 1] ?? 0) > 1e-9)
}

function cut(counts: Float64Array, into: readonly number[], size: number): number[] {
  const sums = Array.from({ length: size }, () => 0)
  counts.forEach((count, row) => {
    const bin = into[row] ?? 0
    sums[bin] = (sums[bin] ?? 0) + count
  })
  return sums
}

/** The waits of a stratum on every time there is, again: ready for every figure, and to the bit those that were counted. */
export function exitsOfStratum({ n, bins }: TallyStratum): Exits {
  const ends = bins.end.flatMap((end) => (end === null ? [] : [end]))
  const rows = ends.flatMap((_, row) => (leavers(bins, row) > 0 ? [row] : []))
  const take = (column: readonly number[]) => Float64Array.from(rows, (row) => column[row] ?? 0)
  const toldApart = bins.ended.ended === undefined
  return {
    n,
    time: Float64Array.from(rows, (row) => ends[row] ?? 0),
    ended: Float64Array.from(rows, (row) => leavers(bins, row) - (bins.censored[row] ?? 0)),
    byCause: toldApart ? OUTCOMES.map((name) => take(bins.ended[name] ?? [])) : [],
    censored: take(bins.censored),
    entries: entriesOf(bins, ends),
  }
}

function entriesOf(bins: TallyBins, ends: readonly number[]): Exits['entries'] {
  const rows = ends.flatMap((_, row) => ((bins.entered?.[row] ?? 0) > 0 ? [row] : []))
  if (rows.length === 0) return null
  return {
    time: Float64Array.from(rows, (row) => ends[row] ?? 0),
    count: Float64Array.from(rows, (row) => bins.entered?.[row] ?? 0),
  }
}

/** Who leaves in a stretch, ended or not. */
export const leavers = (bins: TallyBins, row: number): number =>
  Object.values(bins.ended).reduce((sum, column) => sum + (column[row] ?? 0), bins.censored[row] ?? 0)

/** Cases of a stratum that ended, and those still waiting: of all, whatever the ends. */
export function countsOf({ n, bins }: TallyStratum): { n: number; ended: number; open: number } {
  const open = bins.censored.reduce((sum, count) => sum + count, 0)
  return { n, ended: n - open, open }
}
