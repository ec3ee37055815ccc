import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { type DoorPhone, doorPhone } from '../../../tools/testing/door-phone.ts'
import { as, makeMember, secretsOfTests } from '../../../tools/testing/people.ts'
import { openTilleuls, type Tilleuls } from '../../../tools/testing/tilleuls.ts'
import { newId } from '../../kernel/ids.ts'
import { unsealArrived } from '../actions/unseal.ts'
import { waitInstrument } from '../actions/built-in-forms.ts'

const now = new Date()
const FORM = JSON.stringify({ id: 'enquete-de-demain' })
const version = createHash('sha256').update(FORM).digest('hex')
const answer = (value: string) => ({ kind: 'answer_set', body: { path: '/humeur', value } }) as const
const answered = { kind: 'outcome_noted', body: { outcome: 'answered', comeBackOn: null } } as const

let t: TestDatabase
let house: Tilleuls
let campaign: string
let phone: DoorPhone
const visit = newId(now)

beforeAll(async () => {
  t = await testDatabase()
  house = await openTilleuls(t)
  const days = { starts_on: '2026-01-01', ends_on: '2099-12-15' }
  const made = await house.ines.post('/campagnes/nouvelle', { name: 'Chauffage', ...days })
  campaign = made.location?.split('/').at(-1) ?? ''
  const member = await makeMember(t, house.union, 'Léna', 'canvasser')
  phone = await doorPhone(t, house.app, await as(t, house.app, member), campaign)
})
afterAll(() => t.stop())

const unseal = () => unsealArrived(t.logins, secretsOfTests, new Date())
const page = async () =>
  (await house.ines.get(`/campagnes/${campaign}`)).text.replaceAll(/[\u00a0\u202f]/g, ' ')
async function answers(): Promise<unknown> {
  const { rows } = await sql<{ said: { answers: unknown } }>`
    select said from union_space.survey_said where id = ${visit}`.execute(t.owner)
  return rows[0]?.said.answers
}

it('an answer to an instrument that is not known is received, kept aside, and said to whoever prepares', async () => {
  await phone.said(visit, house.ids.home, [answered, answer('fatigué·e'), answer('en colère')], version)
  await unseal()
  expect(await answers()).toEqual({})
  expect(await page()).toContain(
    `2 réponses à un questionnaire qui n’est pas connu ici (empreinte ${version.slice(0, 12)}`,
  )
})

it('is read as soon as its instrument is known, without anything new from the phone', async () => {
  const row = { space: house.union.spaceId, by: house.ids.ines }
  await sql`insert into union_space.instrument (space_id, id, version, title, file_name, form, brought_by, brought_at)
    values (${row.space}, ${newId(now)}, ${version}, 'De demain', 'demain.xlsx', ${FORM}, ${row.by}, now())`.execute(
    t.owner,
  )
  await unseal()
  expect(await answers(), 'a draft is not known yet').toEqual({})
  await sql`update union_space.instrument set published_by = ${row.by}, published_at = now() where version = ${version}`.execute(
    t.owner,
  )
  await unseal()
  expect(await answers()).toEqual({ '/humeur': 'en colère' })
  expect(await page()).not.toContain('pas encore lisible')
})

it('the instrument of another union is not known here', async () => {
  const form = JSON.stringify({ id: 'ailleurs' })
  const elsewhere = createHash('sha256').update(form).digest('hex')
  const { rows } = await sql<{ space_id: string }>`
    select space_id from union_space.space where space_id <> ${house.union.spaceId} limit 1`.execute(t.owner)
  await sql`insert into union_space.instrument (space_id, id, version, title, file_name, form, brought_by, brought_at, published_by, published_at)
    values (${rows[0]?.space_id}, ${newId(now)}, ${elsewhere}, 'Ailleurs', 'a.xlsx', ${form}, ${house.ids.ines}, now(), ${house.ids.ines}, now())`.execute(
    t.owner,
  )
  await phone.said(visit, house.ids.home, [answer('ailleurs')], elsewhere)
  await unseal()
  expect(await answers()).toEqual({ '/humeur': 'en colère' })
  expect(await page()).toContain('1 réponse à un questionnaire')
})

it('the built-in one is known to everybody, and a campaign with nothing aside says nothing', async () => {
  const other = newId(now)
  const built = (await waitInstrument()).version
  await phone.said(other, house.ids.home, [answered, answer('bien')], built)
  await unseal()
  const { rows } = await sql<{ said: { answers: object } }>`
    select said from union_space.survey_said where id = ${other}`.execute(t.owner)
  expect(rows[0]?.said.answers).toEqual({ '/humeur': 'bien' })
})
