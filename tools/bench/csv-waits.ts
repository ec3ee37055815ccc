// A million invented cases of twelve columns as text: read, mapped and counted, beside DuckDB's own reading and counting.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { type Measured, msOf, timesOf } from './compared.ts'
import type { BenchRow } from './row.ts'
import { AS_OF } from './tickets.ts'

const CHILD = new URL('csv-waits-child.ts', import.meta.url).pathname

export async function benchCsv(): Promise<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'palier-bench-csv-'))
  try {
    const file = join(folder, 'demandes.csv')
    await makeCases(file)
    writeFileSync(join(folder, 'demandes.json'), '{"opened":"ouverte_le","closed":"close_le"}')
    const done = spawnSync(process.execPath, [CHILD, file, '5'], { encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`the measure stopped: ${done.stderr}`)
    return rowOf(JSON.parse(done.stdout))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const rowOf = ({ bare, figures }: Measured): BenchRow => ({
  what: `waits of a CSV of 1 million rows × 12 columns, by district: inspected, dates decided, rows judged, counted (limit: 1.5 × DuckDB’s own read and count, told the order of the dates, ${msOf(bare)})`,
  measured: msOf(figures),
  limit: msOf(timesOf(1.5, bare)),
  ratio: figures.wall / (1.5 * bare.wall),
  ok: figures.wall <= 1.5 * bare.wall,
  command: 'npm run bench -- waits',
})

/** As a landlord's program would export it: two dates as people write them, statuses, places, words. */
async function makeCases(file: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', threads: '2' })
  const duck = await instance.connect()
  const shown = (day: string): string => `strftime(date '1970-01-01' + (${day})::integer, '%d/%m/%Y')`
  await duck.run(`copy (
    select 'D' || i as numero, ${shown('opened')} as ouverte_le, case when is_closed then ${shown('opened + wait')} end as close_le,
      case when is_closed then 'terminée' else 'ouverte' end as statut, 'Quartier ' || (hash(i + 4) % 40) as quartier,
      'Famille ' || (hash(i + 5) % 25) as famille, (hash(i + 6) % 200) || ' rue des Essais' as adresse,
      'Bâtiment ' || (hash(i + 7) % 12) as batiment, 'P' || (hash(i + 8) % 9) as priorite, 'canal ' || (hash(i + 9) % 4) as canal,
      'travaux demandés, numéro ' || (hash(i + 10) % 10000) as texte, (hash(i + 11) % 100)::varchar as agent
    from (select *, opened + wait <= ${AS_OF.day} as is_closed
      from (select i, ${AS_OF.day} - 730 + (hash(i + 1) % 731)::integer as opened,
          (-ln((hash(i + 2) % 100000 + 1) / 100000.0) * (5 + (hash(i) % 1000) * 0.05))::integer as wait
        from range(1000000) t(i)))) to '${file}' (header, delimiter ';')`)
  duck.closeSync()
  instance.closeSync()
}
