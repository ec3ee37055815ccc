// A day of doors on a telephone to which everything happens: what it said it kept must all arrive, once each.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { phoneWords } from '../../src/survey/domain/phone-speech.ts'
import { killTelephone, openTelephone } from './browser.ts'
import type { FaultyNetwork } from './faulty-network.ts'
import type { ReadyPhone } from './ready-phone.ts'

const WORDS = phoneWords('fr')
/** Opened, what it gave, closed. */
export const EVENTS_OF_A_KNOCK = 3
const DAY_MS = 86_400_000

export type Hurt = {
  readonly network: FaultyNetwork
  /** The program dies and comes back. */
  readonly killServer: () => Promise<void>
}

export type Told = {
  /** Knocks after which the telephone said that they were on its disk. */
  readonly acknowledged: number
  /** Knocks cut short by a kill: their events may have been kept, together, or not. */
  readonly unknown: number
  readonly kills: { readonly browser: number; readonly server: number }
}

type Body = { phone: ReadyPhone; page: Page }

/** Knocks `knocks` times while all of it happens; every `every` knocks something is killed. */
export async function torture(
  phone: ReadyPhone,
  knocks: number,
  every: number,
  { network, killServer }: Hurt,
): Promise<Told> {
  const body: Body = { phone, page: phone.page }
  let [unknown, browser, server] = [0, 0, 0]
  for (let at = 0; at < knocks; at++) {
    const isTimeToKill = at > 0 && at % every === 0
    if (isTimeToKill && (at / every) % 2 === 0) {
      await killServer()
      server++
    }
    if (isTimeToKill && (at / every) % 2 === 1) {
      await knockAndDie(body, at, network)
      browser++
      unknown++
    }
    await knock(body, at)
    if (at % 10 === 5) await wake(body.page)
  }
  network.heal()
  await allReceived(body.page)
  Object.assign(phone, { page: body.page })
  return { acknowledged: knocks, unknown, kills: { browser, server } }
}

/** One door, one outcome; the staircase comes back once the disk has it. */
async function knock({ phone, page }: Body, at: number): Promise<void> {
  await atDoor(page, phone, at)
  await page.getByRole('button', { name: WORDS.outcomes.refused.button }).click()
  await page.locator('a[href*="#/porte/"]').first().waitFor()
}

async function atDoor(page: Page, { doors }: ReadyPhone, at: number): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(doors[at % doors.length] ?? '')}`)
  await page.getByRole('button', { name: WORDS.outcomes.refused.button }).waitFor()
}

/** A battery that goes as a door is noted; the telephone opens again with its clock days away, in two windows. */
async function knockAndDie(body: Body, at: number, network: FaultyNetwork): Promise<void> {
  const { phone, page } = body
  await atDoor(page, phone, at)
  await page
    .getByRole('button', { name: WORDS.outcomes.refused.button })
    .click({ noWaitAfter: true })
    .catch(() => undefined)
  killTelephone(phone.folder)
  await phone.context.close().catch(() => undefined)
  const context = await openTelephone(phone.folder)
  await context.addInitScript(clockOff((at % 2 === 0 ? 3 : -3) * DAY_MS))
  const [first, second] = [await context.newPage(), await context.newPage()]
  for (const one of [second, first]) {
    await one.goto(
      `${network.url}/porte-a-porte${phone.doors[0]?.replace(/[^/]*$/, '').replace('porte', 'entree') ?? ''}`,
    )
    await one.locator('.doorbar').waitFor()
  }
  Object.assign(phone, { context, page: first })
  body.page = first
}

/** The telephone believes that it is another day. */
const clockOff = (ms: number): string => `(() => {
  const [Real, now] = [Date, Date.now]
  globalThis.Date = class extends Real {
    constructor(...given) { if (given.length === 0) super(now() + ${ms}); else super(...given) }
    static now() { return now() + ${ms} }
  }
})()`

/** Somebody comes back to the page: what a lie stopped goes on. */
const wake = (page: Page): Promise<unknown> => page.evaluate(`dispatchEvent(new Event('online'))`)

async function allReceived(page: Page): Promise<void> {
  for (let tried = 0; tried < 600; tried++) {
    if ((await page.locator('.doorbar b').textContent()) === '0') return
    await wake(page)
    await sleep(500)
  }
  throw new Error(`still to send: ${await page.locator('.doorbar b').textContent()}`)
}

/** What the telephone's disk says was received. */
export const receiptsOn = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate(RECEIPTS)) as readonly string[]

const RECEIPTS = `new Promise((told, failed) => {
  const opening = indexedDB.open('palier-porte-a-porte')
  opening.onerror = failed
  opening.onsuccess = () => {
    const asked = opening.result.transaction('receipts').objectStore('receipts').getAllKeys()
    asked.onsuccess = () => { opening.result.close(); told(asked.result) }
  }
})`
