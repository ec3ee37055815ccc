import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { as, type Browser, secretsOfTests, testApp } from '../../tools/testing/people.ts'
import { dayIn } from '../kernel/calendar-day.ts'
import { unsealArrived } from '../survey/actions/unseal.ts'
import { demoAccountId, demoEmail } from './demo-people.ts'
import { seedId } from './neighbourhood.ts'
import { plantNeighbourhood } from './plant.ts'

const now = new Date()
let t: TestDatabase
let ines: Browser
beforeAll(async () => {
  t = await testDatabase()
  await plantNeighbourhood(t.owner, dayIn(now), now, secretsOfTests)
  await unsealArrived(t.logins, secretsOfTests, now)
  const who = { accountId: demoAccountId('ines'), name: 'Inès', email: demoEmail('ines') }
  ines = await as(t, testApp(t), who)
})
afterAll(() => t.stop())

it('shows a campaign under way: doors, promises, who to call back, and what became of what was said', async () => {
  expect((await ines.get('/campagnes')).text).toContain('Les attentes de l’entrée 16')
  const page = await ines.get(`/campagnes/${seedId('campaign')}`)
  expect(page.text).toMatch(/10.portes frappées/)
  expect(page.text).toMatch(/10.portes par heure/)
  expect(page.text).toContain('Odile Marchevert')
  expect(page.text).toMatch(/3.réclamations sont nées/)
  expect(page.text).toContain('aucune famille de problèmes ne la nomme')
  expect(page.text).not.toContain('Aucune promesse')
})

it('its complaints are among those of the union, with the clock of what was told', async () => {
  const { id } = await t.owner
    .withSchema('union_space')
    .selectFrom('complaint')
    .select('id')
    .where('words', 'like', 'Le mur de la chambre%')
    .executeTakeFirstOrThrow()
  const page = await ines.get(`/reclamations/${id}`)
  expect(page.text).toContain('Le mur de la chambre est noir')
})
