// Ten and fifty million invented tickets of a thousand strata: all figures, beside DuckDB's bare counting of the same file.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { type Measured, msOf, timesOf, type Took } from './compared.ts'
import { benchCsv } from './csv-waits.ts'
import type { BenchRow } from './row.ts'
import { AS_OF } from './tickets.ts'

const COMMAND = 'npm run bench -- waits'
const CHILD = new URL('waits-child.ts', import.meta.url).pathname
const R_SCRIPT = new URL('waits.R', import.meta.url).pathname

/** @returns rows of the benchmark page; the comparison with R only where R stands. */
export async function benchWaits(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'palier-bench-waits-'))
  try {
    const ten = await makeTickets(folder, 10)
    const first = measure(ten, 5)
    const r = timeOfR(10_000_000)
    const fifty = await makeTickets(folder, 50)
    const second = measure(fifty, 3)
    return [
      timeRow(10, first),
      memoryRow(10, first.peakMb, 600),
      ...(r === undefined ? [] : [rRow(r, first.figures)]),
      linearRow(first, second),
      memoryRow(50, second.peakMb, 700),
      await benchCsv(),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Opened over two years; waits of 5 to 55 days on average, by stratum, some still open; four outcomes. */
async function makeTickets(folder: string, millions: number): Promise<string> {
  const file = join(folder, `${millions}.parquet`)
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '2GB', threads: '2' })
  const duck = await instance.connect()
  await duck.run(`copy (
    select (hash(i) % 1000)::smallint as stratum, opened,
      case when day + wait <= ${AS_OF.day} then opened + wait end as closed,
      (case when day + wait <= ${AS_OF.day} then 1 + hash(i + 3) % 4 else 0 end)::tinyint as outcome
    from (select i, day, date '1970-01-01' + day as opened,
        (-ln((hash(i + 2) % 100000 + 1) / 100000.0) * (5 + (hash(i) % 1000) * 0.05))::integer as wait
      from (select i, (${AS_OF.day} - 730 + hash(i + 1) % 731)::integer as day from range(${millions}000000) t(i))))
    to '${file}' (format parquet)`)
  duck.closeSync()
  instance.closeSync()
  return file
}

function measure(file: string, rounds: number): Measured {
  const done = spawnSync(process.execPath, [CHILD, file, String(rounds)], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`the measure stopped: ${done.stderr}`)
  return JSON.parse(done.stdout)
}

const timeRow = (millions: number, { bare, figures }: Measured): BenchRow => ({
  what: `all figures of ${millions} million tickets, 1,000 strata, from Parquet (limit: 1.5 × DuckDB’s bare count, ${msOf(bare)})`,
  measured: msOf(figures),
  limit: msOf(timesOf(1.5, bare)),
  ratio: figures.wall / (1.5 * bare.wall),
  ok: figures.wall <= 1.5 * bare.wall,
  command: COMMAND,
})

const memoryRow = (millions: number, peakMb: number, most: number): BenchRow => ({
  what: `memory of all figures of ${millions} million tickets (peak of the process)`,
  measured: `${Math.round(peakMb)} MB`,
  limit: `${most} MB`,
  ratio: peakMb / most,
  ok: peakMb <= most,
  command: COMMAND,
})

/** Five times the tickets in at most six times the time. */
const linearRow = (ten: Measured, fifty: Measured): BenchRow => ({
  what: `all figures of 50 million tickets (limit: 6 × those of 10; DuckDB’s bare count ${msOf(fifty.bare)})`,
  measured: msOf(fifty.figures),
  limit: msOf(timesOf(6, ten.figures)),
  ratio: fifty.figures.wall / (6 * ten.figures.wall),
  ok: fifty.figures.wall <= 6 * ten.figures.wall,
  command: COMMAND,
})

const rRow = (r: Took, ours: Took): BenchRow => ({
  what: `the same counts and curves of 10 million tickets in R (data.table and survival, already in memory) ÷ ours from Parquet: at least 10`,
  measured: `${msOf(r)} against ${msOf(ours)}`,
  limit: msOf(timesOf(10, ours)),
  ratio: r.wall / (10 * ours.wall),
  ok: r.wall >= 10 * ours.wall,
  command: COMMAND,
})

/** Undefined where R or data.table is not. */
function timeOfR(tickets: number): Took | undefined {
  const done = spawnSync('Rscript', ['--vanilla', R_SCRIPT, String(tickets)], { encoding: 'utf8' })
  if (done.status !== 0) return undefined
  const [wall = 0, processor = 0] = done.stdout.trim().split(/\s+/).slice(-2).map(Number)
  return { wall, processor }
}
