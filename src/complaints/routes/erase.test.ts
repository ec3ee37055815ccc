import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { hiddenFields } from '../../../tools/testing/people.ts'
import { openTilleuls, type Tilleuls } from '../../../tools/testing/tilleuls.ts'
import { tellComplaint } from '../../../tools/testing/told.ts'
import { type Actor, inHouseholdScope } from '../../access/scope.ts'
import { actByCode } from '../../followup/actions/act-by-code.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'

const NOW = new Date('2026-11-22T11:00:00Z')
let t: TestDatabase
let house: Tilleuls
let actor: Actor
beforeAll(async () => {
  t = await testDatabase()
  house = await openTilleuls(t, () => NOW)
  actor = {
    ...house.union,
    accountId: house.ids.ines,
    accountName: 'Inès',
    circles: ['organiser', 'officer'],
  }
})
afterAll(() => t.stop())

const tell = (words: string) =>
  tellComplaint(t, actor, NOW, { place: { home: house.ids.home }, words }, [['2026-07-02', 'first_telling']])

const countOf = async (table: string, id: string, column = 'complaint_id') =>
  (
    await sql`select 1 from ${sql.table(`union_space.${table}`)} where ${sql.ref(column)} = ${id}`.execute(
      t.owner,
    )
  ).rows.length

const fieldsOf = async (path: string) => hiddenFields((await house.ines.get(path)).html, '')
const tokenOf = async (path: string) => {
  const { form_token: token = '' } = await fieldsOf(path)
  return { form_token: token }
}

/** What was written that day has long left «depuis sept jours». */
const ASKED = new Date('2026-11-05T11:00:00Z')

async function askErasure(complaintId: string): Promise<void> {
  const household = { spaceId: house.union.spaceId, complaintId, codeId: newId(new Date()) }
  await sql`insert into union_space.follow_up_code (space_id, id, complaint_id, hash, issued_by, issued_at)
    values (${household.spaceId}, ${household.codeId}, ${complaintId}, ${Buffer.from(complaintId)}, ${newId(new Date())}, ${ASKED})`.execute(
    t.owner,
  )
  const when = { now: ASKED, today: calendarDay('2026-11-05'), receipt: newId(new Date()) }
  const done = await inHouseholdScope(t.logins, household, (db) =>
    actByCode(db, { act: 'withdraw', how: 'erase' }, when),
  )
  expect(done.ok).toBe(true)
}

describe('a household asks that everything be erased', () => {
  it('is said today until it is done, and an officer does it; the journal keeps that it was', async () => {
    const id = await tell('À effacer')
    await askErasure(id)
    const path = `/reclamations/${id}/effacer`
    const said = 'Un foyer demande que tout soit effacé, avant le 5 décembre 2026'
    const today = await house.ines.get('/aujourdhui')
    expect(today.text).toContain(said)
    expect(today.html).toContain(`href="${path}"`)
    const stewards = await house.karim.get('/aujourdhui')
    expect(stewards.text).toContain(said)
    expect(stewards.html).not.toContain(path)
    const wrong = await house.ines.post(path, { confirm: 'oui' })
    expect([wrong.status, await countOf('complaint', id, 'id')]).toEqual([422, 1])
    expect((await house.ines.post(path, { confirm: 'Effacer' })).status).toBe(303)
    for (const table of ['complaint_event', 'complaint_state', 'complaint_deadline', 'follow_up_code'])
      expect(await countOf(table, id)).toBe(0)
    expect(await countOf('complaint', id, 'id')).toBe(0)
    expect((await house.ines.get('/aujourdhui')).text).not.toContain(said)
    const { rows } =
      await sql`select 1 from union_space.audit_line where row_id = ${id} and verb = 'delete'`.execute(
        t.owner,
      )
    expect(rows.length).toBeGreaterThan(0)
  })

  it('is nothing for whoever does not decide of it: the complaint stays', async () => {
    const id = await tell('Reste')
    const path = `/reclamations/${id}/effacer`
    for (const browser of [house.karim, ...Object.values(house.others)]) {
      expect((await browser.get(path)).status).toBe(404)
      expect((await browser.post(path, { confirm: 'effacer' }, '/aujourdhui')).status).toBe(404)
    }
    expect(await countOf('complaint', id, 'id')).toBe(1)
  })

  it('a page that lost its version, or its choice, says so in French', async () => {
    const id = await tell('Sans version')
    const care = await house.ines.send(`/reclamations/${id}/suivi-interne`, {
      ...(await fieldsOf(`/reclamations/${id}/suivi-interne`)),
      version: '',
    })
    expect([care.status, care.text]).toEqual([422, expect.stringContaining('Rouvrez la page et recommencez')])
    const code = await house.ines.send(`/reclamations/${id}/code`, await tokenOf(`/reclamations/${id}/code`))
    expect([code.status, code.text]).toEqual([422, expect.stringContaining('Choisissez quoi faire')])
    for (const { text } of [care, code]) expect(text).not.toMatch(/Invalid|Expected/)
  })

  it('leads to the person where somebody told it', async () => {
    const id = await tell('Quelqu’un')
    const person = newId(new Date())
    await sql`insert into union_space.person (space_id, id, name, search_text, last_contact_on)
      values (${house.union.spaceId}, ${person}, 'Nadia', 'nadia', '2026-11-01')`.execute(t.owner)
    await sql`update union_space.complaint set person_id = ${person} where id = ${id}`.execute(t.owner)
    const goes = await house.ines.get(`/personnes/${person}/effacer`)
    expect(goes.text).toMatch(/réclamations que .* \(réclamations.: 1, photos et documents.: 0, lettres.: 0/)
    const path = `/reclamations/${id}/effacer`
    const page = await house.ines.get(path)
    expect(page.html).toContain(`href="/personnes/${person}/effacer"`)
    expect((await house.ines.post(path, { confirm: 'effacer' }, '/aujourdhui')).status).toBe(422)
    expect(await countOf('complaint', id, 'id')).toBe(1)
  })
})
