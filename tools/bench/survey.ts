// The telephone of a canvasser, in a real browser slowed as a cheap phone is: its first question, its answers, its queue.
import type { Page } from 'playwright-core'
import { startEmbedded } from '../../src/db/embedded.ts'
import { stopIfAlone } from '../../src/db/embedded-sharing.ts'
import { phoneWords } from '../../src/survey/domain/phone-speech.ts'
import { type ReadyPhone, readyPhone, slow } from '../testing/ready-phone.ts'
import type { BenchRow } from './row.ts'
import { type PeerTimes, peerTimes } from './survey-peer.ts'
import { benchFolder, type BenchServer, removeBenchFolder, startServer } from './server.ts'

const COMMAND = 'npm run bench -- survey'
const ROUNDS = 5
const ANSWERS = 40
const REPEATS = 30
const QUEUED = 5000
const WORDS = phoneWords('fr')

export async function benchSurvey(): Promise<BenchRow[]> {
  const folder = benchFolder()
  const embedded = await startEmbedded({ folder })
  const server = await startServer(folder, 3895)
  try {
    const phone = await readyPhone(server)
    try {
      return await measured(server, phone)
    } finally {
      await phone.close()
    }
  } finally {
    await server.stop()
    await stopIfAlone(embedded)
    removeBenchFolder(folder)
  }
}

async function measured(server: BenchServer, phone: ReadyPhone): Promise<BenchRow[]> {
  await phone.page.addInitScript(WATCH)
  await slow(phone, true)
  const [sent, cold] = await firstQuestions(server, phone, true)
  const [, installed] = await firstQuestions(server, phone, false)
  const answers = await answerTimes(phone)
  const repeat = await lastRepeat(phone)
  const listed = await listTimes(phone)
  await slow(phone, true)
  const peer = await peerTimes(phone)
  return [
    row('JS and CSS of the route to the first question, as they travel', sent[0] ?? 0, 60, 'kB'),
    row('to the first question, nothing kept, median of 5', middle(cold), 1800),
    row('to the first question, installed, median of 5', middle(installed), 900),
    row(`an answer on the disk and the next question drawn, p95 of ${ANSWERS}`, last(answers, 0.95), 50),
    row(`the first question of the ${REPEATS}th wait of one household`, repeat, 50),
    peerRow(peer, { kilobytes: sent[0] ?? 0, times: cold }),
    row(`a queue of ${QUEUED.toLocaleString('en')} events, read and shown, median of 5`, middle(listed), 200),
  ]
}

/** Opens the door as soon as it shows, and notes when the first question is drawn. */
const WATCH = `(() => {
  let opened = false
  globalThis.firstQuestion = new Promise((told) => {
    new MutationObserver(() => {
      const open = document.querySelector('.btn.yes')
      if (open && !opened) { opened = true; open.click() }
      if (document.querySelector('#asked')) requestAnimationFrame(() => told(performance.now()))
    }).observe(document, { subtree: true, childList: true })
  })
})()`

/** kB sent to the page and milliseconds to its first question, each time at another door. */
async function firstQuestions(
  server: BenchServer,
  phone: ReadyPhone,
  isCold: boolean,
): Promise<readonly [readonly number[], readonly number[]]> {
  const [sent, times]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    const { page, chromium } = phone
    await page.goto('about:blank')
    if (isCold) {
      const what = { origin: server.url, storageTypes: 'service_workers,cache_storage' }
      await chromium.send('Storage.clearDataForOrigin', what)
      await chromium.send('Network.clearBrowserCache')
    }
    await page.goto(`${server.url}/porte-a-porte${doorAt(phone, round)}`)
    times.push(Number(await page.evaluate('firstQuestion')))
    sent.push(Number(await page.evaluate(SENT)))
    await leaveVisit(page)
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  }
  return [sent, times]
}

const SENT = `performance.getEntriesByType('resource').filter(({ name }) => /\\.(js|css)(\\?|$)/.test(name))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000`

async function leaveVisit(page: Page): Promise<void> {
  await page.getByRole('button', { name: WORDS.visit.stop }).click()
  await page.getByRole('button', { name: WORDS.visit.close }).click()
  await page.getByRole('button', { name: WORDS.visit.close }).waitFor({ state: 'detached' })
}

/** Milliseconds from this gesture until another question is drawn: what was said is on the disk by then. */
const untilNext = (gesture: string): string => `new Promise((told) => {
  const [before, at] = [document.querySelector('#asked').textContent, performance.now()]
  const look = new MutationObserver(() => {
    const now = document.querySelector('#asked')?.textContent
    if (now === undefined || now === before) return
    look.disconnect()
    requestAnimationFrame(() => told(performance.now() - at))
  })
  look.observe(document, { subtree: true, childList: true, characterData: true })
  ${gesture}
})`
const ANSWER = untilNext("document.querySelector('.bigchoices .btn').click()")
const ANOTHER = untilNext(
  `Array.from(document.querySelectorAll('button')).find(({ textContent }) => textContent === ${JSON.stringify(WORDS.visit.another)}).click()`,
)

async function answerTimes(phone: ReadyPhone): Promise<readonly number[]> {
  const { page } = phone
  await openDoor(phone, ROUNDS)
  const times: number[] = []
  for (let said = 0; said < ANSWERS; said++) {
    times.push(Number(await page.evaluate(ANSWER)))
    await page.getByRole('button', { name: WORDS.visit.previous }).click()
  }
  await leaveVisit(page)
  return times
}

async function lastRepeat(phone: ReadyPhone): Promise<number> {
  const { page } = phone
  await openDoor(phone, ROUNDS + 1)
  let time = 0
  for (let wait = 2; wait <= REPEATS; wait++) {
    await page.getByRole('button', { name: WORDS.visit.stop }).click()
    await page.getByRole('button', { name: WORDS.visit.another }).waitFor()
    time = Number(await page.evaluate(ANOTHER))
  }
  await leaveVisit(page)
  return time
}

const doorAt = ({ doors }: ReadyPhone, at: number): string => doors[at % doors.length] ?? ''

async function openDoor(phone: ReadyPhone, at: number): Promise<void> {
  const { page } = phone
  await page.evaluate(`location.hash = ${JSON.stringify(doorAt(phone, at))}`)
  await page.locator('.btn.yes').click()
  await page.locator('#asked').waitFor()
}

/** As many sealed envelopes as a long day without network leaves, then the screen that lists them. */
async function listTimes({ page, chromium }: ReadyPhone): Promise<readonly number[]> {
  await chromium.send('Network.emulateNetworkConditions', {
    offline: true,
    latency: 0,
    downloadThroughput: 0,
    uploadThroughput: 0,
  })
  await page.evaluate(FILL)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await page.evaluate(`location.hash = '#/'`)
    await page.reload()
    await page.locator('.doorbar').waitFor()
    times.push(Number(await page.evaluate(SHOW)))
  }
  return times
}

const FILL = `new Promise((done, failed) => {
  const opening = indexedDB.open('palier-porte-a-porte')
  opening.onsuccess = () => {
    const writing = opening.result.transaction('outbox', 'readwrite')
    for (let at = 0; at < ${QUEUED}; at++)
      writing.objectStore('outbox').put({ id: crypto.randomUUID(), device: crypto.randomUUID(), seq: 100000 + at,
        bytes: crypto.getRandomValues(new Uint8Array(700)), sha256: 'a'.repeat(64) })
    writing.oncomplete = () => { opening.result.close(); done() }
    writing.onerror = failed
  }
})`

const SHOW = `new Promise((told) => {
  const at = performance.now()
  new MutationObserver((_, look) => {
    if (!document.querySelector('main h1') || document.querySelector('a[href*="#/entree/"]')) return
    look.disconnect()
    requestAnimationFrame(() => told(performance.now() - at))
  }).observe(document, { subtree: true, childList: true })
  location.hash = '#/envois'
})`

const sorted = (times: readonly number[]): readonly number[] => times.toSorted((a, b) => a - b)
const middle = (times: readonly number[]): number => sorted(times)[times.length >> 1] ?? 0
const last = (times: readonly number[], share: number): number =>
  sorted(times)[Math.floor(times.length * share)] ?? 0

const peerRow = (peer: PeerTimes, ours: PeerTimes): BenchRow => ({
  what: 'Peer in the same run, on the same phone and questions: ODK Web Forms 0.22, JS to its first question and time to it, nothing kept, median of 5',
  measured: `${peer.kilobytes.toFixed(0)} kB, ${middle(peer.times).toFixed(0)} ms; ours ${((100 * ours.kilobytes) / peer.kilobytes).toFixed(0)} % of the one, ${((100 * middle(ours.times)) / middle(peer.times)).toFixed(0)} % of the other`,
  limit: '–',
  ratio: middle(ours.times) / middle(peer.times),
  ok: true,
  command: COMMAND,
})

const row = (what: string, value: number, limit: number, unit = 'ms'): BenchRow => ({
  what: `At the door, on a phone (processor ÷ 6, 1.6 Mb/s, 150 ms): ${what}`,
  measured: `${value.toFixed(unit === 'kB' ? 1 : 0)} ${unit}`,
  limit: `≤ ${limit} ${unit}`,
  ratio: value / limit,
  ok: value <= limit,
  command: COMMAND,
})
