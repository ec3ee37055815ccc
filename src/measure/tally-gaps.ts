import { TALLIES } from './disclosure.ts'
import { type Inferred, inferredAll, stretch } from './tally-bounds.ts'
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

function gapsOf(sight: Sight, families: readonly Family[]): Gap[] {
  const all = inferredAll(sight, families)
  return [...all].flatMap(([family, bounds]) =>
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

/** Tells less of the smallest place beside it: a cut less, a way of ending less, or nothing of it any more. */
function close(
  { node, family, from, until }: Gap,
  lines: readonly CubeLine[],
  own: ReadonlySet<CubeNode>,
  touched: Set<CubeLine>,
): boolean {
  if (lines.some((line) => touched.has(line))) return true
  const beside = new Set(lines.flatMap(({ total, parts }) => [total, ...parts]))
  const others = [...beside].filter((one) => one !== node && one.told && own.has(one))
  const [smallest, ...rest] = others.toSorted((a, b) => a.n - b.n)
  const told = smallest ? [smallest, ...rest] : own.has(node) && node.told ? [node] : []
  if (told.length === 0) return false
  for (const line of lines) touched.add(line)
  const last = lastOf(node)
  for (const position of [from, until]) {
    const cut = told.find(({ cuts }) => position > 0 && position < last && cuts.has(position))
    if (!cut) continue
    dropCut(cut, position)
    return true
  }
  if (family !== 'left' && told.some((one) => hideEnd(one, family))) return true
  for (const one of told.slice(0, 1)) {
    const inner = [...one.cuts].find((position) => position > 0 && position < last)
    if (inner !== undefined && (from > 0 || until < last)) dropCut(one, inner)
    else one.told = false
  }
  return true
}
