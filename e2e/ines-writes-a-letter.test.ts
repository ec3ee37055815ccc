import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inScope } from '../src/access/scope.ts'
import { recordComplaint } from '../src/complaints/public.ts'
import { parseApproximateDay } from '../src/kernel/approximate-day.ts'
import { addDays, dayIn } from '../src/kernel/calendar-day.ts'
import { newId } from '../src/kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../tools/testing/database.ts'
import { type MadeAccount, makeMember, makeSpace } from '../tools/testing/people.ts'
import { lookAt, openStage, type Stage } from '../tools/testing/stage.ts'

const now = new Date()
const today = dayIn(now)

let t: TestDatabase
let stage: Stage
let ines: MadeAccount
let complaint = ''

beforeAll(async () => {
  t = await testDatabase()
  const union = await makeSpace(t, 'union', 'Union des Tilleuls')
  const landlord = await makeSpace(t, 'desk', 'Habitat des Coteaux')
  const member = await makeMember(t, union, 'Inès Marchand', 'organiser')
  ines = member
  const [estate, building, staircase, home] = [
    newId(new Date()),
    newId(new Date()),
    newId(new Date()),
    newId(new Date()),
  ]
  await sql`insert into directory.commune values ('00000', 'Valmont', '99000')`.execute(t.owner)
  await sql`insert into directory.estate values (${estate}, ${landlord.institutionId}, '00000', 'Les Tilleuls', 'les tilleuls')`.execute(
    t.owner,
  )
  await sql`insert into directory.building values (${building}, ${estate}, 'Bâtiment C', '3 rue des Lilas', 'batiment c 3 rue des lilas')`.execute(
    t.owner,
  )
  await sql`insert into directory.staircase values (${staircase}, ${building}, '1', 0, 8, '{gauche,droite}')`.execute(
    t.owner,
  )
  await sql`insert into union_space.home (space_id, id, staircase_id, floor, position, label)
    values (${union.spaceId}, ${home}, ${staircase}, 3, 1, '3e gauche')`.execute(t.owner)
  const on = parseApproximateDay('il y a 2 mois', today)
  if (!on.ok) throw new Error('not a day')
  const told = { on: on.value, channel: 'phone', interlocutor: '', evidence: 'declared' } as const
  const asked = { place: { home }, problemCode: 'heating.none', words: 'Il fait froid.', told }
  const made = await inScope(t.logins, member.actor, (db) => recordComplaint(db, asked, { now, today }))
  if (!made.ok) throw new Error(made.refusal.because)
  complaint = made.value
  stage = await openStage(t)
})
afterAll(async () => {
  await stage?.close()
  await t?.stop()
})

it('writes a formal notice without a script, takes it away, and notes that it left', async () => {
  const context = await stage.openAt(320, ines, { javaScriptEnabled: false })
  const page = await context.newPage()
  const look = (name: string) => lookAt(page, name, { axe: 'no' })
  await page.goto(`${stage.site}/reclamations/${complaint}/lettres`)
  expect(await look('lettres-320')).toEqual([])
  await page.getByRole('link', { name: 'Mise en demeure' }).click()
  await page.getByLabel('Nom en bas de la lettre').fill('Amina Belkacem')
  await page.getByRole('radio', { name: /Les personnes du foyer/ }).check()
  await page.getByLabel('Date demandée').fill(addDays(today, 20))
  await page.getByRole('button', { name: 'Voir la lettre' }).click()
  await page.getByText('nous vous mettons en demeure').waitFor()
  expect(await look('lettre-apercu-320')).toEqual([])
  await page.getByRole('button', { name: 'Préparer la lettre' }).click()
  await page.getByText('Elle est partie').waitFor()
  expect(await look('lettre-320')).toEqual([])
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Télécharger le PDF' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('palier-mise-en-demeure.pdf')
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')
  await page.getByLabel('Partie le').fill(today)
  await page.getByRole('button', { name: 'Noter l’envoi' }).click()
  await page.getByText(/Envoyée le .*, par lettre recommandée/).waitFor()
  await context.close()
})

it.each(['light', 'dark'] as const)(
  'the pages of letters are open to everybody (axe, %s)',
  async (colorScheme) => {
    const context = await stage.openAt(1280, ines, { colorScheme })
    const page = await context.newPage()
    const { rows } = await sql<{ id: string }>`select id from union_space.letter`.execute(t.owner)
    const letters = `/reclamations/${complaint}/lettres`
    for (const [name, path] of [
      ['lettres', letters],
      ['ecrire', `${letters}/conciliation`],
      ['lettre', `/lettres/${rows[0]?.id}`],
    ] as const) {
      await page.goto(stage.site + path)
      expect(await lookAt(page, `${name}-${colorScheme}`, { axe: 'all', colorScheme })).toEqual([])
    }
    await context.close()
  },
)
