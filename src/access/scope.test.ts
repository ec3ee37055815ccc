import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { type Actor, inScope } from './scope.ts'

let t: TestDatabase
beforeAll(async () => void (t = await testDatabase()))
afterAll(() => t.stop())

async function unionSpace(name: string): Promise<Actor> {
  const institutionId = newId(new Date())
  const spaceId = newId(new Date())
  await t.owner.insertInto('institution').values({ id: institutionId, kind: 'union', name }).execute()
  await sql`insert into union_space.space (space_id, id, institution_id, name) values (${spaceId}, ${spaceId}, ${institutionId}, ${name})`.execute(
    t.owner,
  )
  return {
    accountId: newId(new Date()),
    accountName: 'Inès',
    spaceId,
    spaceName: name,
    kind: 'union',
    institutionId,
    circles: ['organiser'],
  }
}

const person = (actor: Actor, name: string) => ({
  space_id: actor.spaceId,
  id: newId(new Date()),
  name,
  search_text: name,
  last_contact_on: '2026-11-01',
})
const names = (actor: Actor): Promise<string[]> =>
  inScope(t.logins, actor, async (db) =>
    (await db.sql.selectFrom('person').select('name').orderBy('name').execute()).map((r) => r.name),
  )

it('shows one union its own people and nothing of another union', async () => {
  const [tilleuls, marronniers] = [
    await unionSpace('Union des Tilleuls'),
    await unionSpace('Union des Marronniers'),
  ]
  await inScope(t.logins, tilleuls, (db) =>
    db.sql.insertInto('person').values(person(tilleuls, 'Amina')).execute(),
  )
  expect(await names(tilleuls)).toEqual(['Amina'])
  expect(await names(marronniers)).toEqual([])
  const { rows } = await sql`select 1 from union_space.person`.execute(t.owner)
  expect(rows).toHaveLength(1) // the row is really there
})

it('refuses to write into another space, even when asked to', async () => {
  const [ours, theirs] = [await unionSpace('Union du Canal'), await unionSpace('Union de la Gare')]
  const intrusion = inScope(t.logins, ours, (db) =>
    db.sql.insertInto('person').values(person(theirs, 'Intrus')).execute(),
  )
  await expect(intrusion).rejects.toThrow('row-level security')
})

it('leaves no scope behind on a connection that goes back to its pool', async () => {
  const ours = await unionSpace('Union du Parc')
  await inScope(t.logins, ours, (db) => db.sql.selectFrom('person').select('id').execute())
  const { rows } = await sql<{
    space: string
  }>`select current_setting('palier.space', true) as space`.execute(t.logins.union)
  expect(rows[0]?.space ?? '').toBe('')
})
