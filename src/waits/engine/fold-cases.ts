import { type ClosedOnly, closedLengths } from '../../measure/closed-only.ts'
import { closedLengthsSql } from '../../measure/closed-lengths-sql.ts'
import { type CaseRelation, waitsSql, type WaitsReading } from '../../measure/fold-sql.ts'
import { type CountedWaits, waitsOfColumns } from '../../measure/waits-of-columns.ts'
import { type AskedEngine, numbersOf } from './asked-engine.ts'

/** The waits of each stratum, by its code, and what closed cases alone would say of it. */
export type FoldedCases = {
  readonly waits: ReadonlyMap<number, CountedWaits>
  readonly closedOnly: ReadonlyMap<number, ClosedOnly>
}

/** Counts the table `relation` (as `extractCases` makes it) at a date. */
export async function foldCases(
  engine: AskedEngine,
  { relation, lateEntries }: { relation: string; lateEntries: boolean },
  reading: WaitsReading,
  tie: 0 | 0.5,
): Promise<FoldedCases> {
  const from = caseRelation(relation, lateEntries)
  const columns = await numbersOf(engine, waitsSql('duckdb', from, reading), 5)
  const [stratum, days, outcome, entry] = columns.map((column) => Int32Array.from(column))
  const count = columns[4]
  if (!stratum || !days || !outcome || !entry || !count) throw new Error('five columns were asked')
  const waits = waitsOfColumns({ stratum, days, outcome, entry, count }, tie)
  return { waits, closedOnly: await closedOnlyOf(engine, from, reading, tie) }
}

const caseRelation = (relation: string, lateEntries: boolean): CaseRelation => ({
  relation,
  stratum: 'stratum',
  openedDay: 'opened_day',
  closedDay: 'closed_day',
  outcome: 'outcome',
  openedUs: 'opened_us',
  closedUs: 'closed_us',
  openedIsDate: 'opened_is_date',
  closedIsDate: 'closed_is_date',
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
