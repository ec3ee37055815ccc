import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { sql } from 'kysely'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import {
  addMember,
  type App,
  Browser,
  makeMember,
  makeSpace,
  type MadeSpace,
  testApp,
} from '../../../tools/testing/people.ts'

const now = new Date()
let t: TestDatabase
let app: App
let server: Server
let issuer = ''
let desk: MadeSpace
let isDown = true
let verified: boolean | undefined
let count = 0

beforeAll(async () => {
  t = await testDatabase()
  desk = await makeSpace(t, 'desk', 'Guichet du Fleuve')
  let handle: (req: never, res: never) => void = () => {}
  server = createServer((req, res) => (isDown ? res.socket?.destroy() : handle(req as never, res as never)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  handle = providerAt(issuer).callback() as typeof handle
  app = testApp(
    t,
    { oidc: { issuer: new URL(issuer), clientId: 'palier', clientSecret: 'shared between the two' } },
    () => now,
  )
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await t.stop()
})

/** ProConnect's shape: code + PKCE, claims in a signed userinfo. The login typed is the subject; its address follows. */
function providerAt(at: string): Provider {
  return new Provider(at, {
    clients: [
      {
        client_id: 'palier',
        client_secret: 'shared between the two',
        redirect_uris: ['http://localhost:3000/entrer/agent/retour'],
        token_endpoint_auth_method: 'client_secret_post',
        userinfo_signed_response_alg: 'RS256',
      },
    ],
    features: { jwtUserinfo: { enabled: true }, devInteractions: { enabled: true } },
    scopes: ['openid', 'email', 'given_name', 'usual_name'],
    claims: { email: ['email', 'email_verified'], given_name: ['given_name'], usual_name: ['usual_name'] },
    pkce: { required: () => true },
    findAccount: (_ctx: unknown, id: string) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: `${id.split('+')[0]}@bailleur.test`,
        ...(verified === undefined ? {} : { email_verified: verified }),
        given_name: 'Paul',
        usual_name: 'Martin',
      }),
    }),
  })
}

/** Goes through the provider as a browser would, and comes back with its answer's address. */
async function atTheProvider(start: string, login: string): Promise<string> {
  const jar = new Map<string, string>()
  const ask = async (url: string, body?: URLSearchParams): Promise<Response> => {
    const cookie = [...jar].map(([n, v]) => `${n}=${v}`).join('; ')
    const res = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(body ? { method: 'POST', body } : {}),
    })
    for (const line of res.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    return res
  }
  let res = await ask(start)
  for (let step = 0; step < 10; step++) {
    const location = res.headers.get('location')
    if (location?.startsWith('http://localhost:3000/')) return location
    if (location) res = await ask(new URL(location, issuer).href)
    else {
      const html = await res.text()
      const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? ''
      res = await ask(
        new URL(/action="([^"]+)"/.exec(html)?.[1] ?? '', issuer).href,
        new URLSearchParams({ prompt, login, password: 'x' }),
      )
    }
  }
  throw new Error('the provider never let go')
}
const pathOf = (url: string): string => url.replace('http://localhost:3000', '')

async function enter(login: string, browser = new Browser(app)) {
  const leaving = await browser.get('/entrer/agent')
  const back = await atTheProvider(leaving.location ?? '', login)
  return { browser, back, page: await browser.get(pathOf(back)) }
}
const fresh = (name: string): string => `${name}${++count}`
async function agent(login: string): Promise<{ accountId: string; name: string; email: string }> {
  const who = await makeMember(t, desk, login, 'contact')
  const email = `${login}@bailleur.test`
  await sql`update keyring.account set email = ${email} where id = ${who.accountId}`.execute(t.owner)
  return { ...who, email }
}

describe('an agent of a landlord', () => {
  it('is told plainly when the provider is down, and comes in once it is back', async () => {
    const login = fresh('paul')
    await agent(login)
    const browser = new Browser(app)
    const down = await browser.get('/entrer/agent')
    expect(down.status).toBe(503)
    expect(down.text).toContain('Le service d’identité ne répond pas')
    isDown = false
    const { page } = await enter(login, browser)
    expect(page).toMatchObject({ status: 303, location: '/aujourdhui' })
    expect((await browser.get('/aujourdhui')).text).toContain('Guichet du Fleuve')
    const { rows } =
      await sql`select 1 from keyring.identity where issuer = ${issuer} and subject = ${login}`.execute(
        t.owner,
      )
    expect(rows).toHaveLength(1)
  })

  it('finds the way in on the sign-in page', async () => {
    expect((await new Browser(app).get('/entrer')).html).toContain('href="/entrer/agent"')
  })

  it('whom no desk expects does not come in, and gets no account', async () => {
    const login = fresh('inconnue')
    const { page, browser } = await enter(login)
    expect(page.status).toBe(403)
    expect(page.text).toContain('aucun guichet ne vous attend')
    expect(browser.cookies.has('palier')).toBe(false)
    const { rows } = await sql`select 1 from keyring.account where email like ${`${login}%`}`.execute(t.owner)
    expect(rows).toEqual([])
  })

  it('invited by a desk comes in by that very invitation', async () => {
    const login = fresh('ugo')
    await sql`insert into desk_space.invitation (space_id, id, hash, email, name, circle, invited_by, invited_at, expires_at) values
      (${desk.spaceId}, ${newId(new Date())}, 'x', ${`${login}@bailleur.test`}, 'Ugo', 'contact', ${newId(new Date())}, ${now}, ${new Date(now.getTime() + 1e6)})`.execute(
      t.owner,
    )
    const { page, browser } = await enter(login)
    expect(page.location).toBe('/aujourdhui')
    expect((await browser.get('/aujourdhui')).text).toContain('Guichet du Fleuve')
  })

  it('never reaches a union: neither by an invitation, nor by a membership their account has there', async () => {
    const union = await makeSpace(t, 'union', 'Union des Tilleuls')
    const invited = fresh('lea')
    await sql`insert into union_space.invitation (space_id, id, hash, email, name, circle, invited_by, invited_at, expires_at) values
      (${union.spaceId}, ${newId(new Date())}, 'x', ${`${invited}@bailleur.test`}, 'Léa', 'steward', ${newId(new Date())}, ${now}, ${new Date(now.getTime() + 1e6)})`.execute(
      t.owner,
    )
    expect((await enter(invited)).page.status).toBe(403)
    const login = fresh('double')
    const both = await agent(login)
    await addMember(t, union, both, 'organiser')
    const { browser } = await enter(login)
    expect((await browser.get('/aujourdhui')).text).toContain('Guichet du Fleuve')
    expect((await browser.get('/espaces')).text).not.toContain('Tilleuls')
    expect((await browser.post('/espaces', { espace: union.spaceId })).status).toBe(404)
    // Nor can this session give itself another way into the account.
    const { rows } = await sql<{
      hash: Buffer
    }>`select hash from keyring.session where account_id = ${both.accountId}`.execute(t.owner)
    const done = await sql<{
      added: boolean
    }>`select keyring.add_passkey(${rows[0]?.hash}, ${now}, 'key', 'x', 0, '') as added`.execute(
      t.logins.public,
    )
    expect(done.rows).toEqual([{ added: false }])
  })

  it('cannot take over an address that another subject of the provider already holds', async () => {
    const login = fresh('paul')
    await agent(login)
    expect((await enter(login)).page.status).toBe(303)
    expect((await enter(`${login}+other`)).page.status).toBe(403)
  })

  it('whose address the provider has not verified does not come in', async () => {
    const login = fresh('paul')
    await agent(login)
    verified = false
    expect((await enter(login)).page.status).toBe(403)
    verified = true
    expect((await enter(login)).page.status).toBe(303)
    verified = undefined
  })

  it.each(['another browser', 'sent again', 'another state', 'refused by the person'] as const)(
    'does not come in by an answer from %s',
    async (how) => {
      const login = fresh('paul')
      await agent(login)
      const browser = new Browser(app)
      const leaving = await browser.get('/entrer/agent')
      const back = pathOf(await atTheProvider(leaving.location ?? '', login))
      const sealed = browser.cookies.get('palier_agent') ?? ''
      if (how === 'sent again') {
        await browser.get(back)
        browser.cookies.set('palier_agent', sealed)
      }
      const who = how === 'another browser' ? new Browser(app) : browser
      const path = {
        'another browser': back,
        'sent again': back,
        'another state': back.replace(/state=[^&]*/, 'state=made-up'),
        'refused by the person': '/entrer/agent/retour?error=access_denied',
      }[how]
      const page = await who.get(path)
      expect(page.status).toBe(403)
      expect(page.text).toContain('n’a pas confirmé qui vous êtes')
      const { rows } = await sql`select 1 from keyring.session s join keyring.account a on a.id = s.account_id
        where a.email = ${`${login}@bailleur.test`}`.execute(t.owner)
      expect(rows).toHaveLength(how === 'sent again' ? 1 : 0) // the first sending did come in
    },
  )
})
