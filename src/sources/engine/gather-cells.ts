/** The texts of a column of dates, each once where they come back. */
import type { Engine } from './duck.ts'
import { tidyColumn } from './extract-sql.ts'
import { areMonthsSpelled, spelledCells } from './spelled-months.ts'

export type DateSlot = 'opened' | 'closed' | 'entry'

/** A column says few things often (days) or many things once (instants): texts that come back this many times are few. */
const OFTEN = 4n
const LOOKED_AT = 20_000

/**
 * Makes `cells_<slot>` (text as in the file, cell tidied, n): each text once where texts come back, so that nothing is
 * read twice; else each row. Gives the SQL of a cell of `raw`.
 */
export async function gatherCells(
  engine: Engine,
  slot: DateSlot,
  column: string,
): Promise<{ cell: string; isFew: boolean }> {
  const name = `cells_${slot}`
  for (const kind of ['view', 'table']) await dropKind(engine, kind, name)
  const texts = `select ${column} as text, count(*) as n from raw where ${column} is not null group by 1`
  if (await areMonthsSpelled(engine, column)) {
    await engine.run(`create table ${name} as ${spelledCells(texts)}`)
    return { cell: 'cell', isFew: true }
  }
  if (await comeBack(engine, column)) {
    await engine.run(
      `create table ${name} as select text, nullif(tidy_text(text), '') as cell, n from (${texts})`,
    )
    return { cell: 'cell', isFew: true }
  }
  const cell = await tidyColumn(engine, column)
  await engine.run(
    `create view ${name} as select ${column} as text, ${cell} as cell, 1 as n from raw where ${column} is not null`,
  )
  return { cell, isFew: false }
}

/** Asked of the first rows, and of all when those do not say so: they may be of one morning. */
async function comeBack(engine: Engine, column: string): Promise<boolean> {
  for (const texts of [
    `count(distinct ${column}) as texts from (select ${column} from raw limit ${LOOKED_AT})`,
    `approx_count_distinct(${column}) as texts from raw`,
  ]) {
    const [seen] = await engine.rows<{ rows: bigint; texts: bigint }>(`select count(*) as rows, ${texts}`)
    if (seen && seen.texts * OFTEN <= seen.rows) return true
  }
  return false
}

async function dropKind(engine: Engine, kind: string, name: string): Promise<void> {
  const made = await engine.rows<{ n: bigint }>(
    `select count(*) as n from duckdb_${kind}s() where ${kind}_name = '${name}'`,
  )
  if (made[0]?.n) await engine.run(`drop ${kind} ${name}`)
}
