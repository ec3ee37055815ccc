import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { Exits } from '../../measure/exits.ts'
import type { Provenance, Source, WhoseClock } from '../../measure/figure.ts'
import type { IntervalKind } from '../../measure/interval.ts'
import { RULES } from '../../measure/rules.ts'
import { waitsOfColumns } from '../../measure/waits-of-columns.ts'
import type { Sampling } from '../../survey/domain/event.ts'
import type { DayKind } from './explorer-question.ts'

/** Exits stand half a day after their day: what was closed on its first day was waited for (docs/measure.md). */
export const TIE = 0.5

/** One count as the tables of the explorer give it. */
export type WaitRow = {
  readonly days: number
  readonly entry: number
  readonly outcome: number
  readonly n: number
}

/** Waits under a name: what is in question, what is beside it, one of many in a row. */
export type NamedWaits = { readonly name: string; readonly exits: Exits; readonly neverAtRisk: number }

const EMPTY: Exits = {
  n: 0,
  time: new Float64Array(0),
  ended: new Float64Array(0),
  byCause: [],
  censored: new Float64Array(0),
  entries: null,
}

/** Counts of one selection as columns of equal lengths; `entry` is empty when all are seen from the start. */
export type WaitColumns = {
  readonly days: Int32Array
  readonly entry: Int32Array
  readonly outcome: Int32Array
  readonly n: Int32Array
}

/** Counts of the selection at this place of a list; several parts of one add up. */
export type WaitPart = WaitColumns & { readonly at: number }

/** The same of rows. */
export const columnsOfRows = (rows: readonly WaitRow[]): WaitColumns => ({
  days: Int32Array.from(rows, ({ days }) => days),
  entry: Int32Array.from(rows, ({ entry }) => entry),
  outcome: Int32Array.from(rows, ({ outcome }) => outcome),
  n: Int32Array.from(rows, ({ n }) => n),
})

/** One list of waits for each name, empty ones too. */
export function waitsByName(names: readonly string[], parts: readonly WaitPart[]): readonly NamedWaits[] {
  const size = parts.reduce((sum, { n }) => sum + n.length, 0)
  const whole = () => new Int32Array(size)
  const [stratum, days, outcome, entry] = [whole(), whole(), whole(), whole()]
  const count = new Float64Array(size)
  let row = 0
  for (const part of parts) {
    stratum.fill(part.at, row, row + part.n.length)
    days.set(part.days, row)
    outcome.set(part.outcome, row)
    entry.set(part.entry, row)
    count.set(part.n, row)
    row += part.n.length
  }
  const counted = waitsOfColumns({ stratum, days, outcome, entry, count }, TIE)
  return names.map((name, at) => ({
    name,
    exits: counted.get(at)?.exits ?? EMPTY,
    neverAtRisk: counted.get(at)?.neverAtRisk ?? 0,
  }))
}

/** Where waits come from: what a figure says of its origin, whoever's clock it is. */
export type WaitsOrigin = {
  readonly clock: WhoseClock
  readonly name: string
  readonly asOf: CalendarDay
  /** Of all the cases known, those that could be counted. */
  readonly coverage: { readonly counted: number; readonly known: number }
  readonly sources: readonly [Source, ...Source[]]
  /** First day of an extract that holds older cases only if they were still open. */
  readonly entryFrom: CalendarDay | null
  /** Of waits seen open at a door, each from the age it had there: how many by each route of sampling. */
  readonly routes?: readonly (readonly [Sampling, number])[]
}

const DAY_RULES: Readonly<Record<DayKind, string>> = {
  civil: 'civil',
  working_days: 'ouvres',
  business_days: 'ouvrables',
}

type How = { readonly interval: IntervalKind; readonly days: DayKind }

/** What a figure of these waits carries: its definition is a key of the guide. */
export const provenanceOf = (
  origin: WaitsOrigin,
  definition: string,
  { interval, days }: How,
  method = 'kaplan_meier',
): Provenance => ({
  definition,
  clock: origin.clock,
  asOf: origin.asOf,
  coverage: origin.coverage,
  method: `${method}/${interval}/${DAY_RULES[days]}/half`,
  rules: RULES,
  sources: origin.sources,
})
