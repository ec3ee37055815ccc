// A telephone readied for a round in a demonstration: by the pages, as an organiser and a canvasser would.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { addDays, dayIn } from '../../src/kernel/calendar-day.ts'
import { openTelephone } from './browser.ts'
import { unpackChromium } from './chromium.ts'
import { demoSession, type Served } from './demo-session.ts'

const [ORGANISER, CANVASSER] = ['ines', 'aminata'] as const
/** A cheap phone in a stairwell: a processor six times slower, 1.6 Mb/s, 150 ms. */
const SLOWER = 6
const NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }

export type ReadyPhone = {
  readonly folder: string
  readonly context: BrowserContext
  readonly page: Page
  readonly chromium: CDPSession
  /** Addresses of the doors of the round, after «#». */
  readonly doors: readonly string[]
  close(): Promise<void>
}

export async function readyPhone(server: Served): Promise<ReadyPhone> {
  await giveRound(server)
  await unpackChromium()
  const folder = mkdtempSync(join(tmpdir(), 'palier-bench-phone-'))
  const context = await openTelephone(folder)
  try {
    const page = await enrol(server, context)
    const links = page.locator('a[href*="#/porte/"]')
    await page.locator('a[href*="#/entree/"]').first().click()
    await links.first().waitFor()
    const doors = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
    const close = async () => {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    }
    return { folder, context, page, chromium: await context.newCDPSession(page), doors, close }
  } catch (error) {
    await context.close()
    throw error
  }
}

/** As on the phone of the people who knock at doors; `false`: as on this machine. */
export async function slow({ chromium }: ReadyPhone, isSlow: boolean): Promise<void> {
  await chromium.send('Emulation.setCPUThrottlingRate', { rate: isSlow ? SLOWER : 1 })
  const free = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
  await chromium.send('Network.enable')
  await chromium.send('Network.emulateNetworkConditions', isSlow ? NETWORK : free)
}

async function enrol(server: Served, context: BrowserContext): Promise<Page> {
  const [name = '', value = ''] = (await demoSession(server, CANVASSER)).split('=')
  await context.addCookies([{ name, value, url: server.url }])
  const page = await context.newPage()
  await page.goto(`${server.url}/porte-a-porte`)
  await page.locator('main button.btn').first().click()
  await page.locator('a[href*="#/entree/"]').first().waitFor()
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  return page
}

/** A campaign of the day, and the first staircase of the list given to the canvasser. */
async function giveRound(server: Served): Promise<void> {
  const cookie = await demoSession(server, ORGANISER)
  const today = dayIn(new Date())
  const campaign = await post(server, cookie, '/campagnes/nouvelle', {
    name: 'Banc',
    starts_on: today,
    ends_on: addDays(today, 20),
  })
  const page = await (await fetch(`${server.url}${campaign}/tournee`, { headers: { cookie } })).text()
  await post(server, cookie, `${campaign}/tournee`, {
    staircase: firstOf(page, 'staircase'),
    canvasser: /value="([0-9a-f-]{36})"[^>]*>\s*Aminata/.exec(page)?.[1] ?? '',
    from: today,
    to: addDays(today, 20),
  })
}

const firstOf = (page: string, field: string): string =>
  new RegExp(`name="${field}"[\\s\\S]*?value="([0-9a-f-]{36})"`).exec(page)?.[1] ?? ''

/** @returns where the answer leads. */
async function post(
  server: Served,
  cookie: string,
  path: string,
  values: Readonly<Record<string, string>>,
): Promise<string> {
  const shown = await (await fetch(`${server.url}${path}`, { headers: { cookie } })).text()
  const token = /name="form_token" value="([^"]+)"/.exec(shown)?.[1] ?? ''
  const answer = await fetch(`${server.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ ...values, form_token: token }),
    redirect: 'manual',
    headers: { cookie, origin: server.url },
  })
  const location = answer.headers.get('location')
  if (location === null) throw new Error(`${path}: ${answer.status}`)
  return location
}
