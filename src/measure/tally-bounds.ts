import { between, type Cube, type CubeLine, type CubeNode, type Family } from './tally-cube.ts'

/**
 * What anybody can infer of each place of a cube from what is told of the others: for each two positions, at least how
 * many left between them and at most how many. Stretches add up, and so do the places of a line.
 */
type Bounds = { readonly low: Float64Array; readonly high: Float64Array }
export type Inferred = ReadonlyMap<CubeNode, Bounds>

/** A bound that has not settled after so many rounds moves by ever less. */
const ROUNDS = 40

type Sight = Pick<Cube, 'lines' | 'size'> & { readonly nodes: readonly CubeNode[] }

/** @param before what is known already, from elsewhere. */
export function inferred({ nodes, lines, size }: Sight, family: Counted, before?: Inferred): Inferred {
  const all = new Map(nodes.map((node) => [node, startOf(node, family, size, before?.get(node))]))
  const open = new Set(nodes)
  for (let round = 0; round < ROUNDS && open.size > 0; round++) {
    const moved = new Set<CubeNode>()
    for (const node of open) if (addStretches(all.get(node), size)) moved.add(node)
    for (const line of lines) addLine(line, all, moved)
    open.clear()
    for (const node of moved) open.add(node)
  }
  return all
}

/** All who ended, told apart or not. */
type Counted = Family | 'all_ends'

/** How often what is known of one way of ending is held against the others. */
const TURNS = 3

/** What is inferred of each way of ending, given that of all who left. Ways of ending sum to all who ended, who are at most all who left. */
export function inferredEnds(
  sight: Sight,
  left: Inferred,
  families: readonly Family[],
): ReadonlyMap<Family, Inferred> {
  const ways = families.filter((family) => family !== 'left')
  const ceilings = new Map(
    [...left].map(([node, { high }]) => [node, { low: new Float64Array(high.length), high }]),
  )
  const ended = inferred(sight, 'all_ends', ceilings)
  let known = new Map<Family, Inferred>(ways.map((way) => [way, inferred(sight, way, ceilings)]))
  for (let turn = 0; turn < TURNS && ways.length > 1; turn++) {
    const narrowed = holdTogether(sight, known, ended)
    if (narrowed.size === 0) break
    const again = [...known].filter(([, bounds]) => [...bounds.values()].some((one) => narrowed.has(one)))
    known = new Map([...known, ...again.map(([way, bounds]) => [way, inferred(sight, way, bounds)] as const)])
  }
  return known
}

/** Ways of ending held against all who ended, and those told as «other» against their sum; gives what was narrowed. */
function holdTogether(
  { nodes, size }: Sight,
  known: ReadonlyMap<Family, Inferred>,
  ended: Inferred,
): Set<Bounds> {
  const narrowed = new Set<Bounds>()
  for (const node of nodes) {
    const own = [...known.values()].flatMap((bounds) => bounds.get(node) ?? [])
    const hidden = [...known].flatMap(([way, bounds]) =>
      way !== 'left' && node.apart.has(way) ? [] : (bounds.get(node) ?? []),
    )
    const whole = ended.get(node)
    shareOut(own, narrowed, (at) => [whole?.low[at] ?? 0, whole?.high[at] ?? Infinity])
    if (node.told) shareOut(hidden, narrowed, (at) => toldOfOthers(node, at, size))
  }
  return narrowed
}

function toldOfOthers(node: CubeNode, at: number, size: number): readonly [number, number] {
  const [from, until] = [Math.floor(at / size), at % size]
  if (from >= until || !node.cuts.has(from) || !node.cuts.has(until)) return [0, Infinity]
  const exact = others(node, from, until)
  return [exact, exact]
}

/** Each part is the sum less the other parts. */
function shareOut(
  parts: readonly Bounds[],
  narrowed: Set<Bounds>,
  sumAt: (at: number) => readonly [number, number],
): void {
  for (let at = 0; at < (parts[0]?.low.length ?? 0); at++) {
    const [low, high] = sumAt(at)
    for (const part of parts) {
      let [least, most] = [0, 0]
      for (const other of parts) {
        if (other === part) continue
        least += other.low[at] ?? 0
        most += other.high[at] ?? Infinity
      }
      if (narrow(part, at, most === Infinity ? 0 : low - most, high - least)) narrowed.add(part)
    }
  }
}

/** Stretches are numbered by their two positions. */
export const stretch = (from: number, until: number, size: number): number => from * size + until

function startOf(node: CubeNode, family: Counted, size: number, before: Bounds | undefined): Bounds {
  const low = before ? before.low.slice() : new Float64Array(size * size)
  const high = before ? before.high.slice() : new Float64Array(size * size).fill(Infinity)
  const isTold = (at: number) => node.told && node.cuts.has(at)
  const isApart = family === 'left' || family === 'all_ends' || node.apart.has(family)
  for (let from = 0; from < size; from++) {
    for (let until = from + 1; until < size; until++) {
      const at = stretch(from, until, size)
      if (!isTold(from) || !isTold(until)) continue
      const exact = family === 'all_ends' ? ends(node, from, until) : between(node, family, from, until)
      high[at] = isApart ? exact : Math.min(high[at] ?? Infinity, others(node, from, until))
      if (isApart) low[at] = exact
    }
  }
  return { low, high }
}

/** All who ended between two positions. */
function ends(node: CubeNode, from: number, until: number): number {
  let sum = 0
  for (const family of node.gone.keys()) if (family !== 'left') sum += between(node, family, from, until)
  return sum
}

/** What is told as «other» between two positions: all that is not told apart. */
export function others(node: CubeNode, from: number, until: number): number {
  let sum = 0
  for (const family of node.gone.keys())
    if (family !== 'left' && !node.apart.has(family)) sum += between(node, family, from, until)
  return sum
}

/**
 * Two stretches that follow one another make the one that holds both. Loops are bare: most of the time of a protection
 * is spent here.
 */
function addStretches(bounds: Bounds | undefined, size: number): boolean {
  if (!bounds) return false
  let moved = false
  for (let from = 0; from < size; from++) {
    for (let middle = from + 1; middle < size; middle++) {
      for (let until = middle + 1; until < size; until++) {
        if (addThree(bounds, from * size + middle, middle * size + until, from * size + until)) moved = true
      }
    }
  }
  return moved
}

function addThree(bounds: Bounds, one: number, two: number, both: number): boolean {
  const { low, high } = bounds
  const [lowOne = 0, highOne = Infinity] = [low[one], high[one]]
  const [lowTwo = 0, highTwo = Infinity] = [low[two], high[two]]
  const [lowBoth = 0, highBoth = Infinity] = [low[both], high[both]]
  const whole = narrow(bounds, both, lowOne + lowTwo, highOne + highTwo)
  const first = narrow(bounds, one, lowBoth - highTwo, highBoth - lowTwo)
  const second = narrow(bounds, two, lowBoth - highOne, highBoth - lowOne)
  return whole || first || second
}

/** The total of a line is the sum of its parts; each part is the total less the others. */
function addLine({ total, parts }: CubeLine, all: Inferred, moved: Set<CubeNode>): void {
  const whole = all.get(total)
  const own = parts.flatMap((part) => all.get(part) ?? [])
  if (!whole) return
  for (let at = 0; at < whole.low.length; at++) {
    let [least, most, endless] = [0, 0, 0]
    for (const { low, high } of own) {
      least += low[at] ?? 0
      const ceiling = high[at] ?? Infinity
      if (ceiling === Infinity) endless++
      else most += ceiling
    }
    if (narrow(whole, at, least, endless > 0 ? Infinity : most)) moved.add(total)
    const [low, high] = [whole.low[at] ?? 0, whole.high[at] ?? Infinity]
    if (low === 0 && high === Infinity) continue
    for (let k = 0; k < own.length; k++) {
      const [bounds, part] = [own[k], parts[k]]
      if (!bounds || !part) continue
      const ceiling = bounds.high[at] ?? Infinity
      const othersEndless = endless > (ceiling === Infinity ? 1 : 0)
      const floor = othersEndless ? 0 : low - (most - (ceiling === Infinity ? 0 : ceiling))
      if (narrow(bounds, at, floor, high - (least - (bounds.low[at] ?? 0)))) moved.add(part)
    }
  }
}

function narrow({ low, high }: Bounds, at: number, least: number, most: number): boolean {
  const [floor = 0, ceiling = Infinity] = [low[at], high[at]]
  if (least <= floor && most >= ceiling) return false
  low[at] = Math.max(floor, least)
  high[at] = Math.min(ceiling, most)
  return true
}
