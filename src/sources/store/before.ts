import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { STILL_OPEN } from '../../measure/lexis.ts'
import { listStrata } from './strata.ts'

/** Lines of a CSV without a header, some thousands at a time: what the engine reads of the vintage before. */
export type CsvPages = AsyncGenerator<string>

const AT_ONCE = 50_000

/** id, place, category. */
export async function* strataBefore(db: ScopedDb, sourceId: string): CsvPages {
  const strata = await listStrata(db, sourceId)
  yield strata.map(({ id, place, category }) => `${id},${quoted(place)},${quoted(category)}\n`).join('')
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** key, stratum, opened, closed, outcome, hours; in the order of keys. */
export async function* casesBefore(db: ScopedDb, sourceId: string): CsvPages {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<{ page: string | null; rows: number }>`
      select string_agg(concat_ws(',', case_key, stratum_id, opened_day, coalesce(closed_day, ${STILL_OPEN}::int), outcome,
        coalesce(hours::text, '')), E'\n' order by case_key) || E'\n' as page, count(*)::int as rows
      from (select case_key, stratum_id, opened_day, closed_day, outcome, hours from source_case
        where space_id = ${db.actor.spaceId} and source_id = ${sourceId} and case_key > ${after}
        order by case_key limit ${AT_ONCE}) c`.execute(db.sql)
    const [found] = rows
    if (!found?.page) return
    yield found.page
    if (found.rows < AT_ONCE) return
    after = found.page.slice(found.page.lastIndexOf('\n', found.page.length - 2) + 1).slice(0, 36)
  }
}

/** stratum, opened, closed, outcome, n; whatever day each count is known from, a page for each stratum. */
export async function* cellsBefore(db: ScopedDb, sourceId: string): CsvPages {
  for (const { id } of await listStrata(db, sourceId)) {
    const { rows } = await sql<{ page: string | null }>`
      select string_agg(concat_ws(',', ${id}::int, opened_day, closed_day, outcome, n), E'\n') || E'\n' as page
      from (select opened_day, closed_day, outcome, sum(n) as n from source_cell
        where space_id = ${db.actor.spaceId} and source_id = ${sourceId} and stratum_id = ${id}
        group by opened_day, closed_day, outcome having sum(n) <> 0) c`.execute(db.sql)
    if (rows[0]?.page) yield rows[0].page
  }
}
