import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../src/kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../tools/testing/database.ts'
import { type MadeAccount, makeMember, makeSpace } from '../tools/testing/people.ts'
import { lookAt, openStage, type Stage } from '../tools/testing/stage.ts'

let t: TestDatabase
let stage: Stage
let ines: MadeAccount
let site = ''

beforeAll(async () => {
  t = await testDatabase()
  const union = await makeSpace(t, 'union', 'Union des Tilleuls')
  const landlord = await makeSpace(t, 'desk', 'Habitat des Coteaux')
  ines = await makeMember(t, union, 'Inès Marchand', 'organiser', 'officer', 'administrator')
  const [estate, building, staircase] = [newId(new Date()), newId(new Date()), newId(new Date())]
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
    values (${union.spaceId}, ${newId(new Date())}, ${staircase}, 3, 1, '3e gauche')`.execute(t.owner)
  stage = await openStage(t)
  site = stage.site
})
afterAll(async () => {
  await stage?.close()
  await t?.stop()
})

let person = ''

it('notes a person at a door, without a script, and finds them again with a slip of the finger', async () => {
  const context = await stage.openAt(360, ines, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site}/personnes`)
  await page.getByRole('link', { name: 'Noter une personne' }).click()
  await page.getByLabel('Nom', { exact: true }).fill('Amina Belkacem')
  await page.getByLabel('Téléphone', { exact: true }).fill('06 00 00 00 01')
  await page.getByRole('radio', { name: 'par téléphone' }).check()
  await page.getByLabel('Logement', { exact: true }).fill('gauche lilas')
  await page.getByLabel('Depuis quand').fill('hiver 2022')
  await page.getByRole('checkbox', { name: /porte-parole/ }).check()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('radio', { name: /3e gauche/ }).check()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Amina Belkacem')
  person = new URL(page.url()).pathname
  await page.goto(`${site}/recherche`)
  await page.getByLabel('Un nom, une adresse, un numéro').fill('amnia belkasem')
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.getByRole('link', { name: 'Amina Belkacem' }).click()
  expect(new URL(page.url()).pathname).toBe(person)
  await context.close()
})

const PAGES: Readonly<Record<string, () => string>> = {
  list: () => '/personnes',
  new: () => '/personnes/nouvelle',
  file: () => person,
  edit: () => `${person}/modifier`,
  stay: () => `${person}/logements`,
  agreements: () => `${person}/accords`,
  join: () => `${person}/reunir?q=amina`,
  present: () => `${person}/presenter`,
  everything: () => `${person}/export`,
  erase: () => `${person}/effacer`,
  search: () => '/recherche?q=lilas+gauche',
  keeping: () => '/espace/conservation',
}

it.each([360, 1280])('every page about people holds at %i pixels, axe clean', async (width) => {
  const context = await stage.openAt(width, ines)
  const page = await context.newPage()
  const found: string[] = []
  for (const [name, path] of Object.entries(PAGES)) {
    const answer = await page.goto(`${site}${path()}`)
    expect([name, answer?.status()]).toEqual([name, 200])
    found.push(...(await lookAt(page, `people-${name}-${width}`, { axe: width === 360 ? 'all' : 'no' })))
  }
  await page.goto(`${site}${person}`)
  await page.getByRole('link', { name: /3e gauche/ }).click()
  found.push(...(await lookAt(page, `people-home-${width}`, { axe: width === 360 ? 'all' : 'no' })))
  await page.goto(`${site}${person}/export`)
  await page.emulateMedia({ media: 'print' })
  found.push(
    ...(await lookAt(page, `people-everything-print-${width}`, { axe: width === 360 ? 'all' : 'no' })),
  )
  await context.close()
  expect(found).toEqual([])
})
