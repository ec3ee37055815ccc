import { countExits, mergeExits } from './exits.ts'
import { OUTCOMES } from './outcomes.ts'
import { binsOf, type CountedStratum, type EndName, leavers, type TallyBins } from './tally.ts'

const END_NAMES: readonly EndName[] = [...OUTCOMES, 'ended']

/** What is counted of a place of the cube: all who left, and those who ended each way. */
export type Family = 'left' | EndName

/**
 * A place of the cube: a stratum, or the sum of strata that share some of their headers (a margin). What is told of it
 * changes as the tally is made safe.
 */
export type CubeNode = {
  readonly key: Readonly<Record<string, string>>
  readonly n: number
  /** Is its very number a secret, when it is not told. */
  hidden: boolean
  /** Its counts on the whole grid. */
  readonly bins: TallyBins
  /** By family, how many have left by each position: 0 is the start, then each end of the grid, then for ever. */
  readonly gone: ReadonlyMap<Family, readonly number[]>
  /** Is anything told of it. */
  told: boolean
  /** At which positions it is told; always at the start and for ever. */
  readonly cuts: Set<number>
  /** Ways of ending that are told by themselves; the rest of them is told as «other». */
  readonly apart: Set<EndName>
}

/** One sum anybody can make: a place is the sum of those that differ by one header more. */
export type CubeLine = { readonly total: CubeNode; readonly parts: readonly CubeNode[] }

export type Cube = {
  /** By how many headers they have, fewest first; each level lists its headers. */
  readonly levels: readonly { readonly by: readonly string[]; readonly nodes: readonly CubeNode[] }[]
  readonly lines: readonly CubeLine[]
  readonly families: readonly Family[]
  /** How many positions there are. */
  readonly size: number
}

/** Above so many places, empty ones are left out: nobody is taken to be unsure that they are empty. */
const MOST_PLACES = 3000

/**
 * All the strata and all their margins. Places where nobody is counted are there too: whoever reads a tally cannot tell
 * an empty place from one that is not told.
 */
export function cubeOf(
  strata: readonly CountedStratum[],
  by: readonly string[],
  grid: readonly number[],
  outcomes: boolean,
): Cube {
  const all = [...strata, ...emptyPlaces(strata, by)]
  const levels = subsetsOf(by).map((headers) => {
    const groups = Map.groupBy(all, ({ key }) => idOf(key, headers))
    const nodes = [...groups].map(([id, group]) => ({ id, node: nodeOf(group, headers, grid, outcomes) }))
    return {
      by: headers,
      nodes: nodes.map(({ node }) => node),
      found: new Map(nodes.map(({ id, node }) => [id, node])),
    }
  })
  const lines = levels.flatMap(({ by: headers, found }) =>
    levels
      .filter(
        (finer) => finer.by.length === headers.length + 1 && headers.every((one) => finer.by.includes(one)),
      )
      .flatMap((finer) => linesBetween(headers, found, finer.nodes)),
  )
  const [first] = levels[0]?.nodes ?? []
  return { levels, lines, families: [...(first?.gone.keys() ?? [])], size: grid.length + 2 }
}

function emptyPlaces(strata: readonly CountedStratum[], by: readonly string[]): CountedStratum[] {
  const values = by.map((header) => [...new Set(strata.map(({ key }) => key[header] ?? ''))])
  if (values.reduce((places, { length }) => places * length, 1) > MOST_PLACES) return []
  const keys = by.reduce<Record<string, string>[]>(
    (keys, header, at) =>
      keys.flatMap((key) => (values[at] ?? []).map((value) => ({ ...key, [header]: value }))),
    [{}],
  )
  const counted = new Set(strata.map(({ key }) => idOf(key, by)))
  const { exits } = countExits([], 0)
  return keys.flatMap((key) => (counted.has(idOf(key, by)) ? [] : [{ key, exits }]))
}

function linesBetween(
  headers: readonly string[],
  totals: ReadonlyMap<string, CubeNode>,
  nodes: readonly CubeNode[],
): CubeLine[] {
  const groups = Map.groupBy(nodes, ({ key }) => idOf(key, headers))
  return [...groups].flatMap(([id, parts]) => {
    const total = totals.get(id)
    return total ? [{ total, parts }] : []
  })
}

const idOf = (key: Readonly<Record<string, string>>, headers: readonly string[]): string =>
  JSON.stringify(headers.map((header) => key[header] ?? ''))

/** Fewest headers first. */
function subsetsOf(by: readonly string[]): string[][] {
  const all = by.reduce<string[][]>((sets, header) => [...sets, ...sets.map((set) => [...set, header])], [[]])
  return all.toSorted((a, b) => a.length - b.length)
}

function nodeOf(
  group: readonly CountedStratum[],
  headers: readonly string[],
  grid: readonly number[],
  outcomes: boolean,
): CubeNode {
  const exits = mergeExits(group.map((one) => one.exits))
  const bins = binsOf(exits, grid, outcomes)
  const left = bins.end.map((_, row) => leavers(bins, row))
  const gone = new Map<Family, readonly number[]>([['left', sumsTo(left, grid.length + 2)]])
  for (const name of END_NAMES) {
    const column = bins.ended[name]
    if (column) gone.set(name, sumsTo(column, grid.length + 2))
  }
  const key = Object.fromEntries(headers.map((header) => [header, group[0]?.key[header] ?? '']))
  return {
    key,
    n: exits.n,
    bins,
    gone,
    hidden: false,
    told: false,
    cuts: new Set([0, grid.length + 1]),
    apart: new Set(),
  }
}

function sumsTo(column: readonly number[], size: number): number[] {
  let sum = 0
  return Array.from({ length: size }, (_, position) => {
    if (position > 0) sum += column[position - 1] ?? 0
    return sum
  })
}

/** How many left so, from one position to another. */
export function between({ gone }: CubeNode, family: Family, from: number, until: number): number {
  const column = gone.get(family)
  return (column?.[until] ?? 0) - (column?.[from] ?? 0)
}
