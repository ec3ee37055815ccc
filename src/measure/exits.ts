/**
 * The waits of one stratum as counts by time: all that any figure of this folder needs. Times in one unit (days),
 * ascending and distinct; every other column has the same length. Counts are whole numbers.
 */
export type Exits = {
  /** Cases counted, whether ended or not. */
  readonly n: number
  readonly time: Float64Array
  /** Cases that ended at this time, whatever the outcome. */
  readonly ended: Float64Array
  /** The same, per outcome: `byCause[k]` is the outcome of code k + 1. Empty when outcomes are not told apart. */
  readonly byCause: readonly Float64Array[]
  /** Cases that were still waiting at this time and are not seen afterwards. */
  readonly censored: Float64Array
  /** Cases seen only from a later moment of their wait (left truncation); null when all are seen from the start. */
  readonly entries: { readonly time: Float64Array; readonly count: Float64Array } | null
}

/** One wait, or several alike: `cause` 0 is not ended, 1 and above an outcome; `entry` 0 or absent is from the start. */
export type Wait = {
  readonly time: number
  readonly cause: number
  readonly entry?: number
  readonly count?: number
}

/** Times closer than this are one time, as in R's survival. */
const SAME_TIME = 1e-9

/**
 * Counts waits. `causes` is how many outcomes are told apart. Waits whose time is not after their entry (0 without
 * one) were never at risk: they are left out and counted in `neverAtRisk`.
 */
export function countExits(waits: readonly Wait[], causes: number): { exits: Exits; neverAtRisk: number } {
  const seen = waits.filter(({ time, entry = 0 }) => time > entry + SAME_TIME)
  const time = distinct(seen.map((wait) => wait.time))
  const tally = blankTally(time, causes)
  for (const wait of seen) addWait(tally, indexAt(time, wait.time), wait)
  const late = seen.filter(({ entry = 0 }) => entry > SAME_TIME)
  const exits = { ...tally, n: sumOf(seen), entries: late.length > 0 ? countEntries(late) : null }
  return { exits, neverAtRisk: sumOf(waits) - sumOf(seen) }
}

/** Counts of one stratum added to another's: a total, several landlords, several sites. */
export function mergeExits(parts: readonly Exits[]): Exits {
  const causes = Math.max(0, ...parts.map(({ byCause }) => byCause.length))
  const time = distinct(joined(parts.map((part) => part.time)))
  const tally = blankTally(time, causes)
  for (const part of parts) {
    const rows = part.time.map((at) => indexAt(time, at))
    addColumn(tally.ended, part.ended, rows)
    addColumn(tally.censored, part.censored, rows)
    tally.byCause.forEach((column, k) => addColumn(column, part.byCause[k] ?? new Float64Array(0), rows))
  }
  return { ...tally, n: parts.reduce((sum, { n }) => sum + n, 0), entries: mergeEntries(parts) }
}

function mergeEntries(parts: readonly Exits[]): Exits['entries'] {
  const late = parts.flatMap(({ entries }) => (entries ? [entries] : []))
  if (late.length === 0) return null
  const time = distinct(joined(late.map((entries) => entries.time)))
  const count = new Float64Array(time.length)
  for (const entries of late)
    addColumn(
      count,
      entries.count,
      entries.time.map((at) => indexAt(time, at)),
    )
  return { time, count }
}

function addColumn(total: Float64Array, part: Float64Array, rows: Float64Array): void {
  part.forEach((count, row) => {
    const at = rows[row] ?? 0
    total[at] = (total[at] ?? 0) + count
  })
}

function joined(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.reduce((size, { length }) => size + length, 0))
  let at = 0
  for (const column of columns) {
    all.set(column, at)
    at += column.length
  }
  return all
}

function blankTally(time: Float64Array, causes: number) {
  const column = () => new Float64Array(time.length)
  return { time, ended: column(), censored: column(), byCause: Array.from({ length: causes }, column) }
}

function addWait(tally: ReturnType<typeof blankTally>, at: number, { cause, count = 1 }: Wait): void {
  const column = cause === 0 ? tally.censored : tally.ended
  column[at] = (column[at] ?? 0) + count
  const own = tally.byCause[cause - 1]
  if (own) own[at] = (own[at] ?? 0) + count
}

function countEntries(late: readonly Wait[]): NonNullable<Exits['entries']> {
  const time = distinct(late.map(({ entry = 0 }) => entry))
  const count = new Float64Array(time.length)
  for (const wait of late) {
    const at = indexAt(time, wait.entry ?? 0)
    count[at] = (count[at] ?? 0) + (wait.count ?? 1)
  }
  return { time, count }
}

const sumOf = (waits: readonly Wait[]): number => waits.reduce((sum, { count = 1 }) => sum + count, 0)

function distinct(times: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(times).sort()
  return sorted.filter((time, at) => at === 0 || time - (sorted[at - 1] ?? 0) > SAME_TIME)
}

/** The row of the last time not after this one, within SAME_TIME; -1 before the first. */
export function indexAt(times: ArrayLike<number>, time: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) <= time + SAME_TIME) low = middle + 1
    else high = middle
  }
  return low - 1
}
