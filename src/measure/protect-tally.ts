import { mayLeaveAsStratum, TALLIES } from './disclosure.ts'
import { coarsened } from './merge-tallies.ts'
import {
  type CountedStratum,
  type EndName,
  inKeyOrder,
  leavers,
  type Tally,
  type TallyBins,
  type TallyHead,
  type TallyStratum,
} from './tally.ts'
import { endsApart, safeCuts } from './tally-cuts.ts'
import { type CubeNode, cubeOf } from './tally-cube.ts'
import { closesGaps } from './tally-gaps.ts'
import { farFromReleased } from './tally-releases.ts'

export type Protection = {
  /** Days at which waits may be cut; those of disclosure.ts when absent. */
  readonly grid?: readonly number[]
  readonly outcomes: boolean
  /** Tallies that left before: what would differ from them by a handful is not told again. */
  readonly released?: readonly Tally[]
}

/**
 * A tally that may leave: strata of 10 cases and more, stretches in which 5 left and more, ways of ending known by 5
 * and more. Whatever is told, here and in the tallies of the same cases by fewer of these headers (made by this same
 * rule), nobody can say of a hidden place, nor of a handful of cases, how many they are within less than 5
 * (ANALYTICS.md §7). Numbers still waiting or seen late are not hidden: every figure says them.
 */
export function protectTally(
  strata: readonly CountedStratum[],
  head: TallyHead,
  { grid = TALLIES.bins, outcomes, released = [] }: Protection,
): Tally {
  const ends = [...new Set(grid)].filter((end) => end > 0).toSorted((a, b) => a - b)
  const cube = cubeOf(strata, head.by, ends, outcomes)
  for (const level of cube.levels) {
    const before = farFromReleased(released, level.by, ends)
    for (const node of level.nodes) tellSafely(node, before(node))
    if (!closesGaps(cube, level)) for (const node of level.nodes) node.told = false
  }
  const finest = cube.levels.at(-1)?.nodes ?? []
  const told = finest.filter((node) => node.told).map((node) => stratumOf(node, ends))
  return {
    ...head,
    schema: 1,
    protected: true,
    grid: ends,
    strata: told.toSorted(inKeyOrder(head.by)),
    withheld: finest.filter(({ n }) => n > 0).length - told.length,
  }
}

/** What a place may tell by itself, whatever is told of others. */
function tellSafely(node: CubeNode, mayBeTold: ReadonlySet<number> | undefined): void {
  node.told = mayLeaveAsStratum(node.n) && mayBeTold !== undefined
  node.hidden = !node.told && node.n > 0
  if (!mayBeTold || !node.told) return
  for (const name of endsApart(node)) node.apart.add(name)
  for (const position of safeCuts(node, mayBeTold)) node.cuts.add(position)
}

function stratumOf({ key, n, bins, cuts, apart }: CubeNode, ends: readonly number[]): TallyStratum {
  const kept = ends.filter((_, at) => cuts.has(at + 1))
  return { key, n, bins: withoutEmptyTail(coarsened(n, { ...bins, ended: toldEnds(bins, apart) }, kept)) }
}

/** Ways of ending not told by themselves stand in «other». */
function toldEnds({ ended, end }: TallyBins, apart: ReadonlySet<EndName>): TallyBins['ended'] {
  const hidden = Object.entries(ended).filter(([name]) => ![...apart].some((one) => one === name))
  const told = [...apart].map((name) => [name, ended[name] ?? []] as const)
  if (hidden.length === 0) return Object.fromEntries(told)
  const other = end.map((_, row) => hidden.reduce((sum, [, column]) => sum + (column[row] ?? 0), 0))
  return { ...Object.fromEntries(told), other }
}

function withoutEmptyTail(bins: TallyBins): TallyBins {
  const last = bins.end.length - 1
  if (bins.end[last] !== null || leavers(bins, last) > 0 || (bins.entered?.[last] ?? 0) > 0) return bins
  return {
    end: bins.end.slice(0, last),
    atRisk: bins.atRisk.slice(0, last),
    ended: Object.fromEntries(
      Object.entries(bins.ended).map(([name, column]) => [name, column.slice(0, last)]),
    ),
    censored: bins.censored.slice(0, last),
    entered: bins.entered && bins.entered.slice(0, last),
  }
}
