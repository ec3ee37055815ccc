import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts'
import { as, Browser, makeMember, makeSpace, testApp } from '../../../tools/testing/people.ts'
import { insertParents } from '../../../tools/testing/sample-rows.ts'
import type { Parents } from '../../../tools/testing/sample-values.ts'
import { type Actor, inScope } from '../../access/scope.ts'
import { exactDay } from '../../kernel/approximate-day.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { keepPerson } from '../../people/public.ts'
import { recordComplaint } from '../actions/record-complaint.ts'

const when = { now: new Date('2026-11-22T10:00:00Z'), today: calendarDay('2026-11-22') }
const TELLER = { phone: '', email: '', language: 'fr', reachBy: 'union', note: '' } as const
let t: TestDatabase
let here: Parents
let maryse: { actor: Actor; browser: Browser }

beforeAll(async () => {
  t = await testDatabase()
  const app = testApp(t)
  const space = await makeSpace(t, 'union', 'Collectif')
  here = await insertParents(t.owner, 'union', space.spaceId)
  const officer = await makeMember(t, space, 'Maryse', 'officer')
  maryse = { actor: officer.actor, browser: await as(t, app, officer) }
})
afterAll(() => t.stop())

async function told(name: string): Promise<{ person: string; complaint: string }> {
  return inScope(t.logins, maryse.actor, async (db) => {
    const fields = { ...TELLER, name }
    const person = await keepPerson(db, { fields, home: undefined, agreed: ['kept'], isAnother: true }, when)
    if (!person.ok) throw new Error('not kept')
    const on = exactDay(calendarDay('2026-07-02'))
    const complaint = await recordComplaint(
      db,
      {
        place: { home: here.home },
        problemCode: 'damp.kitchen',
        personId: person.value,
        words: 'Le plafond goutte.',
        told: { on, channel: 'caretaker', interlocutor: 'la gardienne', evidence: 'declared' },
      },
      when,
    )
    if (!complaint.ok) throw new Error(complaint.refusal.because)
    return { person: person.value, complaint: complaint.value }
  })
}

const rowsLeft = async (complaint: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from union_space.complaint where id = ${complaint}::uuid)::int
         + (select count(*) from union_space.complaint_event where complaint_id = ${complaint}::uuid)::int
         + (select count(*) from union_space.complaint_state where complaint_id = ${complaint}::uuid)::int as n`.execute(
    t.owner,
  )
  return rows[0]?.n ?? -1
}

it('everything held on a person tells what they complained of, and to whom they said it', async () => {
  const { person } = await told('Zohra Lampière')
  const page = await maryse.browser.get(`/personnes/${person}/export`)
  expect(page.text).toMatch(/Réclamations Humidité et moisissures\s: dans la cuisine/)
  expect(page.text).toMatch(/2 juillet 2026 · Premier signalement.*la gardienne.*Le plafond goutte/)
  const file = JSON.parse((await maryse.browser.get(`/personnes/${person}/export.json`)).html)
  expect(file.complaints).toMatchObject([
    { complaint: { words: 'Le plafond goutte.' }, thread: [{ kind: 'first_telling' }] },
  ])
  expect(file.letters).toEqual([])
})

it('erasing a person erases their complaints, threads and states; those of neighbours stay', async () => {
  const gone = await told('Odile Partie')
  const stays = await told('Rachid Demeure')
  expect(await rowsLeft(gone.complaint)).toBe(3)
  const erased = await maryse.browser.post(`/personnes/${gone.person}/effacer`, { name: 'Odile Partie' })
  expect(erased.location).toBe('/personnes?efface=1')
  expect([await rowsLeft(gone.complaint), await rowsLeft(stays.complaint)]).toEqual([0, 3])
})
