import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { as, makeMember, makeSpace, testApp } from '../../../tools/testing/people.ts'

let t: TestDatabase
beforeAll(async () => void (t = await testDatabase()))
afterAll(() => t.stop())

it.each(['union', 'desk', 'programme', 'research'] as const)(
  'is the same for every kind of space: %s',
  async (kind) => {
    const circle = {
      union: 'treasurer',
      desk: 'contact',
      programme: 'participant',
      research: 'assistant',
    } as const
    const member = await makeMember(t, await makeSpace(t, kind, `Espace ${kind}`), 'Nour', circle[kind])
    const page = await (await as(t, testApp(t), member)).get('/lieux/nomenclature')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Chauffage')
    expect(page.text).toContain('Punaises de lit')
  },
)

it('has twenty-five families, and no longer shows a code that was retired', async () => {
  const families = t.owner.selectFrom('nomenclature').select('code').where('parent_code', 'is', null)
  expect(await families.execute()).toHaveLength(25)
  await t.owner
    .updateTable('nomenclature')
    .set({ retired_on: '2026-01-01' })
    .where('code', '=', 'telecom')
    .execute()
  const member = await makeMember(t, await makeSpace(t, 'union', 'Union des Codes'), 'Nour', 'organiser')
  const page = await (await as(t, testApp(t), member)).get('/lieux/nomenclature')
  expect(page.text).not.toContain('Téléphone et internet')
})
