// A telephone whose disk is full in the middle of a visit: nothing is said to be kept that is not, and no word is lost.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unsealArrived } from '../src/survey/actions/unseal.ts'
import { openTelephone } from '../tools/testing/browser.ts'
import { type TestDatabase, testDatabase } from '../tools/testing/database.ts'
import { givenRound, type GivenRound } from '../tools/testing/given-round.ts'
import { phoneRoom, type PhoneRoom } from '../tools/testing/phone-room.ts'
import { secretsOfTests, signIn } from '../tools/testing/people.ts'
import { lookAt, openStage, type Stage } from '../tools/testing/stage.ts'

const WORDS = 'Le plafond goutte chez madame Zébulon.'
let t: TestDatabase
let stage: Stage
let round: GivenRound
let folder: string
let context: BrowserContext
let page: Page
let disk: PhoneRoom

beforeAll(async () => {
  execFileSync(process.execPath, ['tools/build.mjs'])
  t = await testDatabase()
  round = await givenRound(t)
  stage = await openStage(t)
  folder = mkdtempSync(join(tmpdir(), 'palier-telephone-'))
  context = await openTelephone(folder)
  const value = (await signIn(t, round.lena.accountId)).replace('palier=', '')
  await context.addCookies([{ name: 'palier', value, url: stage.site }])
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  disk = await phoneRoom(page, stage.site)
  await page.goto(`${stage.site}/porte-a-porte`)
  await page.getByRole('button', { name: 'Préparer ce téléphone' }).click()
  await page.getByRole('link', { name: /Entrée 14/ }).click()
})
afterAll(async () => {
  await context?.close().catch(() => undefined)
  await stage?.close()
  await t?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const full = () => page.getByRole('alert').getByText(/Ce téléphone est plein/)
const leftToSend = async (): Promise<number> => Number(await page.locator('.doorbar b').textContent())

it('an outcome that finds no room is told not to be kept, and the door stays on the screen', async () => {
  await context.setOffline(true)
  await page.locator('a[href*="#/porte/"]').first().click()
  await disk.fill()
  await page.getByRole('button', { name: 'Absent·e' }).click()
  await full().waitFor()
  expect(await lookAt(page, 'porte-full', { axe: 'all' })).toEqual([])
  expect(await leftToSend()).toBe(0)
  await page.getByRole('button', { name: 'Absent·e' }).click()
  await full().waitFor()
  await disk.makeRoom()
  await page.getByRole('button', { name: 'Absent·e' }).click()
  await page.getByText('1 portes faites sur 3').waitFor()
  await full().waitFor({ state: 'detached' })
  expect(await leftToSend()).toBe(3)
})

it('a visit that finds no room keeps its words on the screen, and seals all of them once there is some', async () => {
  await page.locator('a[href*="#/porte/"]').nth(1).click()
  await disk.fill()
  await page.getByRole('button', { name: 'La porte s’ouvre' }).click() // not even its opening is kept
  await page.getByRole('button', { name: 'Humidité, moisissures' }).click()
  await full().waitFor()
  await page.getByRole('heading', { name: /Qu’est-ce que vous attendez/ }).waitFor()
  expect(await leftToSend()).toBe(3)
  await disk.makeRoom()
  await page.getByRole('button', { name: 'Humidité, moisissures' }).click()
  await page.getByRole('textbox').fill(WORDS)
  await disk.fill()
  await page.getByRole('button', { name: 'Suite' }).click()
  await full().waitFor()
  expect(await page.getByRole('textbox').inputValue()).toBe(WORDS)
  await page.getByRole('button', { name: 'Arrêter ici' }).click()
  const kept = page
    .getByRole('group', { name: 'L’union garde ce que j’ai dit.' })
    .getByRole('button', { name: 'Oui' })
  await kept.click()
  await page.getByRole('button', { name: 'Clore la visite' }).click()
  await full().waitFor()
  expect(await page.getByRole('button', { name: 'Clore la visite' }).isVisible()).toBe(true)
  expect(await kept.getAttribute('aria-pressed')).toBe('false') // not agreed to, as long as it is not kept
  await disk.makeRoom()
  await kept.click()
  await page.getByRole('button', { name: 'Clore la visite' }).click()
  await page.getByText(WORDS).waitFor()
  await page.getByRole('button', { name: 'Terminer et oublier' }).click()
  await page.getByText('2 portes faites sur 3').waitFor()
})

it('all that it then said it kept arrives, once, and the union reads the whole visit', async () => {
  const before = await leftToSend()
  await context.setOffline(false)
  await page.locator('.doorbar b', { hasText: /^0$/ }).waitFor({ timeout: 30_000 })
  const { rows } = await sql<{
    seq: number
  }>`select seq from union_space.survey_envelope order by seq`.execute(t.owner)
  expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: before }, (_, at) => at + 1))
  await unsealArrived(t.logins, secretsOfTests, new Date())
  const said = await sql<{ outcome: string; answers: Record<string, unknown> }>`
    select outcome, said -> 'answers' as answers from union_space.survey_visit join union_space.survey_said using (id) order by outcome`.execute(
    t.owner,
  )
  expect(said.rows).toMatchObject([
    { outcome: 'absent' },
    { outcome: 'answered', answers: { '/delais/wait[1]/words': WORDS } },
  ])
})
