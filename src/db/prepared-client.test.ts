import { sql } from 'kysely'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { type Database, openPool } from './connect.ts'

/** One connection, so that what it keeps can be looked at. */
let db: Database
const table = () => sql.id(`prepared_${process.pid}`)

beforeEach(async () => {
  db = openPool(inject('ownerUrl'), 1)
  await sql`create table ${table()} (n int not null)`.execute(db)
})
afterEach(async () => {
  await sql`drop table ${table()}`.execute(db)
  await db.destroy()
})

const double = (n: number) => sql<{ it: number }>`select ${n}::int * 2 as it`
const among = (all: readonly number[]) => sql<{ it: boolean }>`select 3 in (${sql.join(all)}) as it`

async function kept(): Promise<{ statement: string; used: number }[]> {
  const { rows } = await sql<{ statement: string; used: number }>`
    select statement, (generic_plans + custom_plans)::int as used from pg_prepared_statements
    order by prepare_time`.execute(db)
  return rows
}

it('prepares a text once, and runs it again with other values', async () => {
  for (const n of [1, 2, 3]) expect((await double(n).execute(db)).rows).toEqual([{ it: n * 2 }])
  expect(await kept()).toEqual([{ statement: 'select $1::int * 2 as it', used: 3 }])
})

it('a list of another length is another text: neither answers for the other', async () => {
  expect((await among([1, 2]).execute(db)).rows).toEqual([{ it: false }])
  expect((await among([1, 2, 3]).execute(db)).rows).toEqual([{ it: true }])
  expect((await among([4, 5]).execute(db)).rows).toEqual([{ it: false }])
  expect((await kept()).map(({ used }) => used)).toEqual([2, 1])
})

it('keeps 300 texts and no more; the next ones are answered all the same', async () => {
  for (let n = 1; n <= 320; n++) {
    const { rows } = await sql<{ it: number }>`select ${1}::int + ${sql.raw(String(n))} as it`.execute(db)
    expect(rows).toEqual([{ it: n + 1 }])
  }
  expect(await kept()).toHaveLength(300)
  expect((await double(2).execute(db)).rows).toEqual([{ it: 4 }])
})

it('lets several statements without parameters pass in one message, as scopes send them', async () => {
  await sql.raw(`begin; set local palier.space = 'here'; set local palier.account = 'me'`).execute(db)
  const { rows } = await sql`select current_setting('palier.space') as space`.execute(db)
  expect(rows).toEqual([{ space: 'here' }])
  await sql.raw('rollback').execute(db)
  expect(await kept()).toEqual([])
})

it('a statement that fails leaves the connection usable after the rollback, and so the statement itself', async () => {
  const share = (by: number) => sql<{ it: number }>`select 6 / ${by}::int as it`
  const broken = db.transaction().execute(async (tx) => {
    await sql`insert into ${table()} values (${1})`.execute(tx)
    await share(0).execute(tx)
  })
  await expect(broken).rejects.toThrow('division by zero')
  expect((await share(2).execute(db)).rows).toEqual([{ it: 3 }])
  expect((await sql`select n from ${table()}`.execute(db)).rows).toEqual([])
})

it('a text that PostgreSQL cannot read is refused each time, and spoils nothing', async () => {
  const wrong = () => sql`select nobody from ${table()} where n = ${1}`.execute(db)
  await expect(wrong()).rejects.toThrow('column "nobody" does not exist')
  await expect(wrong()).rejects.toThrow('column "nobody" does not exist')
  expect((await double(4).execute(db)).rows).toEqual([{ it: 8 }])
})

it('answers many queries at once, each with its own rows', async () => {
  const pool = openPool(inject('ownerUrl'), 2)
  try {
    const all = Array.from({ length: 40 }, (_, n) => n)
    const answers = await Promise.all(all.map((n) => double(n).execute(pool)))
    expect(answers.map(({ rows }) => rows[0]?.it)).toEqual(all.map((n) => n * 2))
  } finally {
    await pool.destroy()
  }
})

it('after a migration under traffic, one request of this connection fails, not all those that follow', async () => {
  const all = () => sql`select * from ${table()} where n = ${1}`.execute(db)
  await sql`insert into ${table()} values (1)`.execute(db)
  expect((await all()).rows).toEqual([{ n: 1 }])
  await sql`alter table ${table()} add column words text`.execute(db)
  await expect(all()).rejects.toThrow('cached plan must not change result type')
  expect((await all()).rows).toEqual([{ n: 1, words: null }])
})
