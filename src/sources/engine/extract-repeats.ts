/** Rows that are no case of their own: headers that come again, numbers already seen. */
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { ExtractRefusal } from '../domain/extracted-cases.ts'
import type { InspectedFile } from '../domain/inspected-file.ts'
import { headersOf, type WaitMap } from '../domain/wait-map.ts'
import { type Engine, quoted } from './duck.ts'
import { columnOf } from './extract-sql.ts'

const ID_SAMPLES = 3

/**
 * Makes `header_rows` (row_no): rows whose every written cell repeats its header. `first` is the column that a case
 * cannot lack; only where it is empty, or says its own header, is the rest of the row looked at.
 */
export async function findHeaderRows(
  engine: Engine,
  file: InspectedFile,
  map: WaitMap,
  { by, first }: { by: readonly string[]; first: string },
): Promise<void> {
  const wanted = [...new Set([...headersOf(map), ...by])]
  const lead = columnOf(file, first)
  const says = (header: string): string =>
    `coalesce(fold_text(${columnOf(file, header)}) = fold_text(${quoted(header)}), false)`
  await engine.run(`create or replace temp table may_be_headers as
    select row_no, ${wanted.map((header) => columnOf(file, header)).join(', ')} from raw
    where ${lead} is null or case when ${lead} > ':' then ${says(first)} else false end`)
  const [found] = await engine.rows<{ n: bigint }>('select count(*) as n from may_be_headers')
  await engine.run('create or replace table header_rows(row_no bigint)')
  if (!found?.n) return
  await engine.run(`insert into header_rows select row_no from may_be_headers
    where ${wanted.map((header) => `(${says(header)} or ${columnOf(file, header)} is null)`).join(' and ')}
      and (${wanted.map(says).join(' or ')})`)
}

/** Makes `repeats` (row_no): rows whose number another row has already, read from the end of the file or from its start. */
export async function findRepeats(
  engine: Engine,
  map: WaitMap,
  id: string | undefined,
): Promise<Result<undefined, ExtractRefusal>> {
  await engine.run('create or replace table repeats(row_no bigint)')
  if (id === undefined || map.id === undefined) return accept()
  await engine.run(`create or replace temp table seen_again as
    select h from (select hash(${id}) as h from raw where ${id} is not null) group by h having count(*) > 1`)
  await engine.run(`insert into repeats
    select row_no from (
      select row_no, row_number() over (partition by ${id} order by row_no ${map.repeats === 'last' ? 'desc' : ''}) as nth
      from raw where hash(${id}) in (select h from seen_again) and ${id} is not null
        and row_no not in (select row_no from header_rows))
    where nth > 1`)
  if (map.repeats !== 'error') return accept()
  const rows = await engine.rows<{ value: string; n: bigint }>(
    `select ${id} as value, count(*) as n from raw semi join repeats using (row_no) group by 1 order by n desc, value`,
  )
  if (rows.length === 0) return accept()
  return refuse({
    because: 'repeated_ids',
    header: map.id,
    rows: rows.reduce((sum, { n }) => sum + Number(n), 0),
    samples: rows.slice(0, ID_SAMPLES).map(({ value }) => value),
  })
}
