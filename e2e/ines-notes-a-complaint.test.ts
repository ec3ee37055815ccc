import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../src/kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../tools/testing/database.ts'
import { type MadeAccount, makeMember, makeSpace } from '../tools/testing/people.ts'
import { lookAt, openStage, type Stage } from '../tools/testing/stage.ts'
import { photoWithGps } from '../tools/testing/uploads.ts'

let t: TestDatabase
let stage: Stage
let ines: MadeAccount
let site = ''
const home = newId(new Date())

beforeAll(async () => {
  t = await testDatabase()
  const union = await makeSpace(t, 'union', 'Union des Tilleuls')
  const landlord = await makeSpace(t, 'desk', 'Habitat des Coteaux')
  ines = await makeMember(t, union, 'Inès Marchand', 'organiser')
  const [estate, building, staircase] = [newId(new Date()), newId(new Date()), newId(new Date())]
  await sql`insert into directory.commune values ('69266', 'Valmont', '99000')`.execute(t.owner)
  await sql`insert into directory.estate values (${estate}, ${landlord.institutionId}, '69266', 'Les Tilleuls', 'les tilleuls')`.execute(
    t.owner,
  )
  await sql`insert into directory.building values (${building}, ${estate}, 'Bâtiment C', '3 rue des Lilas', 'batiment c 3 rue des lilas')`.execute(
    t.owner,
  )
  await sql`insert into directory.staircase values (${staircase}, ${building}, '14', 0, 8, '{gauche,droite}')`.execute(
    t.owner,
  )
  await sql`insert into union_space.home (space_id, id, staircase_id, floor, position, label)
    values (${union.spaceId}, ${home}, ${staircase}, 3, 1, '3e gauche')`.execute(t.owner)
  stage = await openStage(t)
  site = stage.site
})
afterAll(async () => {
  await stage?.close()
  await t?.stop()
})

let complaint = ''

it('notes a complaint from the page of a home, without a script, on a phone', async () => {
  const context = await stage.openAt(360, ines, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site}/lieux/logements/${home}`)
  await page.getByRole('link', { name: 'Noter une réclamation' }).click()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('Il reste 2 choses à corriger')
  await page.getByLabel('Quoi').selectOption({ label: 'Dans la cuisine' })
  await page.getByLabel('Dans ses mots').fill('Le plafond goutte dans l’évier.')
  await page.getByLabel('Quand', { exact: true }).fill('vers mars 2026')
  await page.getByLabel('Comment').selectOption('caretaker')
  await page.getByLabel('À qui', { exact: true }).fill('la gardienne')
  await page.getByLabel('Nom', { exact: true }).fill('Nadia Benali')
  await page.getByRole('checkbox', { name: /Garder mes coordonnées/ }).check()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/dans la cuisine/)
  expect(await page.locator('.wait').textContent()).toMatch(/au moins\d+jours/)
  complaint = new URL(page.url()).pathname
  await context.close()
})

it('adds a promise with a photo, corrects it, and the thread shows both', async () => {
  const context = await stage.openAt(360, ines, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site}${complaint}`)
  await page.getByRole('link', { name: 'Ajouter ce qui s’est passé' }).click()
  await page.getByRole('link', { name: /promis/ }).click()
  await page.getByLabel('Quand', { exact: true }).fill('hier')
  await page.getByLabel('Ce qui est promis').selectOption('work')
  await page.getByLabel('Pour quand').fill('2101-01-01')
  const photo = { name: 'chez-nadia.jpg', mimeType: 'image/jpeg', buffer: await photoWithGps() }
  await page.getByLabel('Photos ou PDF').setInputFiles(photo)
  await page.getByLabel('Ce qu’ils montrent').fill('le mot laissé sur la porte')
  await page.getByRole('button', { name: 'Ajouter au fil' }).click()
  expect(await page.locator('.thread').textContent()).toMatch(/faire les travaux d’ici le 1er janvier 2101/)
  expect(await page.getByRole('link', { name: 'le mot laissé sur la porte' }).count()).toBe(1)
  await page.getByRole('link', { name: 'Corriger' }).last().click()
  await page.getByLabel('Pour quand').fill('2100-01-01')
  await page.getByRole('button', { name: 'Corriger' }).click()
  expect(await page.locator('.thread del').textContent()).toContain('1er janvier 2101')
  expect(await page.getByRole('link', { name: 'le mot laissé sur la porte' }).count()).toBe(1)
  await context.close()
})

it.each([320, 1280])('every form of it holds at %i pixels', async (width) => {
  const context = await stage.openAt(width, ines)
  const page = await context.newPage()
  for (const path of [
    '/reclamations/nouvelle',
    complaint,
    `${complaint}/evenement`,
    `${complaint}/evenement?genre=contempt`,
    `${complaint}/suivi-interne`,
  ]) {
    await page.goto(`${site}${path}`)
    expect(
      await lookAt(page, `${path.replaceAll(/\W/g, '-')}-${width}`, {
        axe: width === 320 ? 'all' : 'contrast',
      }),
    ).toEqual([])
  }
  await context.close()
})
