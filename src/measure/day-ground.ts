import type { Exits } from './exits.ts'
import { NOT_ENDED, OUTCOMES } from './outcomes.ts'

/**
 * A ground on which the cases of one stratum are laid by whole day of wait, and taken up as `Exits`; it then serves the
 * next stratum. `leaving[outcome][day]`, `entering[day]`; `days` is one more than the longest wait laid.
 */
export type Ground = {
  readonly leaving: readonly Float64Array[]
  readonly entering: Float64Array
  days: number
}

/** Ground for waits of 0 to `longest` days. */
export function newGround(longest: number): Ground {
  const column = () => new Float64Array(longest + 1)
  return { leaving: [NOT_ENDED, ...OUTCOMES].map(column), entering: column(), days: 0 }
}

/** Lays cases that ended so (or not: code 0) after these days. Throws RangeError off the ground. */
export function addLeaving(ground: Ground, outcome: number, days: number, count: number): void {
  const column = ground.leaving[outcome]
  const before = column?.[days]
  if (!column || before === undefined)
    throw new RangeError(`no place for outcome ${outcome} after ${days} days`)
  column[days] = before + count
  if (days >= ground.days) ground.days = days + 1
}

/** Lays cases seen only from this day of their wait on; they leave on it or later. */
export function addEntering(ground: Ground, day: number, count: number): void {
  ground.entering[day] = (ground.entering[day] ?? 0) + count
}

/** The counts of a stratum, exits put `tie` after their day, and the ground cleared for the next. */
export function harvest(ground: Ground, tie: number): Exits {
  const days: number[] = []
  const late: number[] = []
  for (let day = 0; day < ground.days; day++) {
    if (ground.leaving.some((column) => column[day] !== 0)) days.push(day)
    if (ground.entering[day] !== 0) late.push(day)
  }
  const [censored, ...byCause] = ground.leaving.map((column) => taken(column, days))
  const entries = { time: Float64Array.from(late), count: taken(ground.entering, late) }
  const ended = new Float64Array(days.length)
  for (const column of byCause) column.forEach((count, row) => (ended[row] = (ended[row] ?? 0) + count))
  for (const column of [...ground.leaving, ground.entering]) column.fill(0, 0, ground.days)
  ground.days = 0
  return {
    n: sum(ended) + sum(censored ?? []),
    time: Float64Array.from(days, (day) => day + tie),
    ended,
    byCause,
    censored: censored ?? new Float64Array(0),
    entries: late.length > 0 ? entries : null,
  }
}

function taken(column: Float64Array, days: readonly number[]): Float64Array {
  const counts = new Float64Array(days.length)
  for (let row = 0; row < days.length; row++) counts[row] = column[days[row] ?? 0] ?? 0
  return counts
}

const sum = (counts: Iterable<number>): number => {
  let total = 0
  for (const count of counts) total += count
  return total
}
