// Two teams in one stairwell, without network: the one that leaves shows a square, the other sees where it has been.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { qrSquare } from '../src/ui/qr-square.tsx'
import { openTelephone } from '../tools/testing/browser.ts'
import { type TestDatabase, testDatabase } from '../tools/testing/database.ts'
import { givenRound } from '../tools/testing/given-round.ts'
import { signIn } from '../tools/testing/people.ts'
import { lookAt, openStage, type Stage } from '../tools/testing/stage.ts'

type Telephone = { readonly context: BrowserContext; readonly page: Page; readonly folder: string }
let t: TestDatabase
let stage: Stage
let lena: Telephone
let karim: Telephone
let address = ''

beforeAll(async () => {
  execFileSync(process.execPath, ['tools/build.mjs'])
  t = await testDatabase()
  const round = await givenRound(t)
  stage = await openStage(t)
  lena = await readyFor(round.lena)
  karim = await readyFor(await round.alsoTo('Karim'))
})
afterAll(async () => {
  for (const one of [lena, karim]) {
    await one?.context.close().catch(() => undefined)
    if (one) rmSync(one.folder, { recursive: true, force: true })
  }
  await stage?.close()
  await t?.stop()
})

async function readyFor({ accountId }: { readonly accountId: string }): Promise<Telephone> {
  const folder = mkdtempSync(join(tmpdir(), 'palier-telephone-'))
  const context = await openTelephone(folder)
  const value = (await signIn(t, accountId)).replace('palier=', '')
  await context.addCookies([{ name: 'palier', value, url: stage.site }])
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(`${stage.site}/porte-a-porte`)
  await page.getByRole('button', { name: 'Préparer ce téléphone' }).click()
  await page.getByRole('link', { name: /Entrée 14/ }).click()
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await context.setOffline(true)
  return { context, page, folder }
}

const doorOf = (page: Page, letter: string) =>
  page.locator('a.door').filter({ hasText: new RegExp(`^${letter}`) })
const leftToSend = (page: Page) => page.locator('.doorbar b').textContent()
const look = async (page: Page, name: string): Promise<void> => {
  expect(await lookAt(page, `porte-${name}`, { axe: 'all' })).toEqual([])
}

it('who noted nothing has nothing to hand over; who knocked shows a square of places and outcomes', async () => {
  const { page } = lena
  await page.getByRole('link', { name: 'Passer la main' }).click()
  await page.getByText('rien à passer').waitFor()
  await page.getByRole('link', { name: 'Retour' }).click()
  await doorOf(page, 'A').click()
  await page.getByRole('button', { name: 'Absent·e' }).click()
  await doorOf(page, 'B').click()
  await page.getByRole('button', { name: 'Revenir' }).click()
  await page.getByRole('button', { name: 'Demain' }).click()
  await page.getByRole('link', { name: 'Passer la main' }).click()
  await page.getByText(/Portes notées ici.* 2$/).waitFor()
  await page.getByRole('button', { name: 'Partager ou copier l’adresse' }).click()
  await page.getByText('L’adresse est copiée.').waitFor()
  address = String(await page.evaluate('navigator.clipboard.readText()'))
  expect(address.length).toBeLessThan(200)
  expect(await page.locator('.qr .dark').getAttribute('d')).toBe((await qrSquare(address, 'L')).path)
  await look(page, 'passer')
})

it('what is not whole is refused in a sentence, and keeps nothing', async () => {
  const { page } = karim
  await page.getByRole('link', { name: 'Reprendre la main' }).click()
  for (const [text, said] of [
    [`${address.slice(0, -2)}xx`, 'incomplet ou abîmé'],
    ['https://wifi.example/accueil', 'Ce n’est pas une entrée'],
  ] as const) {
    await page.getByLabel('Adresse reçue').fill(text)
    await page.getByRole('button', { name: 'Lire' }).click()
    await page.getByRole('alert').filter({ hasText: said }).waitFor()
  }
  await look(page, 'reprendre')
  expect(await page.evaluate("localStorage.getItem('palier-relais')")).toBeNull()
})

it('opened as a camera opens it, it gives hints: no event, and a door that was noted here keeps its mark', async () => {
  const { page } = karim
  await page.goto(`${stage.site}/porte-a-porte#/`)
  await page.getByRole('link', { name: /Entrée 14/ }).click()
  await doorOf(page, 'B').click()
  await page.getByRole('button', { name: 'Refus' }).click()
  await page.getByText('1 portes faites sur 3').waitFor()
  await page.goto('about:blank')
  await page.goto(address)
  await page.getByText(/D’après l’autre équipe, 2 portes/).waitFor()
  expect(await doorOf(page, 'A').textContent()).toContain(', d’après l’autre équipe')
  expect(await doorOf(page, 'B').textContent()).not.toContain('d’après')
  await page.getByText('1 portes faites sur 3').waitFor()
  expect(await leftToSend(page)).toBe('3')
  await look(page, 'indications')
  await doorOf(page, 'A').click()
  await page.getByText(/D’après l’autre équipe.: Absent·e, .* Rien n’empêche d’y frapper/).waitFor()
  await page.getByText('Première visite').waitFor()
  await page.getByRole('link', { name: 'Retour' }).click()
  await page.getByRole('button', { name: 'العربية' }).click()
  await look(page, 'indications-ar')
  await page.getByRole('button', { name: 'Français' }).click()
})

it('one may knock there all the same, and what one then notes is one’s own', async () => {
  const { page } = karim
  await doorOf(page, 'A').click()
  await page.getByRole('button', { name: 'Vide' }).click()
  await page.getByText('2 portes faites sur 3').waitFor()
  expect(await doorOf(page, 'A').textContent()).not.toContain('d’après')
})

it('the next day nothing of it is left', async () => {
  const { page, context } = karim
  expect(await page.evaluate("localStorage.getItem('palier-relais')")).not.toBeNull()
  await context.addInitScript(`(() => {
    const Real = Date
    globalThis.Date = class extends Real {
      constructor(...given) { if (given.length === 0) super(Real.now() + 86_400_000); else super(...given) }
    }
  })()`)
  await page.reload()
  await page.getByText('2 portes faites sur 3').waitFor()
  await expect.poll(() => page.evaluate("localStorage.getItem('palier-relais')")).toBeNull()
  expect(await page.getByText(/D’après l’autre équipe/).count()).toBe(0)
  await page.goto('about:blank')
  await page.goto(address)
  await page.getByRole('alert').filter({ hasText: 'il ne dit plus rien aujourd’hui' }).waitFor()
})
