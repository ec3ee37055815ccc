// Other questions, another script and a round taken back, all while somebody is being listened to and the queue is full.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inScope } from '../src/access/scope.ts'
import { keepInstrument, publishInstrument, readForm } from '../src/instruments/actions.ts'
import { waitInstrument } from '../src/survey/actions/built-in-forms.ts'
import { unsealArrived } from '../src/survey/actions/unseal.ts'
import { openTelephone } from '../tools/testing/browser.ts'
import { type TestDatabase, testDatabase } from '../tools/testing/database.ts'
import { faultyNetwork, type FaultyNetwork } from '../tools/testing/faulty-network.ts'
import { givenRound, type GivenRound } from '../tools/testing/given-round.ts'
import { secretsOfTests, signIn } from '../tools/testing/people.ts'
import { openStage, type Stage } from '../tools/testing/stage.ts'
import { xlsxOf } from '../tools/testing/xlsx-of.ts'

const WORDS = 'Le plafond goutte chez madame Zébulon.'
let t: TestDatabase
let stage: Stage
let network: FaultyNetwork
let round: GivenRound
let folder: string
let context: BrowserContext
let page: Page
let another: Page

beforeAll(async () => {
  execFileSync(process.execPath, ['tools/build.mjs'])
  t = await testDatabase()
  round = await givenRound(t)
  stage = await openStage(t)
  network = await faultyNetwork(Number(new URL(stage.site).port), () => 1)
  folder = mkdtempSync(join(tmpdir(), 'palier-telephone-'))
  context = await openTelephone(folder)
  const value = (await signIn(t, round.lena.accountId)).replace('palier=', '')
  await context.addCookies([{ name: 'palier', value, url: network.url }])
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(`${network.url}/porte-a-porte`)
  await page.getByRole('button', { name: 'Préparer ce téléphone' }).click()
  await page.getByRole('link', { name: /Entrée 14/ }).click()
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
})
afterAll(async () => {
  await context?.close().catch(() => undefined)
  await network?.close()
  await stage?.close()
  await t?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const leftToSend = async (): Promise<number> => Number(await page.locator('.doorbar b').textContent())
const isSameLife = (one: Page) => one.evaluate('globalThis.sameLife === true')

it('a queue waits, and a household has begun to speak', async () => {
  network.cut()
  await page.locator('a[href*="#/porte/"]').first().click()
  await page.getByRole('button', { name: 'Absent·e' }).click()
  await page.getByText('1 portes faites sur 3').waitFor()
  await page.locator('a[href*="#/porte/"]').nth(1).click()
  await page.getByRole('button', { name: 'La porte s’ouvre' }).click()
  await page.getByRole('button', { name: 'Humidité, moisissures' }).click()
  await page.getByRole('textbox').fill(WORDS)
  await page.evaluate('globalThis.sameLife = true')
  await page.locator('.doorbar b', { hasText: /^6$/ }).waitFor()
})

it('other questions, a round taken back and a new script arrive by another window: nothing moves under who speaks', async () => {
  await askOtherQuestions()
  another = await context.newPage()
  await another.goto(`${network.url}/porte-a-porte`)
  await another.getByRole('link', { name: /Entrée 14/ }).waitFor()
  await another.evaluate('globalThis.sameLife = true')
  network.renew()
  await another.getByRole('button', { name: 'Mettre à jour mes tournées' }).click()
  await another.evaluate('navigator.serviceWorker.getRegistration().then((known) => known.update())')
  await expect
    .poll(() =>
      another.evaluate('navigator.serviceWorker.getRegistration().then((known) => known.waiting !== null)'),
    )
    .toBe(true)
  await sql`update union_space.survey_assignment set revoked_at = now()`.execute(t.owner)
  await another.getByRole('button', { name: 'Mettre à jour mes tournées' }).click()
  await another.getByText('Aucune tournée pour vous en ce moment.').waitFor()
  expect([await isSameLife(page), await isSameLife(another)]).toEqual([true, true])
  expect(await page.getByRole('textbox').inputValue()).toBe(WORDS)
  await page.getByRole('button', { name: 'Suite' }).click()
  await page.getByRole('button', { name: 'Plus de 2 ans' }).click() // the question after it, as it was worded then
  await page.getByRole('button', { name: 'Passer' }).click()
  await page.getByRole('button', { name: 'Gardien·ne' }).click()
  await page.getByRole('button', { name: 'Arrêter ici' }).click()
  await page
    .getByRole('group', { name: 'L’union garde ce que j’ai dit.' })
    .getByRole('button', { name: 'Oui' })
    .click()
  await page.getByRole('button', { name: 'Clore la visite' }).click()
  await page.locator('.slip .code').waitFor() // a part of the old script, which nobody has forgotten yet
  await page.getByRole('button', { name: 'Mise en demeure' }).click()
  expect(await page.locator('.letter').textContent()).toContain(WORDS)
  expect(await isSameLife(page)).toBe(true)
})

async function askOtherQuestions(): Promise<void> {
  const survey = [
    ['type', 'name', 'label::Français (fr)'],
    ['text', 'cold', 'Fait-il froid chez vous ?'],
  ]
  const read = await readForm(
    await xlsxOf({ survey, choices: [['list_name', 'name', 'label']] }),
    'froid.xlsx',
  )
  if (!read.ok) throw new Error(read.refusal.because)
  await inScope(t.logins, round.ines.actor, async (db) => {
    const id = await keepInstrument(db, read.value, 'froid.xlsx', new Date())
    const done = await publishInstrument(db, id, new Date())
    if (!done.ok) throw new Error(done.refusal.because)
  })
  await sql`update union_space.survey_campaign set form = ${read.value.version}`.execute(t.owner)
}

it('once it has ended, both windows take the new script, and the queue is whole', async () => {
  const before = await leftToSend()
  expect(before).toBeGreaterThan(8)
  await page.getByRole('button', { name: 'Terminer et oublier' }).click()
  for (const one of [page, another]) {
    await one.locator('html[data-version="1"]').waitFor()
    expect(await isSameLife(one)).toBe(false)
  }
  expect(await leftToSend()).toBe(before)
  network.heal()
  await page.evaluate("dispatchEvent(new Event('online'))")
  await page.locator('.doorbar b', { hasText: /^0$/ }).waitFor({ timeout: 30_000 })
  const { rows } = await sql<{ seq: number; marks: string[] }>`
    select seq, marks from union_space.survey_envelope order by seq`.execute(t.owner)
  expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: before }, (_, at) => at + 1))
  expect(new Set(rows.flatMap(({ marks }) => marks))).toEqual(new Set(['assignment_revoked']))
})

it('what was said in the old words is read in the old words', async () => {
  await unsealArrived(t.logins, secretsOfTests, new Date())
  const { rows } = await sql<{ form: string; answers: Record<string, unknown> }>`
    select s.said ->> 'form' as form, s.said -> 'answers' as answers from union_space.survey_visit v
    join union_space.survey_said s using (id) where v.outcome = 'answered'`.execute(t.owner)
  expect(rows).toMatchObject([
    {
      form: (await waitInstrument()).version,
      answers: { '/delais/wait[1]/words': WORDS, '/delais/wait[1]/told_to': 'caretaker' },
    },
  ])
})
