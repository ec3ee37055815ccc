import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../tools/testing/browser.ts'
import { GalleryPage } from './gallery.tsx'
import { Layout, renderPage } from './layout.tsx'
import { Notice } from './notice.tsx'

const CSP = "default-src 'none'; style-src 'self'; img-src 'self'"
const gallery = (dir: 'ltr' | 'rtl'): string =>
  renderPage(
    <Layout
      title="Composants"
      dir={dir}
      space="Union des Tilleuls"
      person="Camille D."
      nav={[
        { href: '/aujourdhui', label: 'Aujourd’hui', current: true },
        { href: '/lieux', label: 'Lieux' },
        { href: '/personnes', label: 'Personnes' },
      ]}
      crumbs={[{ href: '/', label: 'Accueil' }, { label: 'Composants' }]}
      banner={
        <Notice tone="lamp">
          <p>Quartier inventé.</p>
        </Notice>
      }
    >
      <GalleryPage dir={dir} />
    </Layout>,
  )

let server: Server
let browser: Browser
let address: string

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url?.startsWith('/palier.css')) {
      response.setHeader('content-type', 'text/css').end(readFileSync('public/palier.css'))
    } else {
      const dir = request.url === '/rtl' ? 'rtl' : 'ltr'
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.setHeader('content-security-policy', CSP).end(gallery(dir))
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  address = `http://127.0.0.1:${bound.port}`
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  server.close()
})

async function open(context: BrowserContext, dir: string) {
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await page.goto(`${address}/${dir}`)
  return { page, said }
}

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const cases = (['light', 'dark'] as const).flatMap((colours) =>
  ([320, 1280] as const).flatMap((width) =>
    (['ltr', 'rtl'] as const).map((dir) => [colours, width, dir] as const),
  ),
)

describe('the gallery in a real browser', () => {
  it.each(cases)('%s, %i px, %s: axe finds nothing, nothing sticks out', async (colours, width, dir) => {
    const context = await browser.newContext({
      colorScheme: colours,
      viewport: { width, height: 800 },
      bypassCSP: false,
    })
    const { page, said } = await open(context, dir)
    const sticksOut = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sticksOut).toBe(0)
    expect(said).toEqual([]) // a style refused by the CSP is said here
    const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`)).toEqual([])
    await context.close()
  })

  it('is reached by keyboard: the first stop leads past the header', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const { page } = await open(context, 'ltr')
    await page.keyboard.press('Tab')
    const skip = page.locator(':focus')
    expect(await skip.textContent()).toBe('Aller au contenu')
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0)
    await context.close()
  })

  it('on paper keeps what is read and leaves what is pressed', async () => {
    const context = await browser.newContext({ viewport: { width: 1000, height: 800 } })
    const { page } = await open(context, 'ltr')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.locator('.nav').isVisible()).toBe(false)
    expect(await page.locator('.wait').isVisible()).toBe(true)
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    )
    await context.close()
  })
})

it('has no inline style: the policy allows none', () => {
  expect(gallery('ltr')).not.toContain(' style="')
})
