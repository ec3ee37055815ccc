import { AxeBuilder } from '@axe-core/playwright'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../src/web/config.ts'
import { buildApp } from '../src/web/app.ts'
import { serveApp, stopServing } from '../src/web/serve.ts'
import { launchBrowser } from '../tools/testing/browser.ts'
import { TEST_SECRET, type TestDatabase, testDatabase } from '../tools/testing/database.ts'
import { makeMember, makeSpace, signIn } from '../tools/testing/people.ts'

let t: TestDatabase
let server: Server
let browser: Browser
let cookie = ''
let site = ''

beforeAll(async () => {
  t = await testDatabase()
  const union = await makeSpace(t, 'union', 'Union des Tilleuls')
  const ines = await makeMember(t, union, 'Inès Marchand', 'organiser', 'officer')
  cookie = (await signIn(t, ines.accountId)).replace('palier=', '')
  const config = { ...readConfig({ PALIER_DEMO: '1' }), secret: TEST_SECRET }
  server = await serveApp(buildApp({ config, logins: t.logins, clock: () => new Date() }), 0, '127.0.0.1')
  site = `http://localhost:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  if (server) await stopServing(server)
  await t?.stop()
})

async function openAt(width: number, options: { javaScriptEnabled?: boolean } = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options })
  await context.addCookies([{ name: 'palier', value: cookie, url: site }])
  return context
}

/** What axe finds, once per page for it costs seconds, and whether the page scrolls sideways. */
async function lookAt(page: Page, name: string): Promise<string[]> {
  const folder = process.env['PALIER_LOOK']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  const found = name.endsWith('-360') ? (await new AxeBuilder({ page }).analyze()).violations : []
  const wide = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  const sideways = wide === 0 ? [] : [`${name} scrolls sideways by ${String(wide)}`]
  return [...found.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`), ...sideways]
}

it('goes from an empty directory to 108 homes without a script', async () => {
  const context = await openAt(360, { javaScriptEnabled: false })
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
  const context = await openAt(width)
  const page = await context.newPage()
  const found: string[] = []
  const look = async (name: string) => found.push(...(await lookAt(page, `${name}-${width}`)))
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
