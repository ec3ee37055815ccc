import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import AxeBuilder from '@axe-core/playwright'
import { render } from 'preact-render-to-string'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../../../tools/testing/browser.ts'
import { Layout, renderPage } from '../../ui/layout.tsx'
import { staircases, waitsByEntrance, waitsOfBuilding } from './home-building.ts'
import { HomePage } from './home-page.tsx'

const home = (
  <Layout title="L’attente devient un fait">
    <HomePage demo signedIn={false} />
  </Layout>
)
let server: Server
let browser: Browser
let address: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const css = request.url?.startsWith('/palier.css')
    response.setHeader('content-type', css ? 'text/css' : 'text/html; charset=utf-8')
    response.end(css ? readFileSync('public/palier.css') : renderPage(home))
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

it.each([
  ['light', 320],
  ['light', 1280],
  ['dark', 320],
  ['dark', 1280],
] as const)('%s, %i px: axe finds nothing, nothing sticks out', async (colorScheme, width) => {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } })
  const page = await context.newPage()
  await page.goto(address)
  const sticksOut = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sticksOut).toBe(0)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`)).toEqual([])
  await context.close()
})

it('says of the building what its windows show', () => {
  const windows = staircases.flatMap((s) => s.floors.flatMap((f) => f.homes))
  const waiting = windows.filter((home) => home.state === 'waiting')
  expect(waitsOfBuilding.waiting).toBe(waiting.length)
  expect(waitsOfBuilding.met).toBe(windows.filter((home) => home.state !== 'unknown').length)
  expect(waitsOfBuilding.long).toBe(waiting.filter((home) => home.days > 91).length)
  expect(waitsByEntrance.reduce((sum, w) => sum + w.waiting, 0)).toBe(waiting.length)
})

type WaysIn = {
  readonly who: string
  readonly demo: boolean
  readonly signedIn: boolean
  readonly there: readonly string[]
  readonly absent: readonly string[]
}
it.each<WaysIn>([
  { who: 'a visitor', demo: false, signedIn: false, there: ['/entrer'], absent: ['/demo', '/espaces'] },
  {
    who: 'somebody signed in',
    demo: false,
    signedIn: true,
    there: ['/espaces'],
    absent: ['/demo', '/entrer'],
  },
  { who: 'in demonstration', demo: true, signedIn: false, there: ['/entrer', '/demo'], absent: ['/espaces'] },
])('$who: the ways in are $there and not $absent', ({ demo, signedIn, there, absent }) => {
  const html = render(<HomePage demo={demo} signedIn={signedIn} />)
  for (const href of there) expect(html).toContain(`href="${href}"`)
  for (const href of absent) expect(html).not.toContain(`href="${href}"`)
})
