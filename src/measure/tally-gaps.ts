import { TALLIES } from './disclosure.ts'
import { type Inferred, inferred, inferredEnds, stretch } from './tally-bounds.ts'
import { dropCut, hideEnd, lastOf } from './tally-cuts.ts'
import { between, type Cube, type CubeLine, type CubeNode, type Family } from './tally-cube.ts'

const LEAST = TALLIES.leastCasesPerCell

/** What can be said of a place too closely: how many left so between two positions. */
type Gap = { readonly node: CubeNode; readonly family: Family; readonly from: number; readonly until: number }

type Sight = {
  readonly nodes: readonly CubeNode[]
  readonly lines: readonly CubeLine[]
  readonly size: number
}

/**
 * Tells less of the places of a level until nobody can infer what is hidden, given them and every margin already told.
 * Each step tells less of one place, so that it ends. False when a gap stays that no place of this level can close.
 */
export function closesGaps(cube: Cube, level: Cube['levels'][number]): boolean {
  const seen = cube.levels.filter(({ by }) => by.every((header) => level.by.includes(header)))
  const nodes = seen.flatMap((one) => one.nodes)
  const known = new Set(nodes)
  const lines = cube.lines.filter(
    ({ total, parts }) => known.has(total) && parts.every((part) => known.has(part)),
  )
  const sight = { nodes, lines, size: cube.size }
  const own = new Set(level.nodes)
  for (;;) {
    const gaps = gapsOf(sight, cube.families)
    if (gaps.length === 0) return true
    const touched = new Set<CubeLine>()
    const closed = gaps.map((gap) => close(gap, linesOf(gap.node, lines), own, touched))
    if (!closed.includes(true)) return false
  }
}

const linesOf = (node: CubeNode, lines: readonly CubeLine[]): CubeLine[] =>
  lines.filter(({ total, parts }) => total === node || parts.includes(node))

/** How people ended is looked at once nothing more can be said of how many left. */
function gapsOf(sight: Sight, families: readonly Family[]): Gap[] {
  const left = inferred(sight, 'left')
  const gaps = sight.nodes.flatMap((node) => gapOf(node, 'left', left, sight.size) ?? [])
  if (gaps.length > 0) return gaps
  return [...inferredEnds(sight, left, families)].flatMap(([family, bounds]) =>
    sight.nodes.flatMap((node) => gapOf(node, family, bounds, sight.size) ?? []),
  )
}

/** The first gap of a place, the shortest stretches first. */
function gapOf(node: CubeNode, family: Family, bounds: Inferred, size: number): Gap | undefined {
  const { low, high } = bounds.get(node) ?? {}
  if (isPlain(node, family)) return undefined
  for (let length = 1; length < size; length++) {
    for (let from = 0; from + length < size; from++) {
      const until = from + length
      const at = stretch(from, until, size)
      const width = (high?.[at] ?? Infinity) - (low?.[at] ?? 0)
      if (width < LEAST && isSecret(node, family, from, until)) return { node, family, from, until }
    }
  }
  return undefined
}

/** A handful; and of a place too small to be told, its very number. */
function isSecret(node: CubeNode, family: Family, from: number, until: number): boolean {
  const count = between(node, family, from, until)
  if (count > 0 && count < LEAST) return true
  return node.hidden && family === 'left' && from === 0 && until === lastOf(node)
}

/** Fewer than five ended in all: nothing more can be hidden of how. */
function isPlain(node: CubeNode, family: Family): boolean {
  if (family === 'left' || !node.told) return false
  const last = lastOf(node)
  const ended = [...node.gone.keys()].reduce(
    (sum, name) => (name === 'left' ? sum : sum + between(node, name, 0, last)),
    0,
  )
  return ended < LEAST
}

/**
 * Tells less of the smallest place beside it: a cut less, a way of ending less, or nothing of it any more. Where a step
 * was already taken on that line, it is looked at again first. False when there is no such place.
 */
function close(
  gap: Gap,
  lines: readonly CubeLine[],
  own: ReadonlySet<CubeNode>,
  touched: Set<CubeLine>,
): boolean {
  const { node, family, from, until } = gap
  const beside = new Set(lines.flatMap(({ total, parts }) => [total, ...parts]))
  const others = [...beside].filter((one) => one !== node && one.told && own.has(one))
  const told =
    others.length > 0
      ? others.toSorted((a, b) => a.n - b.n)
      : [node].filter((one) => one.told && own.has(one))
  const last = lastOf(node)
  const inside = [from, until].filter((position) => position > 0 && position < last)
  const chosen =
    told.find(({ cuts }) => inside.some((position) => cuts.has(position))) ??
    told.find(({ apart }) => family !== 'left' && family !== 'other' && apart.has(family)) ??
    told[0]
  if (!chosen) return false
  const line = lines.find(({ total, parts }) => total === chosen || parts.includes(chosen))
  if (line && touched.has(line)) return true
  if (line) touched.add(line)
  tellLess(chosen, gap, inside)
  return true
}

function tellLess(node: CubeNode, { family, from, until }: Gap, inside: readonly number[]): void {
  const last = lastOf(node)
  const cut = inside.find((position) => node.cuts.has(position))
  if (cut !== undefined) dropCut(node, cut)
  else if (family === 'left' || !hideEnd(node, family)) {
    const inner = [...node.cuts].find((position) => position > 0 && position < last)
    if (inner !== undefined && (from > 0 || until < last)) dropCut(node, inner)
    else node.told = false
  }
}
