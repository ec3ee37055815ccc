import { type ClosedOnly, closedLengths, closedOnly } from '../../measure/closed-only.ts'
import { closedLengthsSql } from '../../measure/closed-lengths-sql.ts'
import type { Exits } from '../../measure/exits.ts'
import { type CaseRelation, waitsSql, type WaitsReading } from '../../measure/fold-sql.ts'
import { type CountedWaits, waitsOfColumns } from '../../measure/waits-of-columns.ts'
import { type AskedEngine, numbersOf } from './asked-engine.ts'

/** The waits of each stratum, by its code, and what closed cases alone would say of it. */
export type FoldedCases = {
  readonly waits: ReadonlyMap<number, CountedWaits>
  readonly closedOnly: ReadonlyMap<number, ClosedOnly>
}

/** What is folded: a table of cases, as `extractCases` makes it. */
export type FoldedTable = {
  readonly relation: string
  readonly lateEntries: boolean
  /** No hour is told of an opening nor of a closing: lengths are whole days, and the waits say them all. */
  readonly bareDates: boolean
}

/** Counts the table at a date. */
export async function foldCases(
  engine: AskedEngine,
  table: FoldedTable,
  reading: WaitsReading,
  tie: 0 | 0.5,
): Promise<FoldedCases> {
  const from = caseRelation(table)
  const columns = await numbersOf(engine, waitsSql('duckdb', from, reading), 5)
  const [stratum, days, outcome, entry] = columns.map((column) => new Int32Array(column))
  const count = columns[4]
  if (!stratum || !days || !outcome || !entry || !count) throw new Error('five columns were asked')
  const waits = waitsOfColumns({ stratum, days, outcome, entry, count }, tie)
  if (!table.bareDates) return { waits, closedOnly: await closedOnlyOf(engine, from, reading, tie) }
  return { waits, closedOnly: new Map([...waits].map(([code, { exits }]) => [code, closedDays(exits, tie)])) }
}

/** The lengths of closed cases are their days of wait, where a day is all that is told of their ends. */
const closedDays = ({ time, ended }: Exits, tie: 0 | 0.5): ClosedOnly =>
  closedOnly(Array.from(time, (at, row) => ({ length: at - tie, count: ended[row] ?? 0 })))

const caseRelation = ({ relation, lateEntries, bareDates }: FoldedTable): CaseRelation => ({
  relation,
  stratum: 'stratum',
  openedDay: 'opened_day',
  closedDay: 'closed_day',
  outcome: 'outcome',
  openedUs: 'opened_us',
  closedUs: 'closed_us',
  openedIsDate: bareDates ? 'true' : 'opened_is_date',
  closedIsDate: bareDates ? 'true' : 'closed_is_date',
  ...(lateEntries ? { entryDay: 'entry_day', entryUs: 'entry_us' } : {}),
})

type LengthsRow = {
  stratum: number
  n: bigint
  whole_days: bigint
  rest_us: bigint
  low_us: bigint
  high_us: bigint
}

async function closedOnlyOf(
  engine: AskedEngine,
  from: CaseRelation,
  reading: WaitsReading,
  tie: 0 | 0.5,
): Promise<Map<number, ClosedOnly>> {
  const rows = await engine.rows<LengthsRow>(closedLengthsSql('duckdb', from, reading, tie))
  return new Map(
    rows.map(({ stratum, n, whole_days, rest_us, low_us, high_us }) => [
      stratum,
      closedLengths({
        n: Number(n),
        wholeDays: whole_days,
        restUs: rest_us,
        lowUs: low_us,
        highUs: high_us,
      }),
    ]),
  )
}
