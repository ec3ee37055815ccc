import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import {
  addMember,
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

const START = new Date('2026-11-23T10:00:00Z')
let t: TestDatabase
let app: App
let tilleuls: MadeSpace
let now = START
let callers = 0

beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t, { trustedProxies: [''] }, () => now)
  tilleuls = await makeSpace(t, 'union', 'Union des Tilleuls')
})
afterAll(() => t.stop())

const wait = (minutes: number): void => void (now = new Date(now.getTime() + minutes * 60_000))
/** A browser behind a connection of its own, so that one story does not use up another's patience. */
function visitor(): Browser {
  const browser = new Browser(app)
  browser.headers['x-forwarded-for'] = `203.0.113.${++callers}`
  return browser
}
async function lastLetter(to: string): Promise<string | undefined> {
  const { rows } = await sql<{ body_sealed: Buffer }>`
    select body_sealed from keyring.mail where recipient = ${to} order by created_at desc, id desc limit 1`.execute(
    t.owner,
  )
  return rows[0] && secretsOfTests.open(rows[0].body_sealed)
}
async function linkFor(email: string, suite = ''): Promise<string> {
  await visitor().post('/entrer', { email, ...(suite ? { suite } : {}) })
  const link = /http:\/\/\S+/.exec((await lastLetter(email)) ?? '')?.[0] ?? ''
  return link.replace('http://localhost:3000', '')
}
const countOf = async (table: string): Promise<number> =>
  Number(
    (await sql<{ n: number }>`select count(*) as n from ${sql.table(`keyring.${table}`)}`.execute(t.owner))
      .rows[0]?.n,
  )

describe('Inès signs in by a link', () => {
  it('asks, is told to look at her mail, opens the link, presses the button, and is in', async () => {
    const ines = await makeMember(t, tilleuls, 'Inès', 'organiser')
    const browser = visitor()
    const asked = await browser.post('/entrer', { email: `  ${ines.email.toUpperCase()} ` })
    expect(asked).toMatchObject({ status: 303, location: '/entrer/envoye' })
    expect((await browser.get('/entrer/envoye')).text).toContain('un lien vient de partir')
    const link = await linkFor(ines.email)
    for (const scanner of [visitor(), visitor(), visitor()])
      expect((await scanner.get(link)).status).toBe(200)
    const entered = await browser.post('/entrer/lien', {}, link)
    expect(entered).toMatchObject({ status: 303, location: '/aujourdhui' })
    expect((await browser.get('/aujourdhui')).text).toContain('Union des Tilleuls')
    const again = await visitor().post('/entrer/lien', {}, link)
    expect(again.status).toBe(410)
    expect(again.text).toContain('Il a déjà servi')
  })

  it('is brought back where she was going', async () => {
    const ines = await makeMember(t, tilleuls, 'Inès', 'organiser')
    const browser = visitor()
    expect((await browser.get('/aujourdhui')).location).toBe('/entrer?suite=%2Faujourdhui')
    const link = await linkFor(ines.email, '/espaces')
    expect((await browser.post('/entrer/lien', {}, link)).location).toBe('/espaces')
  })

  it('comes in once, even when two browsers press at the same instant', async () => {
    const ines = await makeMember(t, tilleuls, 'Inès', 'organiser')
    const link = await linkFor(ines.email)
    const both = await Promise.all([visitor(), visitor()].map((b) => b.post('/entrer/lien', {}, link)))
    expect(both.map((page) => page.status).toSorted((a, b) => a - b)).toEqual([303, 410])
  })

  it('is too late after fifteen minutes', async () => {
    const ines = await makeMember(t, tilleuls, 'Inès', 'organiser')
    const link = await linkFor(ines.email)
    wait(15)
    expect((await visitor().post('/entrer/lien', {}, link)).status).toBe(410)
  })

  it('has her earlier session of this browser ended', async () => {
    const ines = await makeMember(t, tilleuls, 'Inès', 'organiser')
    const browser = await as(t, app, ines, { now })
    const before = new Map(browser.cookies)
    const link = await linkFor(ines.email)
    await browser.post('/entrer/lien', {}, link)
    const old = new Browser(app, `palier=${before.get('palier')}`)
    expect((await old.get('/aujourdhui')).location).toContain('/entrer')
  })
})

describe('what a stranger learns', () => {
  it('is the same for a known and an unknown address', async () => {
    const ines = await makeMember(t, tilleuls, 'Inès', 'organiser')
    const [known, unknown] = [visitor(), visitor()]
    const first = await known.post('/entrer', { email: ines.email })
    const second = await unknown.post('/entrer', { email: 'personne@exemple.test' })
    expect([second.status, second.location, second.html]).toEqual([first.status, first.location, first.html])
    expect((await known.get('/entrer/envoye')).html).toBe((await unknown.get('/entrer/envoye')).html)
    expect(await lastLetter(ines.email)).toBeDefined()
    expect(await lastLetter('personne@exemple.test')).toBeUndefined()
  })

  it('is the same when too many were asked for', async () => {
    const ines = await makeMember(t, tilleuls, 'Inès', 'organiser')
    const over = []
    for (const email of [ines.email, 'nulle-part@exemple.test']) {
      for (let n = 0; n < 5; n++) expect((await visitor().post('/entrer', { email })).status).toBe(303)
      over.push(await visitor().post('/entrer', { email }))
    }
    const [known, unknown] = over.map(({ status, html, text }) => ({
      status,
      text,
      html: html.replace(/value="[^"]*@[^"]*"/, ''),
    }))
    expect(known).toMatchObject({ status: 429 })
    expect(known?.text).toContain('Attendez 15 minutes')
    expect(unknown?.html).toBe(known?.html)
    wait(16)
    expect((await visitor().post('/entrer', { email: ines.email })).status).toBe(303)
  })

  it('is nothing past thirty addresses from one place', async () => {
    const flood = visitor()
    for (let n = 0; n < 30; n++)
      expect((await flood.send('/entrer', { email: `p${n}@exemple.test` })).status).toBe(303)
    expect((await flood.send('/entrer', { email: 'p31@exemple.test' })).status).toBe(429)
  })
})

describe('an address that is none', () => {
  it.each([
    ['', 'Écrivez votre adresse', 'nothing typed'],
    ['inès', 'n’est pas complète', 'no @'],
    ['a b@exemple.test', 'n’est pas complète', 'a space inside'],
    [`${'é'.repeat(300)}@exemple.test`, 'trop longue', 'three hundred signs'],
    ['<script>alert(1)</script>@', 'n’est pas complète', 'HTML'],
  ] as const)('%.20s is refused: %s (%s)', async (email, sentence, _why) => {
    const page = await visitor().post('/entrer', { email })
    expect(page.status).toBe(422)
    expect(page.text).toContain(sentence)
    expect(page.html).not.toContain('<script>alert')
  })

  it.each(['zoé🏢@exemple.test', 'ZOÉ@exémple.test', 'علي@exemple.test'])(
    '%s is one like any other',
    async (email) => {
      await makeAccount(t, 'Zoé', email.toLowerCase())
      expect(await linkFor(email.toLowerCase())).toContain('/entrer/lien?k=')
    },
  )
})

describe('the way out of the house', () => {
  it.each([
    '//mauvais.test',
    '/\\mauvais.test',
    'https://mauvais.test',
    '/.//mauvais.test',
    'javascript:alert(1)',
  ])('%s is not followed', async (suite) => {
    const ines = await makeMember(t, tilleuls, 'Inès', 'organiser')
    expect((await visitor().get(`/entrer?suite=${encodeURIComponent(suite)}`)).html).not.toContain('mauvais')
    const link = await linkFor(ines.email, suite)
    expect((await visitor().post('/entrer/lien', {}, link)).location).toBe('/aujourdhui')
    wait(16)
  })
})

describe('a link is not there to be made up', () => {
  it.each([
    ['', 'nothing'],
    ['a'.repeat(43), 'the right length'],
    ['a'.repeat(5000), 'too long'],
    ["' or 1=1 --", 'SQL'],
    ['\u0000', 'a zero byte'],
  ])('%.20s opens nothing: %s', async (k, _why) => {
    const before = await countOf('session')
    expect((await visitor().send('/entrer/lien', { k })).status).toBe(410)
    expect(await countOf('session')).toBe(before)
  })
})

describe('one’s own account', () => {
  it('shows sessions in plain words, and ends one, or all', async () => {
    const ines = await makeMember(t, tilleuls, 'Inès', 'organiser')
    const here = visitor()
    here.headers['user-agent'] = 'Mozilla/5.0 (Windows NT 10.0; rv:143.0) Gecko/20100101 Firefox/143.0'
    await here.post('/entrer/lien', {}, await linkFor(ines.email))
    const phone = await as(t, app, ines, { now })
    const lost = await as(t, app, ines, { now })
    const page = await here.get('/compte')
    expect(page.text).toContain('Firefox · Windows')
    expect(page.text).toContain('Celle-ci')
    const [first] = [...page.html.matchAll(/name="session" value="([^"]*)"/g)].map((m) => m[1] ?? '')
    await here.post('/compte/sessions/fermer', { session: first ?? '' }, '/compte')
    const still = [await phone.get('/compte'), await lost.get('/compte')].filter((p) => p.status === 200)
    expect(still).toHaveLength(1)
    expect((await here.post('/sortir', { partout: 'oui' }, '/compte')).location).toBe('/')
    for (const one of [here, phone, lost])
      expect((await one.get('/compte')).location).toBe('/entrer?suite=%2Fcompte')
  })

  it('does not end somebody else’s', async () => {
    const [ines, marc] = [
      await makeMember(t, tilleuls, 'Inès', 'steward'),
      await makeMember(t, tilleuls, 'Marc', 'steward'),
    ]
    const [hers, his] = [await as(t, app, ines, { now }), await as(t, app, marc, { now })]
    const { rows } = await sql<{
      id: string
    }>`select id from keyring.session where account_id = ${marc.accountId}`.execute(t.owner)
    await hers.post('/compte/sessions/fermer', { session: rows[0]?.id ?? '' }, '/compte')
    expect((await his.get('/compte')).status).toBe(200)
  })

  it('changes a name everywhere it is read, and shows HTML as what it is', async () => {
    const ines = await makeMember(t, tilleuls, 'Inès', 'organiser')
    const browser = await as(t, app, ines, { now })
    const name = 'Inès «\u202f<b>L’Épée</b>\u202f» 🏢 علي'
    expect((await browser.post('/compte', { name })).location).toBe('/compte')
    const page = await browser.get('/compte')
    expect(page.html).not.toContain('<b>L’Épée')
    expect(page.html).toContain('&lt;b>L’Épée')
    const { rows } = await sql<{ account_name: string; lines: number }>`
      select account_name, (select count(*) from union_space.audit_line l where l.row_id = m.id and l.account_id = m.account_id) as lines
      from union_space.membership m where account_id = ${ines.accountId}`.execute(t.owner)
    expect(rows).toEqual([{ account_name: name, lines: 1 }])
    expect((await browser.post('/compte', { name: ' \n ' })).status).toBe(422)
    expect((await browser.post('/compte', { name: 'é'.repeat(301) })).text).toContain('300 signes')
    expect((await browser.post('/compte', { name: '🏢'.repeat(300) })).status).toBe(303)
  })

  it('chooses among her spaces, and none but hers', async () => {
    const erables = await makeSpace(t, 'union', 'Union des Érables')
    const desk = await makeSpace(t, 'desk', 'Guichet de l’Office')
    const ines = await makeMember(t, tilleuls, 'Inès', 'organiser')
    await addMember(t, erables, ines, 'steward')
    const browser = await as(t, app, ines, { now })
    const page = await browser.get('/espaces')
    expect(page.text).toContain('Union des Érables')
    expect(page.text).not.toContain('Guichet')
    expect((await browser.post('/espaces', { espace: erables.spaceId })).location).toBe('/aujourdhui')
    expect((await browser.get('/aujourdhui')).text).toContain('Union des Érables')
    expect((await browser.post('/espaces', { espace: desk.spaceId })).status).toBe(404)
    expect((await browser.get('/aujourdhui')).text).toContain('Union des Érables')
  })

  it('opens nothing to a removed person, at once', async () => {
    const ines = await makeMember(t, tilleuls, 'Inès', 'organiser')
    const browser = await as(t, app, ines, { now })
    expect((await browser.get('/aujourdhui')).status).toBe(200)
    await sql`update union_space.membership set ended_at = ${now} where account_id = ${ines.accountId}`.execute(
      t.owner,
    )
    expect((await browser.get('/aujourdhui')).location).toBe('/espaces')
    expect((await browser.get('/espaces')).text).toContain('Aucun espace ne vous est ouvert')
  })

  it('is not there for a visitor', async () => {
    for (const path of ['/compte', '/espaces', '/compte/second-facteur'])
      expect((await visitor().get(path)).location).toBe(`/entrer?suite=${encodeURIComponent(path)}`)
  })
})

it('refuses a form that another site sent', async () => {
  const browser = await as(t, app, await makeMember(t, tilleuls, 'Inès', 'organiser'), { now })
  const sent = await app.request(
    new Request('http://localhost:3000/sortir', {
      method: 'POST',
      headers: {
        host: 'localhost:3000',
        origin: 'https://mauvais.test',
        cookie: `palier=${browser.cookies.get('palier')}`,
      },
      body: new URLSearchParams({ partout: 'oui' }),
    }),
  )
  expect(sent.status).toBe(403)
  expect((await browser.get('/compte')).status).toBe(200)
})
