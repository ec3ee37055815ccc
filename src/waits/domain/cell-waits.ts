import { mergeExits } from '../../measure/exits.ts'
import { STILL_OPEN, tableOf } from '../../measure/lexis.ts'
import { waitsAsOf } from '../../measure/waits-as-of.ts'
import { workingSpan } from '../../measure/spans.ts'
import type { DayKind } from './explorer-question.ts'
import { type NamedWaits, TIE } from './explorer-waits.ts'

/** Cases opened on one day and closed on another (STILL_OPEN while they wait), as day numbers. */
export type Cell = {
  readonly opened: number
  readonly closed: number
  readonly outcome: number
  readonly n: number
  /** Seen from this day on only, where each case has a day of its own. */
  readonly seenFrom?: number
}

export type CellReading = {
  /** Day numbers. */
  readonly asOf: number
  readonly observedFrom: number | null
  readonly days: DayKind
  readonly doubted?: ReadonlySet<number>
}

/** Waits in the days asked for; null in years whose holidays are not known. Holidays are those of metropolitan France. */
export function waitsOfCells(name: string, cells: readonly Cell[], reading: CellReading): NamedWaits | null {
  const parts = [...Map.groupBy(cells, ({ seenFrom }) => seenFrom ?? reading.observedFrom)].map(
    ([observedFrom, own]) => waitsSeenFrom(name, own, { ...reading, observedFrom }),
  )
  const read = parts.filter((part) => part !== null)
  if (read.length < parts.length) return null
  return {
    name,
    exits: mergeExits(read.map(({ exits }) => exits)),
    neverAtRisk: read.reduce((sum, { neverAtRisk }) => sum + neverAtRisk, 0),
  }
}

function waitsSeenFrom(name: string, cells: readonly Cell[], reading: CellReading): NamedWaits | null {
  const { asOf, observedFrom, days, doubted } = reading
  const from = cells.reduce((least, { opened }) => Math.min(least, opened), asOf)
  const span =
    days === 'civil'
      ? undefined
      : workingSpan(days, 'national', { from: Math.min(from, observedFrom ?? from), until: asOf })
  if (span && !span.ok) return null
  const table = tableOf(
    cells.map(({ opened, closed, outcome, n }) => ({
      stratum: 0,
      opened,
      closed,
      outcome: closed === STILL_OPEN ? 0 : outcome,
      knownFrom: opened,
      count: n,
    })),
  )
  const waits = waitsAsOf(table, {
    asOf,
    tie: TIE,
    ...(observedFrom === null ? {} : { observedFrom }),
    ...(span ? { span: span.value } : {}),
    ...(doubted ? { doubted } : {}),
  }).get(0)
  return waits ? { name, ...waits } : { name, exits: NOBODY, neverAtRisk: 0 }
}

const NOBODY = {
  n: 0,
  time: new Float64Array(0),
  ended: new Float64Array(0),
  byCause: [],
  censored: new Float64Array(0),
  entries: null,
}
