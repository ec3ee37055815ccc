import { sql } from 'kysely'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inScope } from '../src/access/scope.ts'
import { addEvent, recordComplaint } from '../src/complaints/public.ts'
import { exactDay } from '../src/kernel/approximate-day.ts'
import { addDays, dayIn } from '../src/kernel/calendar-day.ts'
import { newId } from '../src/kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../tools/testing/database.ts'
import { makeMember, makeSpace } from '../tools/testing/people.ts'
import { lookAt, openStage, type Stage } from '../tools/testing/stage.ts'

let t: TestDatabase
let stage: Stage
let ines: Awaited<ReturnType<typeof makeMember>>
let complaint = ''
let address = ''

beforeAll(async () => {
  t = await testDatabase()
  const union = await makeSpace(t, 'union', 'Union des Tilleuls')
  const landlord = await makeSpace(t, 'desk', 'Habitat des Coteaux')
  ines = await makeMember(t, union, 'Inès Marchand', 'organiser')
  const estate = newId(new Date())
  await sql`insert into directory.commune values ('00000', 'Valmont', '99000')`.execute(t.owner)
  await sql`insert into directory.estate values (${estate}, ${landlord.institutionId}, '00000', 'Les Tilleuls', 'x')`.execute(
    t.owner,
  )
  const now = new Date()
  const today = dayIn(now)
  complaint = await inScope(t.logins, ines.actor, async (db) => {
    const on = exactDay(addDays(today, -143))
    const told = { on, channel: 'caretaker', interlocutor: '', evidence: 'declared' } as const
    const words = 'Le plafond goutte dans l’évier.'
    const made = await recordComplaint(
      db,
      { place: { estate }, problemCode: 'damp.kitchen', words, told },
      { now, today },
    )
    if (!made.ok) throw new Error(made.refusal.because)
    for (const [kind, daysAgo] of [
      ['registered', 136],
      ['closed_by_landlord', 86],
    ] as const) {
      const happened = exactDay(addDays(today, -daysAgo))
      const line = {
        kind,
        actor: 'landlord',
        channel: 'email',
        evidence: 'declared',
        details: {},
        words: '',
      } as const
      const added = await addEvent(db, made.value, { ...line, happened, interlocutor: '' }, { now, today })
      if (!added.ok) throw new Error(added.refusal.because)
    }
    return made.value
  })
  stage = await openStage(t)
})
afterAll(async () => {
  await stage?.close()
  await t?.stop()
})

/** A telephone of somebody who has no account here. */
async function telephone(width: number, options = {}): Promise<BrowserContext> {
  const context = await stage.openAt(width, ines, options)
  await context.clearCookies()
  return context
}

it('an organiser gives a code, shown once, with a square to photograph', async () => {
  const context = await stage.openAt(360, ines)
  const page = await context.newPage()
  await page.goto(`${stage.site}/reclamations/${complaint}/code`)
  await page.getByRole('button', { name: 'Donner un code' }).click()
  const code = (await page.locator('.slip .code').textContent()) ?? ''
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
  expect(await page.getByRole('img', { name: /Carré à photographier/ }).isVisible()).toBe(true)
  expect(await lookAt(page, 'code', { axe: 'all' })).toEqual([])
  address = `${stage.site}/suivi?langue=ar#${code.replace('-', '')}`
  await page.goto(`${stage.site}/reclamations/${complaint}/code`)
  expect(await page.content()).not.toContain(code)
  await context.close()
})

it('the square opens the wait in Arabic: the code leaves the address, and no address ever held it', async () => {
  const context = await telephone(360)
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.url()} ${request.headers()['referer'] ?? ''}`))
  await page.goto(address)
  await page.getByRole('heading', { name: 'رطوبة في المطبخ' }).waitFor()
  const [, code = ''] = address.split('#')
  expect(page.url()).toBe(`${stage.site}/suivi?langue=ar`)
  expect(asked.filter((one) => one.split('#').some((part, at) => at === 0 && part.includes(code)))).toEqual(
    [],
  )
  expect(await page.evaluate('history.length')).toBeLessThanOrEqual(3)
  expect(await page.evaluate('document.documentElement.dir')).toBe('rtl')
  expect(await page.locator('.wait').textContent()).toContain('143')
  expect(await lookAt(page, 'suivi-ar-360', { axe: 'all' })).toEqual([])
  await page.getByRole('link', { name: 'الاعتراض على الإغلاق' }).click()
  expect(await lookAt(page, 'contester-ar', { axe: 'all' })).toEqual([])
  await context.close()
})

async function openByHand(
  width: number,
  langue: string,
  javaScriptEnabled: boolean,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await telephone(width, { javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(`${stage.site}/suivi?langue=${langue}`)
  await page.locator('#code').fill((address.split('#')[1] ?? '').toLowerCase())
  await page.locator('form button').first().click()
  return { context, page }
}

it('without a script it types its code, contests in Arabic, then says that it is repaired', async () => {
  const { context, page } = await openByHand(360, 'ar', false)
  await page.getByRole('link', { name: 'الاعتراض على الإغلاق' }).click()
  await page.getByLabel('كلامكم').fill('ما زال السقف يقطر.')
  await page.getByRole('button', { name: 'نعم، أعترض' }).click()
  expect(await page.getByRole('status').textContent()).toContain('سُجّل اعتراضكم')
  expect(await page.locator('.said').last().textContent()).toContain('ما زال السقف يقطر.')
  await page.getByRole('link', { name: 'تمّ الإصلاح' }).click()
  await page.getByRole('button', { name: 'نعم، تمّ الإصلاح' }).click()
  expect(await page.locator('.wait').textContent()).toContain('انتهى الانتظار')
  await page.getByRole('button', { name: 'مغادرة هذه الصفحة' }).click()
  expect(await page.locator('#code').isVisible()).toBe(true)
  await context.close()
})

it('somebody who follows complaints undoes it: the wait goes on', async () => {
  const context = await stage.openAt(360, ines)
  const page = await context.newPage()
  await page.goto(`${stage.site}/reclamations/${complaint}/actes-par-code`)
  expect(await lookAt(page, 'actes-par-code', { axe: 'all' })).toEqual([])
  await page.getByRole('button', { name: 'Annuler' }).first().click()
  expect(await page.getByText('Annulé le').count()).toBe(1)
  await context.close()
  const household = await openByHand(360, 'fr', false)
  expect(await household.page.locator('.wait').textContent()).toContain('au moins143jours')
  await household.context.close()
})

it.each([
  ['fr', 320],
  ['fr', 1280],
  ['ar', 320],
  ['ar', 1280],
  ['en', 320],
  ['en', 1280],
])('every page of it holds in %s at %i pixels, by day and by night, axe clean', async (langue, width) => {
  const { context, page } = await openByHand(width, langue, true)
  const found: string[] = []
  for (const path of ['', '/ajouter', '/retirer']) {
    await page.goto(`${stage.site}/suivi${path}?langue=${langue}`)
    found.push(...(await lookAt(page, `suivi${path.replace('/', '-')}-${langue}-${width}`, { axe: 'all' })))
    await page.emulateMedia({ media: 'print' })
    found.push(
      ...(await lookAt(page, `suivi${path.replace('/', '-')}-${langue}-${width}-print`, { axe: 'no' })),
    )
    await page.emulateMedia({ media: 'screen' })
    if (width > 320) continue // contrast is the same at every width
    const dark = { axe: 'contrast', colorScheme: 'dark' } as const
    found.push(...(await lookAt(page, `suivi${path.replace('/', '-')}-${langue}-dark`, dark)))
    await page.emulateMedia({ colorScheme: 'light' })
  }
  expect(found).toEqual([])
  await context.close()
})

it('somebody else’s code, or none, is told nothing, in each language', async () => {
  const context = await telephone(320)
  const page = await context.newPage()
  for (const [langue, sentence] of [
    ['fr', 'Ce code n’ouvre rien'],
    ['ar', 'هذا الرمز لا يفتح شيئًا'],
    ['en', 'This code opens nothing'],
  ] as const) {
    await page.goto(`${stage.site}/suivi?langue=${langue}`)
    await page.locator('#code').fill('ZZZZZ ZZZZZ')
    await page.locator('form button').first().click()
    expect(await page.getByRole('alert').textContent()).toContain(sentence)
    expect(await lookAt(page, `code-${langue}`, { axe: 'all' })).toEqual([])
  }
  await context.close()
})
