// Migration 0127 on a database that holds waits as they were before it: one row for each length and outcome.
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts'

const MIGRATION = new URL('../../db/migrations/0127_waits_in_columns.each-kind.sql', import.meta.url)

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
  await sql`create schema before`.execute(t.owner)
  await sql`create table before.source_wait (space_id uuid, source_id uuid, place text collate "C", category text collate "C",
    opened_month integer, days integer, entry_days integer, outcome smallint, n bigint)`.execute(t.owner)
  // Two sources; the second has waits seen late, in one of its places only.
  await sql`insert into before.source_wait
    select '01920000-0000-7000-8000-000000000001', case when i % 2 = 0 then '01920000-0000-7000-8000-00000000000a'::uuid
        else '01920000-0000-7000-8000-00000000000b'::uuid end,
      'Lieu ' || i % 3, 'Famille ' || i % 5, 24300 + i % 4, i, case when i % 2 = 1 and i % 3 = 0 then i % 7 else 0 end, i % 6, 1 + i % 9
    from generate_series(1, 3000) i order by md5(i::text)`.execute(t.owner)
  await sql`create table before.kept as select * from before.source_wait`.execute(t.owner)
  const text = readFileSync(MIGRATION, 'utf8')
    .replaceAll('{{schema}}.leave_one_line', 'union_space.leave_one_line')
    .replaceAll('{{schema}}', 'before')
  await sql.raw(text).execute(t.owner)
})
afterAll(() => t?.stop())

it('keeps each of them, once, beside its own outcome and the day it was first seen', async () => {
  const now = sql`select w.space_id, w.source_id, w.place, w.category, w.opened_month, c.days, coalesce(c.entry_days, 0) as entry_days,
      c.outcome, c.n::bigint from before.source_wait w
    cross join unnest(w.days, w.entry_days, w.outcome, w.n) as c(days, entry_days, outcome, n)`
  const { rows } = await sql<{ lost: number; added: number; rows: number }>`
    select (select count(*)::int from (select * from before.kept except all ${now}) l) as lost,
      (select count(*)::int from (${now} except all select * from before.kept) a) as added,
      (select count(*)::int from before.source_wait) as rows`.execute(t.owner)
  expect(rows[0]).toEqual({ lost: 0, added: 0, rows: 60 })
})

it('keeps no column of entries where every wait is seen from its start', async () => {
  const { rows } = await sql<{ late: boolean; places: string[] }>`
    select cardinality(entry_days) > 0 as late, array_agg(distinct place) as places from before.source_wait group by 1 order by 1`.execute(
    t.owner,
  )
  expect(rows.find(({ late }) => late)?.places).toEqual(['Lieu 0'])
  expect(rows.find(({ late }) => !late)?.places).toContain('Lieu 1')
})
