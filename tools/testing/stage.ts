// A served application and a real browser in which somebody has signed in, for stories told page by page.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { buildApp } from '../../src/web/app.ts'
import { readConfig } from '../../src/web/config.ts'
import { serveApp, stopServing } from '../../src/web/serve.ts'
import { launchBrowser } from './browser.ts'
import { TEST_SECRET, type TestDatabase } from './database.ts'
import { signIn } from './people.ts'

export type Stage = {
  readonly site: string
  /** A window of this width, in which this account has signed in. */
  openAt(
    width: number,
    who: { readonly accountId: string },
    options?: { javaScriptEnabled?: boolean; colorScheme?: 'light' | 'dark' },
  ): Promise<BrowserContext>
  close(): Promise<void>
}

export async function openStage(t: TestDatabase): Promise<Stage> {
  const config = { ...readConfig({ PALIER_DEMO: '1' }), secret: TEST_SECRET }
  const app = buildApp({ config, logins: t.logins, clock: () => new Date() })
  const server: Server = await serveApp(app, 0, '127.0.0.1')
  const site = `http://localhost:${(server.address() as AddressInfo).port}`
  const browser: Browser = await launchBrowser()
  return {
    site,
    async openAt(width, who, options = {}) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, ...options })
      const value = (await signIn(t, who.accountId)).replace('palier=', '')
      await context.addCookies([{ name: 'palier', value, url: site }])
      return context
    },
    async close() {
      await browser.close()
      await stopServing(server)
    },
  }
}

export type Look = {
  /** Axe costs seconds: asked for everything, for contrast alone, or not at all. */
  readonly axe: 'all' | 'contrast' | 'no'
  readonly colorScheme?: 'light' | 'dark'
}

/** What axe finds, and whether the page scrolls sideways. `PALIER_LOOK` keeps a picture. */
export async function lookAt(page: Page, name: string, { axe, colorScheme }: Look): Promise<string[]> {
  if (colorScheme) await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  const folder = process.env['PALIER_LOOK']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  const builder = new AxeBuilder({ page }).setLegacyMode() // no frames here: nothing to gather in a page of its own
  if (axe === 'contrast') builder.withRules(['color-contrast'])
  const found = axe === 'no' ? [] : (await builder.analyze()).violations
  const wide = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  const sideways = wide === 0 ? [] : [`${name} scrolls sideways by ${String(wide)}`]
  return [...found.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`), ...sideways]
}
