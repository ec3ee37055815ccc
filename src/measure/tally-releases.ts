import { TALLIES } from './disclosure.ts'
import { leavers, type Tally, type TallyStratum } from './tally.ts'
import { type CubeNode, type Family } from './tally-cube.ts'

/**
 * At which positions a place may be told, given what left before of the same headers: not where its counts differ from
 * those by a handful. Undefined when its very total does.
 */
export function farFromReleased(
  released: readonly Tally[],
  by: readonly string[],
  ends: readonly number[],
): (node: CubeNode) => ReadonlySet<number> | undefined {
  const same = released.filter((tally) => JSON.stringify(tally.by) === JSON.stringify(by))
  const earlier = Map.groupBy(
    same.flatMap(({ strata }) => strata),
    ({ key }) => idOf(key, by),
  )
  return (node) => {
    const told = (earlier.get(idOf(node.key, by)) ?? []).map(toldOf)
    if (told.some(({ n }) => isHandful(node.n - n))) return undefined
    const positions = ends.map((_, at) => at + 1)
    return new Set(positions.filter((at) => told.every((one) => isFar(node, at, one))))
  }
}

const isHandful = (apart: number): boolean => apart !== 0 && Math.abs(apart) < TALLIES.leastCasesPerCell

const idOf = (key: Readonly<Record<string, string>>, by: readonly string[]): string =>
  JSON.stringify(by.map((header) => key[header] ?? ''))

type Told = { readonly n: number; readonly gone: ReadonlyMap<string, readonly number[]> }

function toldOf({ n, bins }: TallyStratum): Told {
  const left = bins.end.map((_, row) => leavers(bins, row))
  const columns = new Map<string, readonly number[]>([['left', left], ...Object.entries(bins.ended)])
  return { n, gone: new Map([...columns].map(([name, column]) => [name, runningSum(column)])) }
}

function runningSum(column: readonly number[]): number[] {
  let sum = 0
  return column.map((count) => (sum += count))
}

/** Whatever the end at which they were told: two ends apart make a stretch. */
function isFar(node: CubeNode, position: number, { gone }: Told): boolean {
  const families: Family[] = ['left', ...node.apart]
  return families.every((family) => {
    const own = node.gone.get(family)?.[position] ?? 0
    return (gone.get(family) ?? []).every((before) => !isHandful(own - before))
  })
}
