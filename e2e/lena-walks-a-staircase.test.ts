import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inScope } from '../src/access/scope.ts'
import { addDays, dayIn } from '../src/kernel/calendar-day.ts'
import { newId } from '../src/kernel/ids.ts'
import { homeId } from '../src/places/domain/home-id.ts'
import { assignStaircase, createCampaign } from '../src/survey/actions/campaigns.ts'
import { killTelephone, openTelephone } from '../tools/testing/browser.ts'
import { type TestDatabase, testDatabase } from '../tools/testing/database.ts'
import { makeMember, makeSpace, secretsOfTests, signIn } from '../tools/testing/people.ts'
import { lookAt, openStage, type Stage } from '../tools/testing/stage.ts'

const WORDS = 'Le plafond goutte chez madame Zébulon.'
let t: TestDatabase
let stage: Stage
let folder: string
let context: BrowserContext
let page: Page
let staircase = ''
let space = ''

beforeAll(async () => {
  execFileSync(process.execPath, ['tools/build.mjs'])
  t = await testDatabase()
  const union = await makeSpace(t, 'union', 'Union des Tilleuls')
  const landlord = await makeSpace(t, 'desk', 'Habitat des Coteaux')
  const ines = await makeMember(t, union, 'Inès Marchand', 'organiser')
  const lena = await makeMember(t, union, 'Léna', 'canvasser')
  space = union.spaceId
  staircase = await makeStaircase(landlord.institutionId)
  const now = new Date()
  const [from, to] = [dayIn(now), addDays(dayIn(now), 20)]
  await inScope(t.logins, ines.actor, async (db) => {
    const campaign = await createCampaign(
      db,
      secretsOfTests,
      { name: 'Chauffage', startsOn: from, endsOn: to },
      now,
    )
    const round = { staircaseId: staircase, accountId: lena.accountId, from, to, instructions: '' }
    const done = await assignStaircase(db, campaign, round, now)
    if (!done.ok) throw new Error(done.refusal.because)
  })
  stage = await openStage(t)
  folder = mkdtempSync(join(tmpdir(), 'palier-telephone-'))
  context = await openTelephone(folder)
  const value = (await signIn(t, lena.accountId)).replace('palier=', '')
  await context.addCookies([{ name: 'palier', value, url: stage.site }])
  page = await context.newPage()
})
afterAll(async () => {
  await context?.close().catch(() => undefined)
  await stage?.close()
  await t?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Six floors of four doors. */
async function makeStaircase(landlord: string): Promise<string> {
  const [estate, building, made] = [newId(new Date()), newId(new Date()), newId(new Date())]
  await sql`insert into directory.commune values ('00000', 'Valmont', '99000')`.execute(t.owner)
  await sql`insert into directory.estate values (${estate}, ${landlord}, '00000', 'Les Tilleuls', 'x')`.execute(
    t.owner,
  )
  await sql`insert into directory.building values (${building}, ${estate}, 'Bâtiment C', 'x', 'x')`.execute(
    t.owner,
  )
  await sql`insert into directory.staircase values (${made}, ${building}, 'Entrée 14', 0, 5, '{A,B,C,D}')`.execute(
    t.owner,
  )
  for (const floor of [0, 1, 2, 3, 4, 5])
    for (const position of [1, 2, 3, 4])
      await sql`insert into union_space.home (space_id, id, staircase_id, floor, position, label)
        values (${space}, ${homeId(space, made, { floor, position })}, ${made}, ${floor}, ${position}, ${'ABCD'[position - 1]})`.execute(
        t.owner,
      )
  return made
}

const received = async (): Promise<number> => {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from union_space.survey_envelope`.execute(t.owner)
  return rows[0]?.n ?? 0
}
const leftToSend = async (): Promise<number> => Number(await page.locator('.doorbar b').textContent())
const floorOf = (floor: number) =>
  page.getByRole('group', { name: floor === 0 ? 'Rez-de-chaussée' : `Étage ${floor}` })
const look = async (name: string): Promise<void> => {
  expect(await lookAt(page, `porte-${name}`, { axe: 'all' })).toEqual([])
}

it('gets ready with network: the rounds of the day, and a page that the phone keeps', async () => {
  await page.goto(`${stage.site}/porte-a-porte`)
  await page.getByRole('heading', { name: 'Préparer ce téléphone' }).waitFor()
  await look('enrol')
  await page.getByRole('button', { name: 'Préparer ce téléphone' }).click()
  await page.getByRole('heading', { name: 'Mes tournées' }).waitFor()
  await look('rounds')
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  const icon = await page.request.get(`${stage.site}/assets/icon-180.png`)
  expect([icon.status(), icon.headers()['content-type']]).toEqual([200, 'image/png']) // for an iPhone's home screen
})

it('without network it opens, and twenty doors are noted, a floor in one tap', async () => {
  await context.setOffline(true)
  await page.goto(`${stage.site}/porte-a-porte`)
  await page.getByRole('link', { name: /Entrée 14/ }).click()
  await look('stairs')
  for (const floor of [5, 4, 3]) await floorOf(floor).getByRole('button', { name: 'Tous absents' }).click()
  await page.getByText('12 portes faites sur 24').waitFor()
  for (const [position, outcome] of ['Refus', 'Vide', 'Pas d’accès', 'Autre langue'].entries()) {
    await floorOf(2).getByRole('link').nth(position).click()
    if (position === 0) await look('door')
    await page.getByRole('button', { name: outcome }).click()
  }
  for (const position of [0, 1, 2]) {
    await floorOf(1).getByRole('link').nth(position).click()
    await page.getByRole('button', { name: 'Revenir' }).click()
    await page.getByRole('button', { name: 'Demain' }).click()
  }
  await page.getByText('19 portes faites sur 24').waitFor()
  await floorOf(1).getByRole('link').nth(0).click()
  await page.getByText(/^Promis.: revenir le/).waitFor()
  await page.getByRole('link', { name: 'Retour' }).click()
  expect(await leftToSend()).toBe(19 * 3)
})

it('takes a gesture back, and finds a door that was missing under the id that the server gives it', async () => {
  await floorOf(1).getByRole('link').nth(3).click()
  await page.getByRole('button', { name: 'Absent·e' }).click()
  await page.getByRole('button', { name: 'Annuler' }).click()
  await page.getByText('19 portes faites sur 24').waitFor()
  await floorOf(0)
    .getByRole('button', { name: /Porte manquante/ })
    .click()
  await page.getByText('19 portes faites sur 25').waitFor()
  const address = (await floorOf(0).getByRole('link').nth(4).getAttribute('href')) ?? ''
  expect(address).toContain(homeId(space, staircase, { floor: 0, position: 5 }))
})

it('listens to a household: its words, its consents one by one, a dated summary', async () => {
  await floorOf(0).getByRole('link').nth(0).click()
  await page.getByRole('button', { name: 'La porte s’ouvre' }).click()
  await page.getByRole('heading', { name: /Qu’est-ce que vous attendez/ }).waitFor()
  await look('question')
  await page.getByRole('button', { name: 'Humidité, moisissures' }).click()
  await page.getByRole('textbox').fill(WORDS)
  await page.getByRole('button', { name: 'Suite' }).click()
  await page.getByRole('button', { name: 'Plus de 2 ans' }).click()
  await page.getByRole('button', { name: 'Arrêter ici' }).click()
  const kept = page.getByRole('group', { name: 'L’union garde ce que j’ai dit.' })
  await kept.getByRole('button', { name: 'Oui' }).click()
  await look('consents')
  await page.getByRole('button', { name: 'Clore la visite' }).click()
  await page.getByText(WORDS).waitFor()
  await look('summary')
  await page.getByRole('button', { name: 'Terminer et oublier' }).click()
  await page.getByText('20 portes faites sur 25').waitFor()
})

it('the shortest honest record is twelve taps at most, and skips what does not follow', async () => {
  let taps = 0
  const tap = async (target: Locator): Promise<void> => {
    taps += 1
    await target.click()
  }
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true })
  await tap(floorOf(0).getByRole('link').nth(1))
  await tap(button('La porte s’ouvre'))
  await tap(button('Eau, fuite'))
  await tap(button('Passer')) // its words
  await tap(button('3 à 12 mois'))
  await tap(button('Passer')) // a landmark
  await tap(button('À personne encore'))
  await page.getByRole('heading', { name: /Qu’est-ce que cela vous fait/ }).waitFor()
  await tap(button('Arrêter ici'))
  await tap(
    page.getByRole('group', { name: 'L’union garde ce que j’ai dit.' }).getByRole('button', { name: 'Oui' }),
  )
  await tap(button('Clore la visite'))
  await tap(button('Terminer et oublier'))
  await page.getByText('21 portes faites sur 25').waitFor()
  expect(taps).toBeLessThanOrEqual(12)
})

it('two quick taps on choices that go together are both kept, and what is typed is kept when one stops there', async () => {
  await floorOf(0).getByRole('link').nth(2).click()
  await page.getByLabel('Comment êtes-vous venu·e à cette porte').selectOption('Par une pétition')
  await page.getByRole('button', { name: 'La porte s’ouvre' }).click()
  await page.getByRole('button', { name: 'Ascenseur' }).click()
  for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: 'Passer' }).click()
  await page.getByRole('button', { name: 'À personne encore' }).click()
  await page.getByRole('button', { name: 'Le sommeil' }).waitFor()
  await page.evaluate(TWO_AT_ONCE)
  await page.getByRole('button', { name: 'Suite' }).click()
  await page.getByRole('button', { name: 'Passer' }).click()
  await page.getByRole('textbox').fill('Qu’il marche.')
  await page.getByRole('button', { name: 'Arrêter ici' }).click()
  await page
    .getByRole('group', { name: 'L’union peut me recontacter.' })
    .getByRole('button', { name: 'Oui' })
    .click()
  await page.getByLabel('Téléphone').fill('06 00 00 00 00')
  await look('contact')
  await page.getByRole('button', { name: 'Clore la visite' }).click()
  await page.getByText('Le sommeil, L’argent').waitFor()
  await page.getByText('Qu’il marche.').waitFor()
  await page.getByRole('button', { name: 'Terminer et oublier' }).click()
  await page.getByText('22 portes faites sur 25').waitFor()
})

/** Faster than any finger, in one task. */
const TWO_AT_ONCE = `for (const said of ['Le sommeil', 'L’argent'])
  [...document.querySelectorAll('.bigchoices button')].find((one) => one.textContent === said).click()`

it('the phone’s disk, dumped, holds nothing of what was said', async () => {
  const dump = String(await page.evaluate(DUMP))
  expect(dump).toContain('"outbox"') // the dump really reads
  expect(dump.length).toBeGreaterThan(10_000)
  for (const said of [
    'Zébulon',
    'plafond',
    'damp',
    'over_two_years',
    'consent_given',
    'called_back',
    '06 00 00',
  ])
    expect(dump.replaceAll(/"form(?:s)?":\{.*?"files":\{\}\}/gs, '')).not.toContain(said)
})

/** Every store of every database of this page, bytes read as letters. */
const DUMP = `(async () => {
  const text = (_, value) => value instanceof Uint8Array ? new TextDecoder('utf-8').decode(value) : value
  const wanted = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error) })
  const all = {}
  for (const { name } of await indexedDB.databases()) {
    const base = await wanted(indexedDB.open(name))
    for (const store of base.objectStoreNames) all[store] = await wanted(base.transaction(store).objectStore(store).getAll())
    base.close()
  }
  return JSON.stringify(all, text)
})()`

it('killed without network, it opens again on everything, in Arabic and by night too', async () => {
  const before = await leftToSend()
  killTelephone(folder)
  expect(filesThatSay('Zébulon')).toEqual([])
  expect(filesThatSay('palier-porte-a-porte')).not.toEqual([]) // the search really reads
  context = await openTelephone(folder, { offline: true })
  page = await context.newPage()
  await page.goto(`${stage.site}/porte-a-porte`)
  await page.getByRole('link', { name: /Entrée 14/ }).click()
  await page.getByText('22 portes faites sur 25').waitFor()
  expect(await leftToSend()).toBe(before)
  expect(await received()).toBe(0)
  await page.getByRole('button', { name: 'العربية' }).click()
  await look('stairs-ar')
  expect(await lookAt(page, 'porte-stairs-ar-dark', { axe: 'contrast', colorScheme: 'dark' })).toEqual([])
  await page.getByRole('button', { name: 'Français' }).click()
})

const ENCODINGS = ['utf8', 'utf16le', 'latin1'] as const
/** The files of the phone's whole profile in which this stands, in either way a browser writes it. */
const filesThatSay = (said: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => ENCODINGS.some((how) => readFileSync(path).includes(Buffer.from(said, how))))

it('with network again all is received, once each, and only then let go', async () => {
  const before = await leftToSend()
  expect(before).toBeGreaterThan(60)
  await context.setOffline(false)
  await page.locator('.doorbar b', { hasText: /^0$/ }).waitFor({ timeout: 30_000 })
  expect(await received()).toBe(before)
  await page.getByRole('link', { name: /Reste à envoyer/ }).click()
  await page.getByText('Tout est reçu par l’union.').waitFor()
  await look('queue')
})
