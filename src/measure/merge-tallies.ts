import { accept, refuse, type Result } from '../kernel/result.ts'
import { mergeExits } from './exits.ts'
import { OUTCOMES } from './outcomes.ts'
import {
  balanced,
  binsOf,
  type EndName,
  exitsOfStratum,
  inKeyOrder,
  type Tally,
  type TallyBins,
  type TallyRules,
  type TallyStratum,
} from './tally.ts'

/** Counts made differently do not add: what differs is named. */
export type TalliesDiffer = {
  readonly because: 'tallies_differ'
  readonly what: readonly (keyof TallyRules)[]
}

/** Whether its counts are cut: a merged tally may hold some strata at every time, others at ends only. */
export type MergedStratum = TallyStratum & { readonly cut: boolean }
export type MergedTally = Omit<Tally, 'strata'> & { readonly strata: readonly MergedStratum[] }

type Part = { readonly stratum: TallyStratum; readonly grid: Tally['grid'] }

/**
 * One tally of several, stratum by stratum. What tallies on every time there is hold of a stratum is what counting all
 * its cases at once would give, to the bit. As soon as one that holds it is cut, only the ends common to all of those
 * are kept, and counts between them are added. `grid`: all the ends of those that are cut; null when none is.
 */
export function mergeTallies(tallies: readonly [Tally, ...Tally[]]): Result<MergedTally, TalliesDiffer> {
  const [first] = tallies
  const what = (['rules', 'days', 'tie', 'timeZone', 'by'] as const).filter((name) =>
    tallies.some((tally) => JSON.stringify(tally[name]) !== JSON.stringify(first[name])),
  )
  if (what.length > 0) return refuse({ because: 'tallies_differ', what })
  const strata = Map.groupBy(
    tallies.flatMap(({ strata, grid }) => strata.map((stratum) => ({ stratum, grid }))),
    ({ stratum }) => JSON.stringify(first.by.map((header) => stratum.key[header] ?? '')),
  )
  const merged = [...strata.values()].map(mergedStratum)
  const cut = merged.filter((stratum) => stratum.cut)
  return accept({
    ...first,
    protected: tallies.every((tally) => tally.protected),
    asOf: joinedDates(tallies.map(({ asOf }) => asOf)),
    grid: cut.length === 0 ? null : allEnds(cut),
    strata: merged.toSorted(inKeyOrder(first.by)),
    withheld: tallies.reduce((sum, { withheld }) => sum + withheld, 0),
    rejects: sumsByName(tallies.map(({ rejects }) => rejects)),
    sources: tallies.flatMap(({ sources }) => sources),
  })
}

function mergedStratum(parts: readonly Part[]): MergedStratum {
  const key = parts[0]?.stratum.key ?? {}
  const n = parts.reduce((sum, { stratum }) => sum + stratum.n, 0)
  const names = namesTold(parts)
  if (parts.every(({ grid }) => grid === null)) {
    const exits = mergeExits(parts.map(({ stratum }) => exitsOfStratum(stratum)))
    return { key, n, bins: binsOf(exits, null, !names.has('ended')), cut: false }
  }
  const cuts = commonEnds(parts)
  return {
    key,
    n,
    bins: added(
      n,
      parts.map((part) => cutAt(part, cuts, names)),
    ),
    cut: true,
  }
}

/** The ways of ending that every part tells by itself: what one of them hides in «other» is told so by all. */
function namesTold(parts: readonly Part[]): ReadonlySet<EndName> {
  const all = parts.map(({ stratum }) => stratum.bins.ended)
  if (all.some(({ ended }) => ended !== undefined)) return new Set(['ended'])
  return new Set(OUTCOMES.filter((name) => all.every((ended) => ended[name] !== undefined)))
}

/** The ends at which every part knows who has left. */
function commonEnds(parts: readonly Part[]): number[] {
  const ends = parts.flatMap(({ stratum, grid }) => (grid === null ? [] : finite(stratum.bins.end)))
  const all = [...new Set(ends)].toSorted((a, b) => a - b)
  return all.filter((end) => parts.every((part) => knows(part, end)))
}

/** What is cut nowhere can be cut anywhere; after a last end that nobody passed, nothing happens any more. */
function knows({ stratum: { bins }, grid }: Part, end: number): boolean {
  if (grid === null || bins.end.includes(end)) return true
  return !bins.end.includes(null) && end > (finite(bins.end).at(-1) ?? 0)
}

function cutAt({ stratum, grid }: Part, cuts: readonly number[], names: ReadonlySet<EndName>): TallyBins {
  const toldApart = stratum.bins.ended.ended === undefined
  const bins = grid === null ? binsOf(exitsOfStratum(stratum), cuts, toldApart) : stratum.bins
  return coarsened(stratum.n, toldAs(bins, names), cuts)
}

/** The same counts at fewer ends: each stretch goes to the first cut that is not before its end. */
export function coarsened(n: number, bins: TallyBins, cuts: readonly number[]): TallyBins {
  const rowOf = bins.end.map((end) => (end === null ? cuts.length : cuts.filter((at) => at < end).length))
  const size = Math.max(cuts.length, ...rowOf.map((row) => row + 1))
  const sum = (column: readonly number[]) => {
    const sums = Array.from({ length: size }, () => 0)
    column.forEach((count, row) => {
      sums[rowOf[row] ?? 0] = (sums[rowOf[row] ?? 0] ?? 0) + count
    })
    return sums
  }
  return balanced(n, {
    end: Array.from({ length: size }, (_, row) => cuts[row] ?? null),
    ended: mapEnds(bins.ended, sum),
    censored: sum(bins.censored),
    entered: bins.entered && sum(bins.entered),
  })
}

const mapEnds = (ended: TallyBins['ended'], change: (column: readonly number[]) => number[]) =>
  Object.fromEntries(Object.entries(ended).map(([name, column]) => [name, change(column)]))

/** The same, but for ways of ending that are not told by themselves: they stand in «other», or in «ended» if none is. */
function toldAs(bins: TallyBins, names: ReadonlySet<EndName>): TallyBins {
  const columns = Object.entries(bins.ended)
  const isTold = ([name]: readonly [string, unknown]) =>
    name !== 'other' && name !== 'ended' && [...names].some((one) => one === name)
  const rest = columns.filter((column) => !isTold(column)).map(([, column]) => column)
  const others = bins.end.map((_, row) => rest.reduce((sum, column) => sum + (column[row] ?? 0), 0))
  if (names.has('ended')) return { ...bins, ended: { ended: others } }
  const told = Object.fromEntries(columns.filter(isTold))
  return { ...bins, ended: rest.length > 0 ? { ...told, other: others } : told }
}

/** Bins cut at the same ends, some with a last stretch without end and some without. */
function added(n: number, parts: readonly TallyBins[]): TallyBins {
  const end = parts.reduce<TallyBins['end']>(
    (longest, part) => (part.end.length > longest.length ? part.end : longest),
    [],
  )
  const total = (columns: readonly (readonly number[] | null | undefined)[]) =>
    end.map((_, row) => columns.reduce((sum, column) => sum + (column?.[row] ?? 0), 0))
  const names = new Set(parts.flatMap(({ ended }) => Object.keys(ended)))
  const isName = (name: string): name is EndName => names.has(name)
  const ended = [...names].filter(isName).map((name) => [name, total(parts.map((part) => part.ended[name]))])
  const late = parts.some(({ entered }) => entered !== null)
  return balanced(n, {
    end,
    ended: Object.fromEntries(ended),
    censored: total(parts.map(({ censored }) => censored)),
    entered: late ? total(parts.map(({ entered }) => entered)) : null,
  })
}

const finite = (ends: TallyBins['end']): number[] => ends.filter((end) => end !== null)

const allEnds = (strata: readonly TallyStratum[]): number[] =>
  [...new Set(strata.flatMap(({ bins }) => finite(bins.end)))].toSorted((a, b) => a - b)

function joinedDates(dates: readonly string[]): string {
  const sorted = [...new Set(dates.flatMap((date) => date.split('/')))].toSorted()
  const [first = '', last = first] = [sorted[0], sorted.at(-1)]
  return first === last ? first : `${first}/${last}`
}

function sumsByName(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const one of all)
    for (const [name, count] of Object.entries(one)) sums[name] = (sums[name] ?? 0) + count
  return sums
}
