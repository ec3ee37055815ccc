import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeMember, makeSpace } from '../../tools/testing/people.ts'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import type { Actor, ScopedDb } from '../access/scope.ts'
import { newId } from '../kernel/ids.ts'
import { accept, refuse } from '../kernel/result.ts'
import { onceInScope } from './once.ts'

const now = new Date('2026-11-22T10:00:00Z')
let t: TestDatabase
let ines: Actor
beforeAll(async () => {
  t = await testDatabase()
  ines = (await makeMember(t, await makeSpace(t, 'union', 'Union des Tilleuls'), 'Inès', 'organiser')).actor
})
afterAll(() => t.stop())

const addPerson = (name: string) => async (db: ScopedDb) => {
  const id = newId(new Date())
  await db.sql
    .insertInto('person')
    .values({ space_id: db.actor.spaceId, id, name, search_text: name, last_contact_on: '2026-11-22' })
    .execute()
  return accept(`/personnes/${id}`)
}
const countOf = async (name: string): Promise<number> =>
  (
    await t.owner
      .withSchema('union_space')
      .selectFrom('person')
      .select('id')
      .where('name', '=', name)
      .execute()
  ).length

it('does the work of a form once, and answers the second sending with the path of the first', async () => {
  const receipt = newId(new Date())
  const first = await onceInScope(t.logins, ines, receipt, now, addPerson('Amina'))
  const second = await onceInScope(t.logins, ines, receipt, now, addPerson('Amina'))
  expect(second).toEqual(first)
  expect(await countOf('Amina')).toBe(1)
})

it('does it once even when both sendings arrive at the same instant', async () => {
  const receipt = newId(new Date())
  const sendings = [1, 2, 3, 4].map(() => onceInScope(t.logins, ines, receipt, now, addPerson('Bilal')))
  const paths = (await Promise.all(sendings)).map((r) => (r.ok ? r.value : 'refused'))
  expect(new Set(paths).size).toBe(1)
  expect(await countOf('Bilal')).toBe(1)
})

it('rolls everything back when the work is refused, receipt included, so that the form can be mended and sent again', async () => {
  const receipt = newId(new Date())
  const refused = await onceInScope(t.logins, ines, receipt, now, async (db) => {
    await addPerson('Chloé')(db)
    return refuse({ because: 'not_today' })
  })
  expect(refused).toEqual({ ok: false, refusal: { because: 'not_today' } })
  expect(await countOf('Chloé')).toBe(0)
  expect((await onceInScope(t.logins, ines, receipt, now, addPerson('Chloé'))).ok).toBe(true)
  expect(await countOf('Chloé')).toBe(1)
})

it('neither works for, nor shows its path to, another person with the same receipt', async () => {
  const receipt = newId(new Date())
  await onceInScope(t.logins, ines, receipt, now, addPerson('Dora'))
  const bruno = { ...ines, accountId: newId(new Date()) }
  expect(await onceInScope(t.logins, bruno, receipt, now, addPerson('Dora'))).toEqual({
    ok: true,
    value: '/',
  })
  expect(await countOf('Dora')).toBe(1)
})
