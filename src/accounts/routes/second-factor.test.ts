import { Secret, TOTP } from 'otpauth'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import {
  addMember,
  hiddenFields,
  type App,
  as,
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
let tilleuls: MadeSpace
let now = new Date('2026-11-23T10:00:00Z')
const wait = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1000))

beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t, {}, () => now)
  tilleuls = await makeSpace(t, 'union', 'Union des Tilleuls')
})
afterAll(() => t.stop())

const codeOf = (secret: string, at = now): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })
const secretIn = (text: string): string =>
  (/ce secret\u202f: ((?:[A-Z2-7]{2,4} ?)+)/.exec(text)?.[1] ?? '').replaceAll(' ', '')

async function enrolled(name: string, circle: 'organiser' | 'administrator' = 'organiser') {
  const who = await makeMember(t, tilleuls, name, circle)
  const browser = await as(t, app, who, { now })
  const page = await browser.get('/compte/second-facteur')
  const secret = secretIn(page.text)
  const shown = hiddenFields(page.html, '/compte/second-facteur')
  const done = await browser.send('/compte/second-facteur', { ...shown, code: codeOf(secret) })
  wait(60)
  return { ...who, browser, secret, done }
}

describe('Marc gives himself a second factor', () => {
  it('sees a square and the secret as text, confirms with a code, and keeps his session', async () => {
    const marc = await enrolled('Marc')
    expect(marc.secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(marc.done).toMatchObject({ status: 303, location: '/compte' })
    expect((await marc.browser.get('/aujourdhui')).status).toBe(200)
    const { rows } = await sql<{
      totp_sealed: Buffer
    }>`select totp_sealed from keyring.account where id = ${marc.accountId}`.execute(t.owner)
    expect(rows[0]?.totp_sealed.includes(Buffer.from(marc.secret))).toBe(false)
    expect(secretsOfTests.open(rows[0]?.totp_sealed ?? Buffer.alloc(0))).toBe(marc.secret)
  })

  it('is asked for it after signing in, and nothing opens before', async () => {
    const marc = await enrolled('Marc')
    const browser = new Browser(app, await signIn(t, marc.accountId, { now }))
    expect((await browser.get('/aujourdhui')).location).toBe('/entrer/second-facteur')
    for (const path of ['/compte', '/espaces', '/compte/second-facteur'])
      expect((await browser.get(path)).location).toBe(
        `/entrer/second-facteur?suite=${encodeURIComponent(path)}`,
      )
    expect((await browser.post('/entrer/second-facteur', { code: '000000' })).text).toContain(
      'Ce code n’est pas le bon',
    )
    const passed = await browser.post(
      '/entrer/second-facteur',
      { code: codeOf(marc.secret) },
      '/entrer/second-facteur?suite=/compte',
    )
    expect(passed).toMatchObject({ status: 303, location: '/compte' })
    expect((await browser.get('/aujourdhui')).status).toBe(200)
  })

  it('cannot use a code twice, nor an earlier one after a later one', async () => {
    const marc = await enrolled('Marc')
    const code = codeOf(marc.secret)
    const earlier = codeOf(marc.secret, new Date(now.getTime() - 30_000))
    const [first, second] = [
      new Browser(app, await signIn(t, marc.accountId, { now })),
      new Browser(app, await signIn(t, marc.accountId, { now })),
    ]
    expect((await first.post('/entrer/second-facteur', { code })).status).toBe(303)
    expect((await second.post('/entrer/second-facteur', { code })).status).toBe(422)
    expect((await second.post('/entrer/second-facteur', { code: earlier })).status).toBe(422)
    wait(30)
    expect((await second.post('/entrer/second-facteur', { code: codeOf(marc.secret) })).status).toBe(303)
  })

  it('has his code used once by two browsers at the same instant', async () => {
    const marc = await enrolled('Marc')
    const browsers = [
      new Browser(app, await signIn(t, marc.accountId, { now })),
      new Browser(app, await signIn(t, marc.accountId, { now })),
    ]
    const answers = await Promise.all(
      browsers.map((b) => b.post('/entrer/second-facteur', { code: codeOf(marc.secret) })),
    )
    expect(answers.map((a) => a.status).toSorted((a, b) => a - b)).toEqual([303, 422])
  })

  it('is told to wait after eight tries, even with the right code', async () => {
    const marc = await enrolled('Marc')
    wait(900)
    const browser = new Browser(app, await signIn(t, marc.accountId, { now }))
    for (let n = 0; n < 8; n++)
      expect((await browser.post('/entrer/second-facteur', { code: '000000' })).status).toBe(422)
    const over = await browser.post('/entrer/second-facteur', { code: codeOf(marc.secret) })
    expect(over.status).toBe(429)
    expect(over.text).toContain('Attendez 15 minutes')
    wait(901)
    expect((await browser.post('/entrer/second-facteur', { code: codeOf(marc.secret) })).status).toBe(303)
  })

  it('removes it only with a code', async () => {
    const marc = await enrolled('Marc')
    expect((await marc.browser.post('/compte/second-facteur/retirer', { code: '123456' })).status).toBe(422)
    expect(
      (await marc.browser.post('/compte/second-facteur/retirer', { code: codeOf(marc.secret) })).location,
    ).toBe('/compte')
    expect((await marc.browser.get('/compte')).text).toContain('Ajouter un second facteur')
  })

  it('cannot confirm a secret made for somebody else', async () => {
    const marc = await enrolled('Marc')
    const lea = await makeMember(t, tilleuls, 'Léa', 'steward')
    const hers = await as(t, app, lea, { now })
    const sealed = secretsOfTests.seal(
      JSON.stringify({ secret: marc.secret, accountId: marc.accountId, until: now.getTime() + 60_000 }),
    )
    const page = await hers.post('/compte/second-facteur', {
      garde: sealed.toString('base64url'),
      code: codeOf(marc.secret),
    })
    expect(page).toMatchObject({ status: 422 })
    expect(page.text).toContain('Cette page a trop attendu')
  })
})

describe('a space that requires a second factor', () => {
  it('leads whoever has none to enrol, then opens', async () => {
    const strict = await makeSpace(t, 'desk', 'Guichet strict')
    await sql`update desk_space.space set requires_second_factor = true where id = ${strict.spaceId}`.execute(
      t.owner,
    )
    const lea = await makeMember(t, strict, 'Léa', 'contact')
    const browser = await as(t, app, lea, { now })
    expect((await browser.get('/aujourdhui')).location).toBe('/espaces')
    expect((await browser.get('/espaces')).text).toContain('demande un second facteur')
    const chosen = await browser.post('/espaces', { espace: strict.spaceId })
    expect(chosen.location).toBe('/compte/second-facteur?suite=/aujourdhui')
    const page = await browser.get(chosen.location ?? '')
    const done = await browser.send('/compte/second-facteur', {
      ...hiddenFields(page.html, '/compte/second-facteur'),
      code: codeOf(secretIn(page.text)),
    })
    expect(done.location).toBe('/aujourdhui')
    expect((await browser.get('/aujourdhui')).text).toContain('Guichet strict')
  })
})

describe('Nadia, an administrator, helps Marc back in', () => {
  it('takes his factor and sessions away, tells him, and leaves a line in the journal', async () => {
    const marc = await enrolled('Marc')
    const nadia = await makeMember(t, tilleuls, 'Nadia', 'administrator')
    const hers = await as(t, app, nadia, { now })
    const path = `/espace/acces/${marc.accountId}`
    expect((await hers.get(path)).text).toContain('Rétablir l’accès de Marc')
    expect((await hers.post(path, {})).status).toBe(422)
    expect((await marc.browser.get('/compte')).status).toBe(200)
    expect(await hers.post(path, { confirmation: 'oui' })).toMatchObject({ status: 303, location: '/espace' })
    expect((await marc.browser.get('/compte')).location).toContain('/entrer')
    const again = new Browser(app, await signIn(t, marc.accountId, { now }))
    expect((await again.get('/aujourdhui')).status).toBe(200)
    const { rows } = await sql<{ verb: string; account_id: string }>`
      select verb, account_id from union_space.audit_line where row_id = ${marc.accountId}`.execute(t.owner)
    expect(rows).toContainEqual({ verb: 'reset_access', account_id: nadia.accountId })
    const outbox = await hers.get('/espace/courriers')
    expect(outbox.text).toContain('Votre accès à Palier a été rétabli')
    expect(outbox.text).toContain(marc.email)
    expect(outbox.text).not.toContain('toutes vos sessions')
  })

  it('not from a landlord’s desk, when the person also belongs to a union', async () => {
    const marc = await enrolled('Marc', 'organiser')
    const desk = await makeSpace(t, 'desk', `Guichet ${Math.random()}`)
    await addMember(t, desk, marc, 'contact')
    const gerard = await makeMember(t, desk, 'Gérard', 'administrator')
    const cookie = await signIn(t, gerard.accountId, { now })
    const hash = secretsOfTests.hash('session', cookie.replace('palier=', ''))
    const { rows } =
      await sql`select * from keyring.reset_access(${hash}, ${now}, ${desk.spaceId}, ${marc.accountId})`.execute(
        t.logins.desk,
      )
    expect(rows).toEqual([])
    await sql`update union_space.membership set ended_at = ${now} where account_id = ${marc.accountId}`.execute(
      t.owner,
    )
    const later =
      await sql`select * from keyring.reset_access(${hash}, ${now}, ${desk.spaceId}, ${marc.accountId})`.execute(
        t.logins.desk,
      )
    expect(later.rows).toHaveLength(1) // only the union stood in the way
  })

  it.each(['himself', 'an organiser', 'an administrator elsewhere', 'a person who left'] as const)(
    'but not %s',
    async (who) => {
      const marc = await enrolled('Marc', 'administrator')
      const elsewhere = await makeSpace(t, 'union', `Union ${Math.random()}`)
      const others = {
        himself: marc,
        'an organiser': await makeMember(t, tilleuls, 'Ada', 'organiser'),
        'an administrator elsewhere': await makeMember(t, elsewhere, 'Eve', 'administrator'),
        'a person who left': await makeMember(t, tilleuls, 'Ugo', 'administrator'),
      }
      if (who === 'a person who left')
        await sql`update union_space.membership set ended_at = now() where account_id = ${others[who].accountId}`.execute(
          t.owner,
        )
      const browser = await as(t, app, others[who], { now, secondFactor: true })
      expect((await browser.get(`/espace/acces/${marc.accountId}`)).status).not.toBe(200)
      // The database refuses too, whoever calls its function.
      const cookie = await signIn(t, others[who].accountId, { now, secondFactor: true })
      const hash = secretsOfTests.hash('session', cookie.replace('palier=', ''))
      for (const space of [tilleuls, elsewhere]) {
        const { rows } =
          await sql`select * from keyring.reset_access(${hash}, ${now}, ${space.spaceId}, ${marc.accountId})`.execute(
            t.logins.union,
          )
        expect(rows).toEqual([])
      }
      const { rows } = await sql<{
        has: boolean
      }>`select totp_sealed is not null as has from keyring.account where id = ${marc.accountId}`.execute(
        t.owner,
      )
      expect(rows).toEqual([{ has: true }])
    },
  )

  it('and nobody else reads the outbox', async () => {
    const ada = await as(t, app, await makeMember(t, tilleuls, 'Ada', 'organiser'), { now })
    expect((await ada.get('/espace/courriers')).status).toBe(404)
  })
})
