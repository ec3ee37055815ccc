import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { type DoorPhone, doorPhone } from '../../../tools/testing/door-phone.ts'
import { as, Browser, makeMember, secretsOfTests } from '../../../tools/testing/people.ts'
import { openTilleuls, type Tilleuls } from '../../../tools/testing/tilleuls.ts'
import { newId } from '../../kernel/ids.ts'
import { unsealArrived } from '../actions/unseal.ts'
import type { Purpose } from '../../people/domain/consent.ts'

const now = new Date()
let t: TestDatabase
let house: Tilleuls
let campaign: string
let phone: DoorPhone
let lena: string

beforeAll(async () => {
  t = await testDatabase()
  house = await openTilleuls(t)
  const days = { starts_on: '2026-01-01', ends_on: '2099-12-15' }
  const made = await house.ines.post('/campagnes/nouvelle', { name: 'Chauffage', ...days })
  campaign = made.location?.split('/').at(-1) ?? ''
  const member = await makeMember(t, house.union, 'Léna', 'canvasser')
  lena = member.accountId
  phone = await doorPhone(t, house.app, await as(t, house.app, member), campaign)
})
afterAll(() => t.stop())

const unseal = (log: (line: string) => void = () => {}) =>
  unsealArrived(t.logins, secretsOfTests, new Date(), log)

type Kept = { id: string; problem_code: string; words: string; recorded_by: string; home_id: string }
/** As the owner reads them. */
async function complaints(): Promise<readonly Kept[]> {
  const { rows } = await sql<Kept>`
    select id, problem_code, words, recorded_by, home_id from union_space.complaint order by words`.execute(
    t.owner,
  )
  return rows
}
async function saidIn(visit: string): Promise<unknown> {
  const { rows } = await sql<{ said: unknown }>`
    select said from union_space.survey_said where id = ${visit}`.execute(t.owner)
  return rows[0]?.said
}
const byWords = async (words: string) => (await complaints()).filter((one) => one.words === words)

const answer = (name: string, value: string, rank = 1) =>
  ({ kind: 'answer_set', body: { path: `/delais/wait[${rank}]/${name}`, value } }) as const
const agree = (purpose: Purpose) =>
  ({ kind: 'consent_given', body: { purpose, wording: 'door-2026-11.fr' } }) as const
const answered = { kind: 'outcome_noted', body: { outcome: 'answered', comeBackOn: null } } as const
const closed = { kind: 'visit_closed', body: {} } as const
const wait = (problem: string, words: string, rank = 1) => [
  answer('problem', problem, rank),
  answer('words', words, rank),
]
const told = [answer('told_to', 'agency'), answer('told_how', 'by_phone')]

it('opens one complaint per wait, with its clock, in the name of who knocked; folding again changes nothing', async () => {
  const all = [
    answered,
    ...wait('cold', 'On gèle'),
    ...told,
    ...wait('lift', 'En panne', 2),
    agree('kept'),
    closed,
  ]
  await phone.said(newId(now), house.ids.home, all)
  await unseal()
  const once = await complaints()
  expect(once).toMatchObject([
    { problem_code: 'equipment.lift', words: 'En panne', recorded_by: lena, home_id: house.ids.home },
    { problem_code: 'heating', words: 'On gèle', recorded_by: lena },
  ])
  await phone.said(newId(now), newId(now), [answered])
  await unseal()
  expect(await complaints()).toEqual(once)
  const page = await house.karim.get(`/reclamations/${once[1]?.id}`)
  expect(page.text).toContain('On gèle')
  expect(page.text).toContain('Agence')
})

it('opens nothing without the agreement, before the visit is closed, or for an answer without a wait', async () => {
  const before = await complaints()
  await phone.said(newId(now), house.ids.home, [answered, ...wait('damp', 'Sans accord'), closed])
  await phone.said(newId(now), house.ids.home, [answered, ...wait('damp', 'Pas fini'), agree('kept')])
  await phone.said(newId(now), house.ids.home, [answered, agree('kept'), closed])
  await unseal()
  expect(await complaints()).toEqual(before)
})

it('never joins a neighbour’s wait, nor two visits of one door', async () => {
  for (const _ of [1, 2])
    await phone.said(newId(now), house.ids.home, [
      answered,
      ...wait('damp', 'Le même mur'),
      agree('kept'),
      closed,
    ])
  await unseal()
  expect(await byWords('Le même mur')).toHaveLength(2)
})

it('corrects what a corrected visit corrects, and takes back what is withdrawn', async () => {
  const [first, second] = [newId(now), newId(now)]
  const { home } = house.ids
  await phone.said(first, home, [answered, ...wait('cold', 'Mal noté'), agree('kept'), closed])
  await unseal()
  expect(await byWords('Mal noté')).toHaveLength(1)
  const corrects = { kind: 'visit_corrected', body: { supersedes: first } } as const
  await phone.said(second, home, [corrects, answered, ...wait('water', 'Bien noté'), agree('kept')])
  await unseal()
  expect(await byWords('Mal noté'), 'until the correction is closed').toHaveLength(1)
  await phone.said(second, home, [closed])
  await unseal()
  expect([await byWords('Mal noté'), await byWords('Bien noté')]).toMatchObject([
    [],
    [{ problem_code: 'water' }],
  ])
  await phone.said(second, home, [{ kind: 'consent_withdrawn', body: { purpose: 'kept' } }])
  await unseal()
  expect(await byWords('Bien noté')).toEqual([])
  expect(await saidIn(second), 'nor read anywhere else').toMatchObject({ answers: {} })
})

it('leaves sealed what a household said and does not want kept; what nobody asked yet can be gone on with', async () => {
  const contact = { name: 'Personne Inventée', phone: '04 00 00 00 09', email: '', language: 'fr' }
  const reach = { kind: 'contact_given', body: contact } as const
  const no = { kind: 'consent_withdrawn', body: { purpose: 'kept' } } as const
  const [refused, calledBack, unasked] = [newId(now), newId(now), newId(now)]
  const words = wait('damp', 'Entre nous')
  await phone.said(refused, house.ids.home, [answered, ...words, reach, no, closed])
  await phone.said(calledBack, house.ids.home, [answered, ...words, agree('called_back'), reach, no, closed])
  await phone.said(unasked, house.ids.home, [answered, ...words])
  await unseal()
  expect(await saidIn(refused)).not.toHaveProperty('contact')
  expect(await saidIn(refused)).toMatchObject({ answers: {} })
  expect(await saidIn(calledBack)).toMatchObject({ answers: {}, contact: { phone: '04 00 00 00 09' } })
  expect(JSON.stringify(await saidIn(unasked))).toContain('Entre nous')
})

it('leaves a complaint that somebody worked on as it is, and says that the door now tells something else', async () => {
  const visit = newId(now)
  await phone.said(visit, house.ids.home, [answered, ...wait('cold', 'Déjà suivie'), agree('kept'), closed])
  await unseal()
  const [kept] = await byWords('Déjà suivie')
  await sql`update union_space.complaint set assigned_to = ${house.ids.karim}, version = 2 where id = ${kept?.id}`.execute(
    t.owner,
  )
  await phone.said(visit, house.ids.home, [answer('words', 'Autre chose')])
  await unseal()
  expect(await byWords('Déjà suivie')).toEqual([kept])
  expect(await byWords('Autre chose')).toEqual([])
  const page = await house.ines.get(`/campagnes/${campaign}`)
  expect(page.html).toContain(`/reclamations/${kept?.id}`)
})

it('tells who asked to be called back, and how the doors were chosen, to whoever prepares', async () => {
  const contact = { name: 'Personne Inventée', phone: '04 00 00 00 01', email: '', language: 'fr' }
  const place = { staircase: house.ids.staircase, floor: 3, position: 1, sampling: 'petition' } as const
  const given = { kind: 'contact_given', body: contact } as const
  const opened = { kind: 'visit_opened', body: place } as const
  await phone.said(newId(now), house.ids.home, [opened, answered, given, agree('called_back'), closed])
  await phone.said(newId(now), newId(now), [
    answered,
    { kind: 'contact_given', body: { ...contact, phone: '04 00 00 00 02' } },
    closed,
  ])
  await unseal()
  const page = await house.ines.get(`/campagnes/${campaign}`)
  expect(page.text).toContain('04 00 00 00 01')
  expect(page.text, 'who did not ask to be called back').not.toContain('04 00 00 00 02')
  expect(page.text).toContain('Par une pétition 1 1 1')
  expect((await house.karim.get(`/campagnes/${campaign}`)).status).toBe(404)
})

it('does not open again what the union erased', async () => {
  const visit = newId(now)
  await phone.said(visit, house.ids.home, [answered, ...wait('cold', 'À effacer'), agree('kept'), closed])
  await unseal()
  await sql`delete from union_space.complaint where words = 'À effacer'`.execute(t.owner)
  await phone.said(visit, house.ids.home, [answer('reminders', '3')])
  await unseal()
  expect(await byWords('À effacer')).toEqual([])
})

it('registers the code that was drawn at the door; one that has not arrived says to try tomorrow', async () => {
  const stranger = () => new Browser(house.app)
  const visit = newId(now)
  const early = await stranger().post('/suivi', { code: '4F7K2-9TQXB' })
  expect(early.text).toContain('pas encore arrivé')
  const drawn = { kind: 'code_drawn', body: { code: '4F7K29TQXB' } } as const
  await phone.said(visit, house.ids.home, [answered, ...wait('cold', 'Par code'), agree('kept'), closed])
  await unseal()
  await phone.said(visit, house.ids.home, [drawn])
  await unseal()
  const opened = stranger()
  expect(await opened.post('/suivi', { code: '4f7k2 9tqxb' })).toMatchObject({ status: 303 })
  expect((await opened.get('/suivi')).status).toBe(200)
  const { rows } = await sql<{
    said: object
  }>`select said from union_space.survey_said where id = ${visit}`.execute(t.owner)
  expect(JSON.stringify(rows)).not.toContain('4F7K2')
  expect(rows[0]?.said).toMatchObject({ consents: { kept: 'door-2026-11.fr' } })
})

it('does not stop the others when one campaign throws, and tells it', async () => {
  const path = '/campagnes/nouvelle'
  const days = { starts_on: '2026-01-01', ends_on: '2099-12-15' }
  const broken = (await house.ines.post(path, { name: 'Cassée', ...days })).location?.split('/').at(-1) ?? ''
  const member = await makeMember(t, house.union, 'Noé', 'canvasser')
  const there = await doorPhone(t, house.app, await as(t, house.app, member), broken)
  await there.said(newId(now), house.ids.home, [answered])
  await sql`update union_space.survey_key set sealed_private_key = 'x' where campaign_id = ${broken}`.execute(
    t.owner,
  )
  await phone.said(newId(now), house.ids.home, [
    answered,
    ...wait('pests', 'Des rats'),
    agree('kept'),
    closed,
  ])
  const lines: string[] = []
  await unseal((line) => lines.push(line))
  expect(lines).toEqual([expect.stringContaining(broken)])
  expect(lines[0]).not.toContain('Noé')
  expect(await byWords('Des rats')).toHaveLength(1)
})
