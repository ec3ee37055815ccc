// Measures one file of tickets in a process of its own, so that its memory is its own: `waits-child.ts FILE bare|figures`.
import { DuckDBInstance } from '@duckdb/node-api'
import { incidencesOf } from '../../src/measure/competing.ts'
import type { Exits } from '../../src/measure/exits.ts'
import { waitsSql } from '../../src/measure/fold-sql.ts'
import { quantilesOf } from '../../src/measure/quantile.ts'
import { restrictedMean } from '../../src/measure/restricted-mean.ts'
import { boundColumns, standardErrors, survivalOf } from '../../src/measure/survival.ts'
import { waitsOfColumns } from '../../src/measure/waits-of-columns.ts'
import { measured } from './compared.ts'
import { AS_OF } from './tickets.ts'

const [file = '', rounds = '5'] = process.argv.slice(2)
const instance = await DuckDBInstance.create(':memory:', { memory_limit: '300MB', threads: '2' })
const duck = await instance.connect()
const tickets = `read_parquet('${file}')`

const BARE = `select stratum, coalesce(closed, date '${AS_OF.text}') - opened as wait, outcome, count(*) as n
  from ${tickets} group by stratum, wait, outcome`
const OURS = waitsSql(
  'duckdb',
  {
    relation: `(select stratum, outcome, date_diff('day', date '1970-01-01', opened)::integer as opened_day,
      date_diff('day', date '1970-01-01', closed)::integer as closed_day from ${tickets})`,
    stratum: 'stratum',
    openedDay: 'opened_day',
    closedDay: 'closed_day',
    outcome: 'outcome',
  },
  { asOf: { precision: 'day', day: AS_OF.day }, days: 'civil' },
)

/** Rows read and left: what DuckDB alone takes. */
async function bare(): Promise<number> {
  const result = await duck.stream(BARE)
  let rows = 0
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    rows += chunk.rowCount
  return rows
}

async function figures(): Promise<number> {
  const waits = waitsOfColumns(await columns(), 0.5)
  let sum = 0
  for (const { exits } of waits.values()) sum += allFigures(exits)
  return sum
}

function allFigures(exits: Exits): number {
  const curve = survivalOf(exits)
  const bounds = boundColumns(curve)
  const [, median] = quantilesOf(curve, [0.25, 0.5, 0.75, 0.9], bounds)
  const mean = restrictedMean(curve, 90)
  const { causes } = incidencesOf(exits)
  const told = standardErrors(curve).length + causes.length + (mean.ok ? mean.value.value : 0)
  return told + (typeof median?.value === 'number' ? median.value : 0)
}

type Column = 'stratum' | 'days' | 'outcome'
const NAMES: readonly Column[] = ['stratum', 'days', 'outcome']

/** Typed columns, chunk by chunk; entries are all 0 here. */
async function columns() {
  const result = await duck.stream(OURS)
  const read = {
    stratum: new Int32Array(1 << 22),
    days: new Int32Array(1 << 22),
    outcome: new Int32Array(1 << 22),
  }
  const count = new Float64Array(1 << 22)
  let size = 0
  for (;;) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) break
    NAMES.forEach((name, at) => {
      const { items } = chunk.getColumnVector(at) as unknown as { items: Int32Array }
      read[name].set(items.subarray(0, chunk.rowCount), size)
    })
    const { items } = chunk.getColumnVector(4) as unknown as { items: BigInt64Array }
    const halves = new Int32Array(items.buffer, items.byteOffset, 2 * chunk.rowCount) // counts here are below 2^31
    for (let row = 0; row < chunk.rowCount; row++) count[size + row] = halves[2 * row] ?? 0
    size += chunk.rowCount
  }
  const { stratum, days, outcome } = read
  return {
    stratum: stratum.subarray(0, size),
    days: days.subarray(0, size),
    outcome: outcome.subarray(0, size),
    count: count.subarray(0, size),
  }
}

console.log(JSON.stringify(await measured(bare, figures, Number(rounds))))
