import { afterAll, beforeAll, expect, it } from 'vitest'
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
  ines = await makeMember(t, union, 'Inès Marchand', 'organiser', 'officer')
  stage = await openStage(t)
  site = stage.site
})
afterAll(async () => {
  await stage?.close()
  await t?.stop()
})

it('goes from an empty directory to 108 homes without a script', async () => {
  const context = await stage.openAt(360, ines, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site}/lieux`)
  await page.getByRole('link', { name: 'Ajouter une résidence' }).click()
  await page.getByLabel('Nom de la résidence').fill('Les Tilleuls')
  await page.getByLabel('Un autre bailleur').fill('Habitat des Coteaux')
  await page.getByLabel('Nom de la commune').fill('Valmont')
  await page.getByLabel('Code INSEE').fill('99001')
  await page.getByLabel('Code postal').fill('99100')
  await page.getByRole('button', { name: 'Ajouter la résidence' }).click()
  await page.getByRole('link', { name: 'Décrire un bâtiment' }).click()
  await page
    .getByLabel('Le bâtiment en une phrase')
    .fill('bâtiment C, 3 entrées, R+8, 4 portes par palier: gauche, milieu gauche, milieu droite, droite')
  await page.getByRole('button', { name: 'Voir ce que cela donne' }).click()
  await page.getByRole('button', { name: /Ajouter ces 108/ }).click()
  await page.getByRole('link', { name: 'Entrée 2' }).click()
  const doors = { name: /étage, |RdC, / }
  expect(await page.getByRole('table').getByRole('link', doors).count()).toBe(36)
  expect(await page.getByRole('figure').getByRole('link', doors).count()).toBe(36)
  await context.close()
})

it.each([360, 1280])('reads well at %i pixels', { timeout: 180_000 }, async (width) => {
  const context = await stage.openAt(width, ines)
  const page = await context.newPage()
  const found: string[] = []
  const look = async (name: string) =>
    found.push(...(await lookAt(page, `${name}-${width}`, { axe: width === 360 ? 'all' : 'no' })))
  const visit = async (path: string, name: string): Promise<void> => {
    await page.goto(`${site}${path}`)
    await look(name)
  }
  await visit('/lieux', 'places')
  await visit('/lieux?mot=tileuls', 'search')
  await visit('/lieux/residences/nouvelle', 'estate-form')
  await visit('/lieux/importer', 'import')
  await visit('/lieux/decompte', 'tally')
  await page.goto(`${site}/lieux`)
  await page.getByRole('link', { name: 'Les Tilleuls' }).click()
  await look('estate')
  const estate = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'Entrée 2' }).click()
  await look('staircase')
  const home = await page.locator('a[href^="/lieux/logements/"]').first().getAttribute('href')
  await visit(`${home}/reunir`, 'merge')
  await visit(`${home}/libelle`, 'label')
  await page.goto(`${site}${estate}/saisie-rapide`)
  await page.getByLabel('Le bâtiment en une phrase').fill('bâtiment D, entrées 12 et 14, R+4, 2 portes')
  await page.getByRole('button', { name: 'Voir ce que cela donne' }).click()
  await look('quick')
  await page.getByLabel('Corriger la phrase').fill('bâtiment D, 400 étages')
  await page.getByRole('button', { name: 'Voir ce que cela donne' }).click()
  await look('quick-refused')
  await page.goto(`${site}/lieux/importer`)
  const file = 'Résidence;Bâtiment;Entrée;Étage;Porte\nLes Tilleuls;E;1;1;1\nInconnue;E;1;1;2\n'
  await page
    .getByLabel('Fichier CSV')
    .setInputFiles({ name: 'logements.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
  await page.getByRole('button', { name: 'Importer' }).click()
  await look('imported')
  expect(found).toEqual([])
  await context.close()
})
