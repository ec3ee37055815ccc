import { execFileSync } from 'node:child_process'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import AxeBuilder from '@axe-core/playwright'
import { createAdaptorServer } from '@hono/node-server'
import { sql } from 'kysely'
import type { Browser as Chromium, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newToken } from '../../access/secrets.ts'
import { newId } from '../../kernel/ids.ts'
import { launchBrowser } from '../../../tools/testing/browser.ts'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import {
  type App,
  Browser,
  makeMember,
  makeSpace,
  type MadeSpace,
  secretsOfTests,
  signIn,
  testApp,
} from '../../../tools/testing/people.ts'

let t: TestDatabase
let app: App
let server: Server
let chromium: Chromium
let context: BrowserContext
let page: Page
let site = ''
let tilleuls: MadeSpace
let now = new Date('2026-11-23T10:00:00Z')

beforeAll(async () => {
  execFileSync(process.execPath, ['tools/build.mjs'])
  t = await testDatabase()
  server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) }) as Server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  site = `http://localhost:${(server.address() as AddressInfo).port}`
  app = testApp(t, { publicUrl: new URL(site) }, () => now)
  tilleuls = await makeSpace(t, 'union', 'Union des Tilleuls')
  chromium = await launchBrowser()
})
afterAll(async () => {
  await chromium.close()
  await new Promise((resolve) => server.close(resolve))
  await t.stop()
})
beforeEach(async () => {
  await context?.close()
  context = await chromium.newContext()
  page = await context.newPage()
})

async function withAuthenticator(): Promise<void> {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
async function enter(accountId: string): Promise<void> {
  const [name = '', value = ''] = (await signIn(t, accountId, { now })).split('=')
  await context.addCookies([{ name, value, url: site }])
}
async function withPasskey(name: string) {
  const who = await makeMember(t, tilleuls, name, 'organiser')
  await withAuthenticator()
  await enter(who.accountId)
  await page.goto(`${site}/compte`)
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click()
  await page.getByRole('table', { name: 'Clés ajoutées à votre compte' }).waitFor()
  await context.clearCookies()
  return who
}
const pressSignIn = async (path = '/entrer'): Promise<void> => {
  await page.goto(`${site}${path}`)
  await page.getByRole('button', { name: 'Entrer avec ma clé d’accès' }).click()
}

describe('Inès has a passkey', () => {
  it('adds it from her account, comes in with it, where she was going', async () => {
    await withPasskey('Inès')
    await pressSignIn('/entrer?suite=/espaces')
    await page.waitForURL(`${site}/espaces`)
    expect(await page.locator('main').textContent()).toContain('Union des Tilleuls')
    await page.goto(`${site}/compte`)
    await page.getByRole('button', { name: /^Retirer la clé/ }).click()
    await page.waitForURL('**/compte')
    await context.clearCookies()
    await pressSignIn()
    await page.getByText('Cette clé d’accès n’a pas été reconnue').waitFor()
  })

  it('gives no code after a key that verified her, and one after a key that was asked not to', async () => {
    const ines = await withPasskey('Inès')
    await sql`update keyring.account set totp_sealed = '\\x00' where id = ${ines.accountId}`.execute(t.owner)
    await pressSignIn()
    await page.waitForURL(`${site}/aujourdhui`)
    await context.clearCookies()
    // What a browser in other hands would do: present the key without verifying anybody.
    await page.route('**/entrer/cle/defi', async (route) => {
      const response = await route.fetch()
      const offered = (await response.json()) as object
      await route.fulfill({ response, json: { ...offered, userVerification: 'discouraged' } })
    })
    await pressSignIn()
    await page.waitForURL(`${site}/entrer/second-facteur`)
  })

  it('cannot have an answer sent again, nor one given too late', async () => {
    await withPasskey('Inès')
    let kept = ''
    await page.route('**/entrer/cle', (route) => {
      kept = route.request().postData() ?? ''
      return route.continue()
    })
    await pressSignIn()
    await page.waitForURL('**/aujourdhui')
    const send = (body: string) =>
      page.request.post(`${site}/entrer/cle`, {
        headers: { 'content-type': 'application/json', origin: site },
        data: body,
      })
    expect((await send(kept)).status()).toBe(403)
    await context.clearCookies()
    await page.unrouteAll()
    await page.route('**/entrer/cle', (route) => {
      now = new Date(now.getTime() + 5 * 60_000)
      return route.continue()
    })
    await pressSignIn()
    await page.getByText('Cette clé d’accès n’a pas été reconnue').waitFor()
    expect((await context.cookies()).some((c) => c.name === 'palier')).toBe(false)
  })
})

it('refuses what is no answer at all', async () => {
  for (const body of [
    '',
    '[]',
    '{"id":1}',
    '{"id":"x","response":{}}',
    'null',
    '{"id":"\\u0000","response":{}}',
  ]) {
    const sent = await page.request.post(`${site}/entrer/cle`, {
      headers: { 'content-type': 'application/json', origin: site },
      data: body,
    })
    expect(sent.status(), body).toBe(403)
  }
})

it('without JavaScript shows the link by e-mail and no dead button', async () => {
  const plain = await chromium.newContext({ javaScriptEnabled: false })
  const bare = await plain.newPage()
  await bare.goto(`${site}/entrer`)
  expect(await bare.getByRole('button', { name: 'Recevoir un lien' }).isVisible()).toBe(true)
  expect(await bare.getByText('Entrer avec ma clé d’accès').isVisible()).toBe(false)
  await plain.close()
})

it.each([360, 1280])(
  'every page of accounts passes axe, and none scrolls sideways at %i px',
  async (width) => {
    const lea = await makeMember(t, tilleuls, 'Léa', 'administrator')
    const marc = await makeMember(t, tilleuls, 'Marc', 'steward')
    await page.setViewportSize({ width, height: 900 })
    const look = async (path: string): Promise<void> => {
      await page.goto(`${site}${path}`)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map((v) => `${path} ${v.id} ${v.nodes.map((n) => n.html).join()}`)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, path).toBeLessThanOrEqual(0)
      const folder = process.env['SCREENSHOTS']
      if (folder)
        await page.screenshot({
          path: `${folder}/${width}${path.replaceAll(/\W/g, '-').slice(0, 40)}.png`,
          fullPage: true,
        })
    }
    const token = newToken()
    await sql`insert into union_space.invitation (space_id, id, hash, email, name, circle, invited_by, invited_at, expires_at) values
    (${tilleuls.spaceId}, ${newId(new Date())}, ${secretsOfTests.hash('invitation', token)}, ${`${token.toLowerCase()}@exemple.test`}, 'Ugo',
     'steward', ${lea.accountId}, ${now}, ${new Date(now.getTime() + 1e6)})`.execute(t.owner)
    for (const path of [
      '/entrer',
      '/entrer/envoye',
      '/entrer/lien?k=abc',
      '/premiere-fois',
      `/invitation/${token}`,
    ])
      await look(path)
    await enter(lea.accountId)
    await withAuthenticator()
    for (const path of [
      '/compte',
      '/compte/second-facteur',
      '/espaces',
      '/espace/courriers',
      `/espace/acces/${marc.accountId}`,
    ])
      await look(path)
    await sql`update keyring.account set totp_sealed = '\\x00' where id = ${lea.accountId}`.execute(t.owner)
    await look('/entrer/second-facteur')
  },
)

it('a visitor who only reads is given no cookie', async () => {
  const visitor = new Browser(app)
  for (const path of ['/entrer', '/entrer/lien?k=abc', '/entrer/envoye']) await visitor.get(path)
  expect(visitor.cookies.size).toBe(0)
})
