// At the end of a visit, without network: a code, a dated summary, a letter. Nothing of it stays on the telephone.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inScope } from '../src/access/scope.ts'
import { addDays, dayIn } from '../src/kernel/calendar-day.ts'
import { newId } from '../src/kernel/ids.ts'
import { homeId } from '../src/places/domain/home-id.ts'
import { assignStaircase, createCampaign } from '../src/survey/actions/campaigns.ts'
import { unsealArrived } from '../src/survey/actions/unseal.ts'
import { qrSquare } from '../src/ui/qr-square.tsx'
import { openTelephone } from '../tools/testing/browser.ts'
import { type TestDatabase, testDatabase } from '../tools/testing/database.ts'
import { makeMember, makeSpace, secretsOfTests, signIn } from '../tools/testing/people.ts'
import { lookAt, openStage, type Stage } from '../tools/testing/stage.ts'

const WORDS = 'Le plafond goutte chez madame Zébulon.'
let t: TestDatabase
let stage: Stage
let folder: string
let context: BrowserContext
let page: Page
let code = ''
let lena: { readonly accountId: string }

beforeAll(async () => {
  execFileSync(process.execPath, ['tools/build.mjs'])
  t = await testDatabase()
  const union = await makeSpace(t, 'union', 'Union des Tilleuls')
  const landlord = await makeSpace(t, 'desk', 'Habitat des Coteaux')
  const ines = await makeMember(t, union, 'Inès Marchand', 'organiser')
  lena = await makeMember(t, union, 'Léna', 'canvasser')
  const staircaseId = await makeStaircase(union.spaceId, landlord.institutionId)
  const now = new Date()
  const [from, to] = [dayIn(now), addDays(dayIn(now), 20)]
  await inScope(t.logins, ines.actor, async (db) => {
    const told = { name: 'Humidité', startsOn: from, endsOn: to }
    const campaign = await createCampaign(db, secretsOfTests, told, now)
    const round = { staircaseId, accountId: lena.accountId, from, to, instructions: '' }
    const done = await assignStaircase(db, campaign, round, now)
    if (!done.ok) throw new Error(done.refusal.because)
  })
  stage = await openStage(t)
  folder = mkdtempSync(join(tmpdir(), 'palier-telephone-'))
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

/** One floor of two doors. */
async function makeStaircase(space: string, landlord: string): Promise<string> {
  const [estate, building, made] = [newId(new Date()), newId(new Date()), newId(new Date())]
  for (const row of [
    sql`insert into directory.commune values ('00000', 'Valmont', '99000')`,
    sql`insert into directory.estate values (${estate}, ${landlord}, '00000', 'Les Tilleuls', 'x')`,
    sql`insert into directory.building values (${building}, ${estate}, 'Bâtiment C', 'x', 'x')`,
    sql`insert into directory.staircase values (${made}, ${building}, 'Entrée 14', 0, 0, '{A,B}')`,
    ...[1, 2].map(
      (position) => sql`insert into union_space.home (space_id, id, staircase_id, floor, position, label)
        values (${space}, ${homeId(space, made, { floor: 0, position })}, ${made}, 0, ${position}, ${'AB'[position - 1]})`,
    ),
  ])
    await row.execute(t.owner)
  return made
}

/** Each on this page only: a browser without a screen neither shares nor refuses to copy. */
const SHARING_FAILS = (name: string): string =>
  `navigator.share = () => Promise.reject(new DOMException('', '${name}'))`
const COPIES = 'navigator.clipboard.writeText = () => Promise.resolve()'
const COPYING_FAILS =
  "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))"

const look = async (name: string): Promise<void> => {
  expect(await lookAt(page, `porte-${name}`, { axe: 'all' })).toEqual([])
}
const sent = (): Promise<void> => page.locator('.doorbar b', { hasText: /^0$/ }).waitFor({ timeout: 30_000 })

it('without network, a household that agreed is given a code', async () => {
  await page.goto(`${stage.site}/porte-a-porte`)
  await page.getByRole('button', { name: 'Préparer ce téléphone' }).click()
  await page.getByRole('link', { name: /Entrée 14/ }).waitFor()
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await context.setOffline(true)
  await page.getByRole('link', { name: /Entrée 14/ }).click()
  await page.locator('a[href*="#/porte/"]').first().click()
  await page.getByRole('button', { name: 'La porte s’ouvre' }).click()
  await page.getByRole('button', { name: 'Humidité, moisissures' }).click()
  await page.getByRole('textbox').fill(WORDS)
  await page.getByRole('button', { name: 'Suite' }).click()
  await page.getByRole('button', { name: 'Plus de 2 ans' }).click()
  await page.getByRole('button', { name: 'Passer' }).click()
  await page.getByRole('button', { name: 'Gardien·ne' }).click()
  await page.getByRole('button', { name: 'Arrêter ici' }).click()
  const kept = page.getByRole('group', { name: 'L’union garde ce que j’ai dit.' })
  await kept.getByRole('button', { name: 'Oui' }).click()
  await page.getByRole('button', { name: 'Clore la visite' }).click()
  code = (await page.locator('.slip .code').textContent()) ?? ''
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
  await page.getByText(`${new URL(stage.site).host}/suivi`).waitFor()
  const address = `${stage.site}/suivi#${code.replace('-', '')}`
  const square = page.getByRole('img', { name: 'Carré à photographier pour ouvrir votre suivi' })
  await square.waitFor()
  expect(await square.locator('.dark').getAttribute('d')).toBe((await qrSquare(address)).path)
  await look('given')
})

it('a formal notice is made of what it said, copied, and printed with its code', async () => {
  await page.getByRole('button', { name: 'Mise en demeure' }).click()
  const letter = page.locator('.letter')
  const text = (await letter.textContent()) ?? ''
  for (const said of [WORDS, 'Les Tilleuls, Bâtiment C, Entrée 14, RdC, A', 'je vous mets en demeure'])
    expect(text).toContain(said)
  await look('letter')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Partager ou copier la lettre' }).click()
  await page.getByText('La lettre est copiée').waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(text)
  await page.evaluate("navigator.clipboard.writeText('')")
  await page.emulateMedia({ media: 'print' })
  const printed = String(await page.evaluate('document.body.innerText'))
  for (const said of [code, WORDS, 'je vous mets en demeure', 'Plus de 2 ans'])
    expect(printed).toContain(said)
  for (const ours of ['Reste à envoyer', 'Relance', 'Terminer', 'العربية'])
    expect(printed).not.toContain(ours)
  expect(await page.locator('.slip .qr').isVisible()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
})

it.each([
  [
    'shared by the phone itself',
    'navigator.share = () => Promise.resolve()',
    'La lettre est partagée.',
    false,
  ],
  ['given up in the phone’s own sheet', SHARING_FAILS('AbortError'), /^$/, false],
  [
    'shared nowhere, then copied',
    `${SHARING_FAILS('NotAllowedError')}; ${COPIES}`,
    /^La lettre est copiée/,
    false,
  ],
  [
    'neither shared nor copied: there to be selected',
    `delete navigator.share; ${COPYING_FAILS}`,
    /^Sélectionnez/,
    true,
  ],
])('the letter is %s', async (_, how, said, isSelected) => {
  await page.getByRole('button', { name: 'Relance' }).click()
  await page.evaluate(`(() => { ${how} })()`)
  await page.getByRole('button', { name: 'Partager ou copier la lettre' }).click()
  const told = page.getByRole('status').last()
  await expect.poll(() => told.textContent()).toMatch(said)
  expect(await page.locator('textarea.letter').count()).toBe(isSelected ? 1 : 0)
  const selected = String(await page.evaluate('getSelection().toString()'))
  expect(selected.includes('[Prénom et nom]')).toBe(isSelected)
  await look('letter-given')
  await page.getByRole('button', { name: 'Mise en demeure' }).click()
})

it('in Arabic the page reads from the right, and the letter stays French, from the left, with its blanks', async () => {
  await page.getByRole('button', { name: 'العربية' }).click()
  await page.getByRole('heading', { name: 'رسالة إلى المؤجّر' }).waitFor()
  const letter = page.locator('.letter')
  for (const [name, value] of [
    ['lang', 'fr'],
    ['dir', 'ltr'],
  ] as const)
    expect(await letter.getAttribute(name)).toBe(value)
  for (const blank of [
    '[Prénom et nom]',
    '[Adresse, code postal, ville]',
    '[Nom du bailleur]',
    '[Adresse du bailleur]',
  ])
    expect(await letter.textContent()).toContain(blank)
  expect(await page.locator('.slip .code').getAttribute('dir')).toBe('ltr')
  expect(
    await page.evaluate(
      "getComputedStyle(document.querySelector('.letter')).textAlign + getComputedStyle(document.querySelector('main')).direction",
    ),
  ).toBe('startrtl')
  const arabic = `${stage.site}/suivi?langue=ar#${code.replace('-', '')}`
  const { path } = await qrSquare(arabic)
  await expect.poll(() => page.locator('.slip .qr .dark').getAttribute('d')).toBe(path)
  await look('letter-ar')
  await page.getByRole('button', { name: 'Français' }).click()
})

it('the code is not on the telephone once the visit has ended', async () => {
  await page.getByRole('button', { name: 'Terminer et oublier' }).click()
  await page.getByText('1 portes faites sur 2').waitFor()
  const dump = String(await page.evaluate(DUMP))
  expect(dump).toContain('"outbox"') // the dump really reads
  for (const said of [code, code.replace('-', ''), 'Zébulon', 'en demeure', 'code_drawn'])
    expect(dump).not.toContain(said)
  expect(await page.content()).not.toContain(code)
})

/** Every store of every database of this page, and what it keeps beside, bytes read as letters. */
const DUMP = `(async () => {
  const text = (_, value) => value instanceof Uint8Array ? new TextDecoder('utf-8').decode(value) : value
  const wanted = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error) })
  const all = { ...localStorage, ...sessionStorage }
  for (const { name } of await indexedDB.databases()) {
    const base = await wanted(indexedDB.open(name))
    for (const store of base.objectStoreNames) all[store] = await wanted(base.transaction(store).objectStore(store).getAll())
    base.close()
  }
  return JSON.stringify(all, text)
})()`

it('once sent and opened by the union, the code shows the household its wait', async () => {
  await context.setOffline(false)
  await sent()
  await unsealArrived(t.logins, secretsOfTests, new Date())
  const following = await context.newPage()
  await following.goto(`${stage.site}/suivi`)
  await following.getByRole('textbox').fill(code.toLowerCase())
  await following.locator('main form button').first().click()
  await following.getByRole('heading', { name: 'Humidité et moisissures' }).waitFor()
  await following.close()
})

const received = async (): Promise<number> => {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from union_space.survey_envelope`.execute(t.owner)
  return rows[0]?.n ?? 0
}

it('asks the union whether it still has what it confirmed, and says what it lost', async () => {
  await page.getByRole('link', { name: /Reste à envoyer/ }).click()
  await page.getByRole('button', { name: 'Vérifier avec l’union' }).click()
  const all = await received()
  await page.getByText(`Confirmés et bien chez l’union\u202f: ${all}`).waitFor()
  await sql`delete from union_space.survey_envelope where seq = 1`.execute(t.owner)
  await page.getByRole('button', { name: 'Vérifier avec l’union' }).click()
  await page.getByText(/Confirmés, mais l’union ne les a plus.* 1\. Dites-le/).waitFor()
  await page.getByText(`Confirmés et bien chez l’union\u202f: ${all - 1}`).waitFor()
  await look('reconciled')
})

it('unknown to the union, it is made known again by a button, and its queue leaves as it was sealed', async () => {
  const before = await received()
  await context.setOffline(true)
  await page.goBack()
  await page.locator('a[href*="#/porte/"]').nth(1).click()
  await page.getByRole('button', { name: 'Absent·e' }).click()
  await page.locator('.doorbar b', { hasText: /^3$/ }).waitFor()
  await sql`update union_space.survey_device set token_hash = 'x'`.execute(t.owner)
  await context.setOffline(false)
  await page.getByText('L’union ne reconnaît plus ce téléphone.').waitFor({ timeout: 30_000 })
  await look('unknown')
  expect(await page.locator('.doorbar b').textContent()).toBe('3')
  await page.getByRole('button', { name: 'Préparer à nouveau ce téléphone' }).click()
  await sent()
  expect(await received()).toBe(before + 3)
  const { rows } = await sql<{ marks: string[] }>`
    select marks from union_space.survey_envelope order by received_at desc limit 3`.execute(t.owner)
  expect(rows.map(({ marks }) => marks)).toEqual([[], [], []])
})

it.each([
  ['an iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1', 1],
  ['an Android phone', 'Mozilla/5.0 (Linux; Android 14) Chrome/140 Mobile', 0],
])('%s is told, or not, to come to the home screen before the day', async (name, userAgent, told) => {
  const other = await stage.openAt(360, lena)
  await other.addInitScript(
    `Object.defineProperty(navigator, 'userAgent', { get: () => ${JSON.stringify(userAgent)} })`,
  )
  const fresh = await other.newPage()
  await fresh.goto(`${stage.site}/porte-a-porte`)
  for (const [language, said] of [
    ['Français', 'Sur l’écran d’accueil'],
    ['العربية', 'إضافة إلى الشاشة الرئيسية'],
  ] as const) {
    await fresh.getByRole('button', { name: language }).click()
    expect(await fresh.getByText(said).count()).toBe(told)
    expect(
      await lookAt(fresh, `porte-enrol-${name}-${language === 'Français' ? 'fr' : 'ar'}`, { axe: 'all' }),
    ).toEqual([])
  }
  await other.close()
})
