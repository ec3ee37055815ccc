import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { killTelephone, openTelephone } from '../tools/testing/browser.ts'
import { type TestDatabase, testDatabase } from '../tools/testing/database.ts'
import { givenRound } from '../tools/testing/given-round.ts'
import { secretsOfTests, signIn } from '../tools/testing/people.ts'
import { lookAt, openStage, type Stage } from '../tools/testing/stage.ts'
import { unsealArrived } from '../src/survey/actions/unseal.ts'

const CODE = '482915'
const WORDS = 'Le plafond goutte chez madame Zébulon.'
let t: TestDatabase
let stage: Stage
let folder: string
let context: BrowserContext
let page: Page

beforeAll(async () => {
  execFileSync(process.execPath, ['tools/build.mjs'])
  t = await testDatabase()
  const { lena } = await givenRound(t)
  stage = await openStage(t)
  folder = mkdtempSync(join(tmpdir(), 'palier-code-'))
  context = await openTelephone(folder)
  const value = (await signIn(t, lena.accountId)).replace('palier=', '')
  await context.addCookies([{ name: 'palier', value, url: stage.site }])
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
})
afterAll(async () => {
  await context?.close().catch(() => undefined)
  await stage?.close()
  await t?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const look = async (name: string): Promise<void> => {
  expect(await lookAt(page, `code-${name}`, { axe: 'all' })).toEqual([])
}
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
async function typeCode(code: string, button: string): Promise<void> {
  await page.locator('#code').fill(code)
  await press(button)
}
/** To the one door of this round. */
async function toTheDoor(): Promise<void> {
  await page.goto(`${stage.site}/porte-a-porte`)
  await page.getByRole('link', { name: /Entrée 14/ }).click()
  await page.locator('a[href*="#/porte/"]').first().click()
}
const dump = async (): Promise<string> => String(await page.evaluate(DUMP))
const DUMP = `(async () => {
  const text = (_, value) => value instanceof Uint8Array ? new TextDecoder('utf-8').decode(value) : value
  const wanted = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error) })
  const lines = []
  for (const { name } of await indexedDB.databases()) {
    const database = await wanted(indexedDB.open(name))
    for (const store of database.objectStoreNames)
      lines.push(store, JSON.stringify(await wanted(database.transaction(store).objectStore(store).getAll()), text))
    database.close()
  }
  return lines.join('\\n')
})()`

it('a telephone of before codes keeps its whole queue when it learns of them', async () => {
  await page.goto(`${stage.site}/favicon.svg`)
  await page.evaluate(AS_IT_WAS)
  await page.goto(`${stage.site}/porte-a-porte`)
  await expect.poll(() => page.locator('.doorbar b').textContent()).toBe('40')
  expect(await dump()).toContain('lock\n[]')
  await page.evaluate(
    `indexedDB.databases().then((all) => all.map(({ name }) => indexedDB.deleteDatabase(name)))`,
  )
})

/** Version 1 of the disk, as telephones had it, with forty envelopes to send and no network to send them. */
const AS_IT_WAS = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('palier-porte-a-porte', 1)
  opening.onupgradeneeded = () => {
    const database = opening.result
    database.createObjectStore('outbox', { keyPath: 'id' }).createIndex('seq', 'seq')
    for (const name of ['receipts', 'found']) database.createObjectStore(name, { keyPath: 'id' })
    database.createObjectStore('marks', { keyPath: 'door' })
    for (const name of ['device', 'pack', 'open']) database.createObjectStore(name)
  }
  opening.onerror = () => reject(opening.error)
  opening.onsuccess = () => {
    const writing = opening.result.transaction('outbox', 'readwrite')
    for (let seq = 1; seq <= 40; seq++)
      writing.objectStore('outbox').put({ id: 'event ' + seq, device: 'd', seq, bytes: new Uint8Array([123]), sha256: 'x' })
    writing.oncomplete = () => { opening.result.close(); resolve(undefined) }
  }
})`

it('a code is six digits, set with network; what it does not protect is said where it is set', async () => {
  await page.goto(`${stage.site}/porte-a-porte`)
  await press('Préparer ce téléphone')
  await page.getByRole('link', { name: 'Un code pour reprendre ou corriger' }).click()
  await page.getByText('un million de codes').waitFor()
  await typeCode('12ab', 'Poser ce code')
  await page.getByText('Il faut six chiffres').waitFor()
  await look('choose')
  await typeCode(CODE, 'Poser ce code')
  await page.getByText('Le code est posé').waitFor()
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
})

it('a visit cut short by a kill is gone on with, words and all, once the code is given', async () => {
  await context.setOffline(true)
  await toTheDoor()
  await press('La porte s’ouvre')
  await typeCode(CODE, 'Ouvrir')
  await press('Humidité, moisissures')
  await page.getByRole('textbox').fill(WORDS)
  await press('Suite')
  await expect.poll(dump).toContain('"isClosed"')
  killTelephone(folder)
  context = await openTelephone(folder, { offline: true })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await toTheDoor()
  await press('Continuer la visite')
  await typeCode('000000', 'Ouvrir')
  await page.getByText(/Essais avant que les copies s’effacent.: 9/).waitFor()
  await look('asked')
  await typeCode(CODE, 'Ouvrir')
  await page.getByRole('heading', { name: /Depuis quand/ }).waitFor()
  await press('Avant')
  await expect.poll(() => page.getByRole('textbox').inputValue()).toBe(WORDS)
})

it('nothing of it is readable on the disk', async () => {
  const all = (await dump()).replaceAll(/"form(?:s)?":\{.*?"files":\{\}\}/gs, '')
  expect(all).toContain('"isClosed"')
  for (const said of ['Zébulon', 'plafond', 'damp', CODE]) expect(all).not.toContain(said)
})

it('five minutes without a touch, and neither the screen nor the memory holds a word', async () => {
  await page.clock.install()
  await page.clock.fastForward(4 * 60_000)
  await page.getByRole('textbox').click()
  await page.clock.fastForward(4 * 60_000)
  expect(await page.getByRole('textbox').inputValue()).toBe(WORDS)
  await page.clock.fastForward(2 * 60_000)
  await page.getByRole('button', { name: 'Continuer la visite' }).waitFor()
  expect(await page.locator('body').textContent()).not.toContain('Zébulon')
  await press('Continuer la visite')
  await typeCode(CODE, 'Ouvrir')
  await press('Arrêter ici')
  const kept = page.getByRole('group', { name: 'L’union garde ce que j’ai dit.' })
  await kept.getByRole('button', { name: 'Oui' }).click()
  await press('Clore la visite')
  await page.getByText(WORDS).waitFor()
  await press('Terminer et oublier')
})

it('a visit of today is corrected: what the union reads is the last one', async () => {
  await page.locator('a[href*="#/porte/"]').first().click()
  await press('Corriger ce qui a été dit')
  await press('Eau, fuite')
  await expect.poll(() => page.getByRole('textbox').inputValue()).toBe(WORDS)
  await look('corrected')
  await press('Arrêter ici')
  await press('Clore la visite')
  await press('Terminer et oublier')
  await context.setOffline(false)
  await page.evaluate("dispatchEvent(new Event('online'))")
  await expect
    .poll(async () => Number(await page.locator('.doorbar b').textContent()), { timeout: 20_000 })
    .toBe(0)
  await unsealArrived(t.logins, secretsOfTests, new Date())
  const { rows } = await sql<{ problem_code: string; words: string }>`
    select problem_code, words from union_space.complaint`.execute(t.owner)
  expect(rows).toEqual([{ problem_code: 'water', words: WORDS }])
})

const copiesLeft = async (): Promise<string> => {
  const all = await dump()
  return /copies\n(.*)\n/.exec(all)?.[1] ?? 'none'
}

it('taken back by the union, it erases its copies as soon as it finds network; its queue still leaves', async () => {
  await context.setOffline(true)
  await page.locator('a[href*="#/porte/"]').first().click()
  await press('Absent·e')
  expect(await copiesLeft()).not.toBe('[]')
  await sql`update union_space.survey_device set revoked_at = now()`.execute(t.owner)
  await context.setOffline(false)
  await page.evaluate("dispatchEvent(new Event('online'))")
  await expect.poll(copiesLeft).toBe('[]')
  await expect
    .poll(async () => Number(await page.locator('.doorbar b').textContent()), { timeout: 20_000 })
    .toBe(0)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from union_space.survey_envelope where 'device_revoked' = any (marks)`.execute(
    t.owner,
  )
  expect(rows[0]?.n).toBe(3)
})

it('twelve hours later nothing is left to open, and no code opens it', async () => {
  await sql`update union_space.survey_device set revoked_at = null`.execute(t.owner)
  await page.goto(`${stage.site}/porte-a-porte#/code`)
  await typeCode(CODE, 'Poser ce code')
  await page.getByText('Le code est posé').waitFor()
  await context.setOffline(true)
  await page.reload()
  await page.getByLabel('Votre code d’aujourd’hui').waitFor()
  await page.clock.fastForward(12 * 3_600_000 + 60_000)
  await expect.poll(async () => /lock\n(.*)\n/.exec(await dump())?.[1]).toBe('[]')
  await page.getByLabel('Choisissez six chiffres').waitFor()
})
