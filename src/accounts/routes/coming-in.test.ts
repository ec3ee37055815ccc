import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newToken } from '../../access/secrets.ts'
import { newId } from '../../kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import {
  type App,
  as,
  Browser,
  makeAccount,
  makeMember,
  makeSpace,
  type MadeSpace,
  secretsOfTests,
  testApp,
} from '../../../tools/testing/people.ts'
import { makeFirstLink, makeSignInLink } from '../public.ts'
import { keyringOf } from '../../access/keyring.ts'

let t: TestDatabase
let app: App
let now = new Date('2026-11-23T10:00:00Z')
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000)
const publicUrl = new URL('http://localhost:3000')

beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t, {}, () => now)
})
afterAll(() => t.stop())

const pathOf = (link: URL | undefined): string => `${link?.pathname}${link?.search}`
const firstLink = (at = now) => makeFirstLink(t.owner, { secrets: secretsOfTests, publicUrl, now: at })
const spaces = async (): Promise<number> =>
  (await sql`select 1 from keyring.any_space`.execute(t.owner)).rows.length

describe('the first time, in an empty house', () => {
  const home = {
    kind: 'federation',
    institution: 'Fédération du Val',
    name: 'Zoé',
    email: 'Zoe@Exemple.test',
  }

  it('a link that was replaced, or a day old, founds nothing', async () => {
    const [first, second] = [await firstLink(), await firstLink()]
    expect((await new Browser(app).get(pathOf(first))).status).toBe(410)
    const page = await new Browser(app).get(pathOf(second))
    expect(page.text).toContain('Palier est vide')
    const old = now
    now = later(24)
    expect((await new Browser(app).get(pathOf(second))).status).toBe(410)
    now = old
    expect(await spaces()).toBe(0)
  })

  it('what is missing is said beside its field, and what was typed stays', async () => {
    const link = pathOf(await firstLink())
    const page = await new Browser(app).post(
      '/premiere-fois',
      { ...home, institution: 'X', email: 'zoé' },
      link,
    )
    expect(page.status).toBe(422)
    expect(page.text).toContain('deux lettres au moins')
    expect(page.html).toContain('value="zoé"')
    expect(await spaces()).toBe(0)
  })

  it('Zoé founds her federation, administers it and decides for it; the link is dead', async () => {
    const link = pathOf(await firstLink())
    const zoe = new Browser(app)
    expect(await zoe.post('/premiere-fois', home, link)).toMatchObject({
      status: 303,
      location: '/aujourdhui',
    })
    expect((await zoe.get('/aujourdhui')).text).toContain('Fédération du Val')
    const { rows } = await sql<{ circle: string; account_email: string }>`
      select circle, account_email from union_space.membership order by circle`.execute(t.owner)
    expect(rows).toEqual([
      { circle: 'administrator', account_email: 'zoe@exemple.test' },
      { circle: 'officer', account_email: 'zoe@exemple.test' },
    ])
    expect((await new Browser(app).get(link)).status).toBe(410)
    expect(await firstLink()).toBeUndefined()
  })

  it('a first link kept from before founds nothing in a house that has a space', async () => {
    const token = newToken()
    await sql`insert into keyring.first_link values (${secretsOfTests.hash('first link', token)}, ${later(1)})`.execute(
      t.owner,
    )
    expect(
      (await new Browser(app).send('/premiere-fois', { ...home, k: token, email: 'eve@exemple.test' }))
        .status,
    ).toBe(410)
    expect(await spaces()).toBe(1)
  })
})

type Changed = { accepted_at?: Date; withdrawn_at?: Date; expires_at?: Date }
async function invite(
  space: MadeSpace,
  email: string,
  circle: string,
  changed: Changed = {},
): Promise<string> {
  const token = newToken()
  const host = await makeMember(t, space, 'Nadia <b>B</b>', 'administrator')
  await sql`insert into ${sql.id(`${space.kind}_space`, 'invitation')}
    (space_id, id, hash, email, name, circle, invited_by, invited_at, expires_at, accepted_at, withdrawn_at) values
    (${space.spaceId}, ${newId(new Date())}, ${secretsOfTests.hash('invitation', token)}, ${email}, 'Ugo', ${circle}, ${host.accountId},
     ${now}, ${changed.expires_at ?? later(24)}, ${changed.accepted_at ?? null}, ${changed.withdrawn_at ?? null})`.execute(
    t.owner,
  )
  return `/invitation/${token}`
}
const membershipsOf = async (email: string): Promise<number> =>
  (
    await sql`select 1 from keyring.any_membership m join keyring.account a on a.id = m.account_id where a.email = ${email}`.execute(
      t.owner,
    )
  ).rows.length

describe('Ugo is invited', () => {
  it('reads who invites him, where and as what; looking does nothing; accepting opens his space, once', async () => {
    const space = await makeSpace(t, 'desk', 'Guichet du Fleuve')
    const path = await invite(space, 'ugo@exemple.test', 'contact')
    const ugo = new Browser(app)
    for (const scanner of [new Browser(app), new Browser(app), ugo]) {
      const page = await scanner.get(path)
      expect(page.text).toContain(
        'Nadia <b>B</b> vous invite dans l’espace Guichet du Fleuve , cercle Contact',
      )
      expect(page.html).not.toContain('<b>B')
    }
    expect(await membershipsOf('ugo@exemple.test')).toBe(0)
    expect(await ugo.post(path)).toMatchObject({ status: 303, location: '/aujourdhui' })
    expect((await ugo.get('/aujourdhui')).text).toContain('Guichet du Fleuve')
    const again = await new Browser(app).post(path)
    expect(again.status).toBe(410)
    expect(again.text).toContain('déjà été acceptée')
    expect(await membershipsOf('ugo@exemple.test')).toBe(1)
  })

  it.each([
    [{ expires_at: new Date('2026-11-23T09:00:00Z') }, 'Elle a expiré'],
    [{ withdrawn_at: new Date('2026-11-23T09:00:00Z') }, 'Elle a été retirée'],
    [{ accepted_at: new Date('2026-11-23T09:00:00Z') }, 'déjà été acceptée'],
  ] as const)('%j: %s', async (changed, sentence) => {
    const space = await makeSpace(t, 'union', `Union ${Math.random()}`)
    const path = await invite(space, 'tard@exemple.test', 'steward', changed)
    const browser = new Browser(app)
    expect((await browser.get(path)).text).toContain(sentence)
    expect((await browser.send(path, {})).status).toBe(410)
    expect(await membershipsOf('tard@exemple.test')).toBe(0)
  })

  it('with an account already, gets the space but signs in as usual: a forwarded letter opens nothing else', async () => {
    const space = await makeSpace(t, 'union', 'Union du Pont')
    const ana = await makeAccount(t, 'Ana', 'ana@exemple.test')
    const stranger = new Browser(app)
    const page = await stranger.post(await invite(space, 'ana@exemple.test', 'steward'))
    expect(page.status).toBe(200)
    expect(page.text).toContain('Invitation acceptée')
    expect(stranger.cookies.has('palier')).toBe(false)
    const hers = await as(t, app, ana, { now })
    expect((await hers.post(await invite(space, 'ana@exemple.test', 'canvasser'))).location).toBe('/espaces')
    expect((await hers.get('/aujourdhui')).text).toContain('Union du Pont')
  })

  it('by a token that was made up, finds nothing', async () => {
    expect((await new Browser(app).get(`/invitation/${newToken()}`)).status).toBe(404)
    expect((await new Browser(app).send(`/invitation/${newToken()}`, {})).status).toBe(404)
    expect((await new Browser(app).get('/invitation?k=abc')).location).toBe('/invitation/abc')
  })
})

it('a link made on the server signs an account in, and nobody else', async () => {
  const keyring = keyringOf(t.logins, secretsOfTests)
  const zoe = await makeAccount(t, 'Zoé', 'zoe.link@exemple.test')
  expect(await makeSignInLink(keyring, { email: 'inconnue@exemple.test', publicUrl, now })).toBeUndefined()
  const link = await makeSignInLink(keyring, { email: ' ZOE.link@exemple.test', publicUrl, now })
  const browser = new Browser(app)
  expect((await browser.post('/entrer/lien', {}, pathOf(link))).location).toBe('/espaces')
  expect((await browser.get('/compte')).text).toContain(zoe.email)
})

it('in demonstration every letter is read, and outside it the page is not there', async () => {
  const demo = testApp(t, { demo: true }, () => now)
  await new Browser(demo).post('/entrer', { email: 'zoe.link@exemple.test' })
  expect((await new Browser(demo).get('/demo/courrier')).text).toContain('Voici votre lien pour entrer')
  expect((await new Browser(app).get('/demo/courrier')).status).toBe(404)
})
