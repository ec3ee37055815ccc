// A day of doors on a telephone to which everything happens: what it said it kept must all arrive, once each.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { phoneWords } from '../../src/survey/domain/phone-speech.ts'
import { killTelephone, openTelephone } from './browser.ts'
import { type DiskFaults, diskFaultsOf, failDisk, healDisk } from './failing-disk.ts'
import type { FaultyNetwork } from './faulty-network.ts'
import { phoneRoom, type PhoneRoom } from './phone-room.ts'
import type { ReadyPhone } from './ready-phone.ts'

const WORDS = phoneWords('fr')
/** Opened, what it gave, closed. */
export const EVENTS_OF_A_KNOCK = 3
const DAY_MS = 86_400_000
const TRIES = 30

export type Hurt = {
  readonly network: FaultyNetwork
  /** The program dies and comes back. */
  readonly killServer: () => Promise<void>
  /** The campaign asks other questions from now on: those of this version. */
  readonly newInstrument: () => Promise<string>
}

export type Told = {
  readonly disk: DiskFaults
  /** Times that no room was left, and that it said so. */
  readonly full: number
  /** Knocks after which the telephone said that they were on its disk. */
  readonly acknowledged: number
  /** Knocks cut short by a kill: their events may have been kept, together, or not. */
  readonly unknown: number
  readonly kills: { readonly browser: number; readonly server: number }
}

type Body = { phone: ReadyPhone; page: Page; disk: DiskFaults; room: PhoneRoom | undefined }

/** Knocks `knocks` times while all of it happens; every `every` knocks something is killed. */
export async function torture(phone: ReadyPhone, knocks: number, every: number, hurt: Hurt): Promise<Told> {
  const { network, killServer } = hurt
  const body: Body = { phone, page: phone.page, disk: { aborted: 0, closed: 0 }, room: undefined }
  let [unknown, browser, server, full, more] = [0, 0, 0, 0, 0]
  for (let at = 0; at < knocks; at++) {
    const isTimeToKill = at > 0 && at % every === 0
    if (isTimeToKill && (at / every) % 2 === 0) {
      await killServer()
      server++
    }
    if (isTimeToKill && (at / every) % 2 === 1) {
      if (browser === 0) network.renew()
      await knockAndDie(body, at, network)
      if (browser === 0) await takeNewVersion(body, await hurt.newInstrument())
      browser++
      unknown++
    }
    if (body.room && at % every === every >> 1) {
      if (await knockWithoutRoom(body, at)) full++
      else more++
    }
    await knock(body, at)
    if (at % 10 === 5) await wake(body.page)
  }
  network.heal()
  await healDisk(body.page)
  await body.room?.makeRoom()
  await tellDisk(body)
  await allReceived(body.page)
  Object.assign(phone, { page: body.page })
  return { acknowledged: knocks + more, unknown, full, kills: { browser, server }, disk: body.disk }
}

/** One door, one outcome. What it says it could not keep is done again, with some room when there was none. */
async function knock(body: Body, at: number): Promise<void> {
  await atDoor(body.page, body.phone, at)
  for (let tried = 0; tried < TRIES; tried++) {
    const told = await refuse(body.page)
    if (told === 'kept') return
    if (told === 'full') await body.room?.makeRoom()
  }
  throw new Error(`refused ${TRIES} times by the disk`)
}

/** A tap, and what the telephone answers to it: the staircase once the disk has it, or why it has not. */
async function refuse(page: Page): Promise<'kept' | 'full' | 'failed'> {
  await page.evaluate(
    `document.querySelectorAll('[role=alert]').forEach((said) => { said.dataset.old = '' })`,
  )
  await page.getByRole('button', { name: WORDS.outcomes.refused.button }).click()
  const staircase = page.locator('a[href*="#/porte/"]').first()
  const said = page.locator('[role=alert]:not([data-old])')
  const full = said.filter({ hasText: WORDS.queue.diskFull })
  await staircase
    .or(said.filter({ hasText: WORDS.queue.diskFailed }))
    .or(full)
    .first()
    .waitFor()
  if (await staircase.isVisible()) return 'kept'
  return (await full.count()) > 0 ? 'full' : 'failed'
}

/** Not a byte more on the disk: it says so, and keeps nothing of it. False when it found some all the same, and kept it. */
async function knockWithoutRoom({ phone, page, room }: Body, at: number): Promise<boolean> {
  await atDoor(page, phone, at)
  for (let tried = 0; tried < TRIES; tried++) {
    await room?.fill()
    const told = await refuse(page)
    if (told !== 'failed') return told === 'full'
  }
  throw new Error('never said that it was full')
}

/** What befell the disk in this life of the browser. */
async function tellDisk(body: Body): Promise<void> {
  const { aborted, closed } = await diskFaultsOf(body.page)
  body.disk = { aborted: body.disk.aborted + aborted, closed: body.disk.closed + closed }
}

async function atDoor(page: Page, { doors }: ReadyPhone, at: number): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(doors[at % doors.length] ?? '')}`)
  await page.getByRole('button', { name: WORDS.outcomes.refused.button }).waitFor()
}

/** A battery that goes as a door is noted; the telephone opens again with its clock days away, in two windows. */
async function knockAndDie(body: Body, at: number, network: FaultyNetwork): Promise<void> {
  const { phone, page } = body
  await tellDisk(body)
  await atDoor(page, phone, at)
  await page
    .getByRole('button', { name: WORDS.outcomes.refused.button })
    .click({ noWaitAfter: true })
    .catch(() => undefined)
  killTelephone(phone.folder)
  await phone.context.close().catch(() => undefined)
  const context = await openTelephone(phone.folder)
  await failDisk(context)
  await context.addInitScript(clockOff((at % 2 === 0 ? 3 : -3) * DAY_MS))
  const [first, second] = [await context.newPage(), await context.newPage()]
  body.room = await phoneRoom(first, network.url)
  for (const one of [second, first]) {
    await one.goto(
      `${network.url}/porte-a-porte${phone.doors[0]?.replace(/[^/]*$/, '').replace('porte', 'entree') ?? ''}`,
    )
    await one.locator('.doorbar').waitFor()
  }
  Object.assign(phone, { context, page: first })
  body.page = first
}

/** Another script comes to a telephone whose queue is full, and takes its place by itself; then other questions. */
async function takeNewVersion({ page }: Body, form: string): Promise<void> {
  await page.evaluate('navigator.serviceWorker.getRegistration().then((known) => known.update())')
  await page.locator('html[data-version="1"]').waitFor()
  await page.evaluate(`location.hash = '#/'`)
  for (let tried = 0; tried < TRIES; tried++) {
    await page.getByRole('button', { name: WORDS.rounds.refresh }).click()
    await sleep(300)
    const pack = JSON.stringify(await page.evaluate(readStore('pack', 'getAll')))
    if (pack.includes(`"form":"${form}"`)) return
  }
  throw new Error('never asked the new questions')
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
  (await page.evaluate(readStore('receipts', 'getAllKeys'))) as readonly string[]

const readStore = (store: string, how: string): string => `new Promise((told, failed) => {
  const opening = indexedDB.open('palier-porte-a-porte')
  opening.onerror = failed
  opening.onsuccess = () => {
    const asked = opening.result.transaction('${store}').objectStore('${store}').${how}()
    asked.onsuccess = () => { opening.result.close(); told(asked.result) }
  }
})`
