// A researcher reads the waits of a landlord's file: on a phone, on a desk, by night, on paper, with and without a script.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../tools/testing/database.ts'
import { inventedWaits } from '../tools/testing/invented-waits.ts'
import { type MadeAccount, makeMember, makeSpace } from '../tools/testing/people.ts'
import { plantSource } from '../tools/testing/planted-source.ts'
import { type Look, lookAt, openStage, type Stage } from '../tools/testing/stage.ts'
import { calendarDay } from '../src/kernel/calendar-day.ts'
import { dayNumber } from '../src/measure/day-number.ts'

const ASOF = '2026-11-01'
let t: TestDatabase
let stage: Stage
let lea: MadeAccount
beforeAll(async () => {
  t = await testDatabase()
  const team = await makeSpace(t, 'research', 'Équipe des attentes')
  lea = await makeMember(t, team, 'Léa', 'researcher')
  const cases = inventedWaits(4000, dayNumber(calendarDay(ASOF)))
  await plantSource(t.owner, team, { name: 'Toits d’Auvelle, demandes', asOf: ASOF, cases, rejected: 61 })
  stage = await openStage(t)
})
afterAll(async () => {
  await stage?.close()
  await t?.stop()
})

const PAGES = [
  ['all', '/attentes'],
  ['compared', '/attentes?famille=Chauffage+et+eau+chaude&lieu=Les+Tilleuls&avec=lieu:Le+Canal&clos=oui'],
  ['places', '/attentes?lieu=Les+Tilleuls&avec=lieu:Le+Canal&cote=lieu'],
  ['many', '/attentes?cote=famille&jours=ouvres'],
  ['few', '/attentes?famille=Rien'],
] as const

it.each([
  [
    '320 px, by night, without a script',
    320,
    { javaScriptEnabled: false, colorScheme: 'dark' },
    { axe: 'no' },
  ],
  ['360 px, by day', 360, {}, { axe: 'all', colorScheme: 'light' }],
  ['1280 px, by day', 1280, {}, { axe: 'all', colorScheme: 'light' }],
  ['1280 px, by night', 1280, {}, { axe: 'contrast', colorScheme: 'dark' }],
] as const)('every page of waits holds at %s', async (name, width, options, look: Look) => {
  const context = await stage.openAt(width, lea, options)
  const page = await context.newPage()
  const found: string[] = []
  for (const [key, path] of PAGES) {
    await page.goto(`${stage.site}${path}`)
    found.push(...(await lookAt(page, `waits-${key}-${name.replaceAll(/[ ,]+/g, '-')}`, look)))
  }
  await context.close()
  expect(found).toEqual([])
})

it('prints on paper, nothing cut by its edge', async () => {
  const context = await stage.openAt(673, lea, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.emulateMedia({ media: 'print' })
  await page.goto(`${stage.site}${PAGES[2][1]}`)
  expect(await lookAt(page, 'waits-print', { axe: 'no' })).toEqual([])
  await context.close()
})

it('asks by a form, without a script, and takes a choice away again', async () => {
  const context = await stage.openAt(360, lea, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${stage.site}/attentes`)
  await page.getByText('Choisir la source, la période').click()
  await page.getByLabel('Famille', { exact: true }).selectOption('Ascenseur')
  await page.getByLabel('Comparer avec').selectOption('famille:Nuisibles')
  await page.getByRole('button', { name: 'Montrer' }).click()
  expect(new URL(page.url()).searchParams.get('famille')).toBe('Ascenseur')
  expect(await page.locator('.nameB').first().textContent()).toBe('Nuisibles')
  await page.getByRole('link', { name: /enlever.*Ascenseur/ }).click()
  expect(new URL(page.url()).searchParams.get('famille')).toBeNull()
  expect(await page.getByText('leur écart ne se teste pas').count()).toBe(1) // all holds one family
  await context.close()
})

it('with a script, a choice changes the figures and not the page; the curve is read by keyboard', async () => {
  const context = await stage.openAt(1280, lea, {})
  const page = await context.newPage()
  await page.goto(`${stage.site}/attentes`)
  await page.evaluate('window.stayed = true')
  await page.getByText('Choisir la source, la période').click()
  await page.getByLabel('Famille', { exact: true }).focus()
  await page.getByLabel('Famille', { exact: true }).selectOption('Ascenseur')
  await page.waitForURL(/famille=Ascenseur/)
  expect(await page.evaluate('window.stayed')).toBe(true)
  expect(await page.getByLabel('Famille', { exact: true }).isVisible()).toBe(true) // the choices stay open
  expect(await page.evaluate('document.activeElement.id')).toBe('famille')
  const said = page.locator('p[aria-live=polite]')
  expect(await said.textContent()).toBe(await page.locator('h1').textContent())

  const along = page.getByLabel('Lire la courbe')
  await along.focus()
  await page.keyboard.press('Home')
  const told = page.locator('[data-along] output')
  expect(await told.textContent()).toBe('Après 0\u00a0j, encore en attente\u202f: 100 sur 100')
  for (let day = 0; day < 30; day++) await page.keyboard.press('ArrowRight')
  const share = /(\d+) sur 100/.exec((await told.textContent()) ?? '')?.[1]
  expect(await page.locator('h1').textContent()).toContain(`${share} attendent encore après un mois`)

  await page.goBack()
  await page.locator('main:not([aria-busy])').waitFor()
  expect(new URL(page.url()).searchParams.get('famille')).toBeNull()
  expect(await page.evaluate('window.stayed')).toBe(true)
  await context.close()
})
