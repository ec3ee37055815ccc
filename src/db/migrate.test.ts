import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { TEST_SECRET, type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { openOwner } from './connect.ts'
import { migrate } from './migrate.ts'

const place = { secret: TEST_SECRET, prefix: 'palier_test' }
let t: TestDatabase
beforeAll(async () => void (t = await testDatabase()))
afterAll(() => t.stop())

const applied = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from palier.migration`.execute(t.owner)).rows[0]?.n ?? 0

it('has nothing to do the second time', async () => {
  const before = await applied()
  expect(await migrate(t.owner, place)).toEqual([])
  expect(await applied()).toBe(before)
})

it('refuses a database one version ahead, names what it does not know, and changes nothing', async () => {
  await sql`insert into palier.migration (name) values ('9999_from_the_future.sql')`.execute(t.owner)
  await sql`delete from palier.policies`.execute(t.owner)
  await expect(migrate(t.owner, place)).rejects.toThrow(/plus récente.*9999_from_the_future\.sql/)
  const { rows } = await sql`select 1 from palier.policies`.execute(t.owner)
  expect(rows).toEqual([]) // policies are written after migrations: the refusal stopped before them
  await sql`delete from palier.migration where name like '9999%'`.execute(t.owner)
  expect(await migrate(t.owner, place)).toEqual([])
})

it('refuses an owner that forced row-level security would blind', async () => {
  const name = `palier_test_weak_${Date.now()}`
  await sql`create role ${sql.id(name)} login password 'weak'`.execute(t.owner)
  const url = new URL(t.ownerUrl)
  await sql`grant connect on database ${sql.id(url.pathname.slice(1))} to ${sql.id(name)}`.execute(t.owner)
  ;[url.username, url.password] = [name, 'weak']
  const weak = openOwner(url.href)
  await expect(migrate(weak, place)).rejects.toThrow('superutilisateur, ou avoir BYPASSRLS et CREATEROLE')
  await weak.destroy()
  await sql`revoke connect on database ${sql.id(url.pathname.slice(1))} from ${sql.id(name)}`.execute(t.owner)
  await sql`drop role ${sql.id(name)}`.execute(t.owner)
})
