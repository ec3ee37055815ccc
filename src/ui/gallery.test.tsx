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

type Stop = { html: string; name: string; isRinged: boolean; isInSight: boolean }

/** In the page: what holds the focus, marked as reached; nothing once the keyboard has left the page. */
function whereFocusIs(): Stop | undefined {
  const held = document.activeElement
  if (held === null || held === document.body) return undefined
  held.setAttribute('data-reached', '')
  const labels = 'labels' in held && held.labels instanceof NodeList ? held.labels : undefined
  const named = [held.getAttribute('aria-label'), labels?.[0]?.textContent, held.textContent]
  const { outlineStyle, outlineWidth } = getComputedStyle(held)
  // A window of the façade carries its ring on its frame.
  const frame = held.closest('svg') ? held.querySelector('.frame, .unmet') : null
  const box = held.getBoundingClientRect()
  return {
    html: held.outerHTML.slice(0, 120),
    name: named.find((name) => name !== null && name !== undefined && name.trim() !== '') ?? '',
    isRinged: frame
      ? Number.parseFloat(getComputedStyle(frame).strokeWidth) >= 4
      : outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 3,
    isInSight:
      box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  }
}

/** In the page: what can be pressed or filled and was not reached; one radio of a group stands for all. */
function neverReached(): string[] {
  const reached = new Set(
    [...document.querySelectorAll('[data-reached][name]')].map((e) => e.getAttribute('name')),
  )
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((e) => e.checkVisibility() && !(e instanceof HTMLInputElement && e.type === 'hidden'))
    .filter((e) => !e.hasAttribute('data-reached'))
    .filter((e) => !(e instanceof HTMLInputElement && e.type === 'radio' && reached.has(e.name)))
    .map((e) => e.outerHTML.slice(0, 120))
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

  it.each([320, 1280])(
    'each stop of the keyboard has a name and a visible focus, at %i px',
    async (width) => {
      const context = await browser.newContext({ viewport: { width, height: 800 } })
      const { page } = await open(context, 'ltr')
      const stops: Stop[] = []
      for (let pressed = 0; pressed < 300; pressed++) {
        await page.keyboard.press('Tab')
        const stop = await page.evaluate(whereFocusIs)
        if (stop === undefined) break
        stops.push(stop)
      }
      expect(stops.filter((stop) => stop.name === '').map((stop) => stop.html)).toEqual([])
      expect(stops.filter((stop) => !stop.isRinged).map((stop) => stop.html)).toEqual([])
      expect(stops.filter((stop) => !stop.isInSight).map((stop) => stop.html)).toEqual([])
      expect(await page.evaluate(neverReached)).toEqual([])
      await context.close()
    },
  )

  it('on paper keeps what is read and leaves what is pressed', async () => {
    const context = await browser.newContext({ viewport: { width: 1000, height: 800 } })
    const { page } = await open(context, 'ltr')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.locator('.nav').isVisible()).toBe(false)
    expect(await page.locator('.wait').isVisible()).toBe(true)
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    )
    const fills = await page.$$eval('.facade .wall, .facade .light5, .facade .slat', (shapes) =>
      shapes.map((shape) => getComputedStyle(shape).fill),
    )
    expect(new Set(fills)).toEqual(new Set(['rgb(255, 255, 255)'])) // drawn in line: no ink for the dusk
    await context.close()
  })
})

it('has no inline style: the policy allows none', () => {
  expect(gallery('ltr')).not.toContain(' style="')
})
