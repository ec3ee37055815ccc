// Walls 6 and 7 as a stranger, a thief of tokens and a removed person would try them, through the whole application.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import {
  type App,
  as,
  Browser,
  hiddenFields,
  type MadeSpace,
  makeMember,
  makeSpace,
  signIn,
  testApp,
} from '../../tools/testing/people.ts'

const SITE = 'http://localhost:3000'
let t: TestDatabase
let app: App
let tilleuls: MadeSpace
beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t)
  tilleuls = await makeSpace(t, 'union', 'Union des Tilleuls')
})
afterAll(() => t.stop())

const person = (name: string) => ({ name, kept: 'oui' })
const NEW = '/personnes/nouvelle'
const peopleNamed = async (name: string): Promise<number> =>
  (
    await t.owner
      .withSchema('union_space')
      .selectFrom('person')
      .select('id')
      .where('name', '=', name)
      .execute()
  ).length

const ask = (headers: Record<string, string>, path = '/', method = 'GET'): Promise<Response> =>
  Promise.resolve(app.request(new Request(new URL(path, SITE), { method, headers })))

it.each([
  [{ host: 'palier.mechant.example' }, 421, 'another name that leads to this machine'],
  [
    { host: 'localhost:3000', 'x-forwarded-host': 'palier.mechant.example' },
    200,
    'a forwarded header from nobody we trust is not read',
  ],
  [{ host: '127.0.0.1:3000' }, 421, 'outside demonstration, only PUBLIC_URL'],
  [{ host: '' }, 421, 'no name at all'],
])('answers %o with %i: %s', async (headers, status, _why) => {
  expect((await ask(headers as Record<string, string>)).status).toBe(status)
})

it('never builds a link from the name it was called by', async () => {
  const answer = await ask({ host: 'localhost:3000', 'x-forwarded-host': 'palier.mechant.example' })
  expect(await answer.text()).not.toContain('mechant')
})

it.each([
  [{ origin: 'https://mechant.example' }, 'a page of somebody else'],
  [{ 'sec-fetch-site': 'cross-site' }, 'a browser that says so'],
  [{ origin: 'null' }, 'a sandboxed frame'],
])('refuses a form sent from %o: %s', async (headers, _why) => {
  const answer = await ask(
    { host: 'localhost:3000', ...headers } as Record<string, string>,
    '/entrer',
    'POST',
  )
  expect(answer.status).toBe(403)
})

it('has no page to become anybody outside demonstration', async () => {
  expect((await ask({ host: 'localhost:3000' }, '/demo')).status).toBe(404)
  expect((await ask({ host: 'localhost:3000' }, '/demo', 'POST')).status).toBe(404)
  expect((await ask({ host: 'localhost:3000' }, '/demo/courrier')).status).toBe(404)
})

it('sends a visitor to the door for a page that exists, and to 404 for one that does not', async () => {
  const visitor = new Browser(app)
  expect((await visitor.get('/personnes')).location).toBe('/entrer?suite=%2Fpersonnes')
  expect((await visitor.get('/nulle-part')).status).toBe(404)
})

it.each([
  ['/personnes/', 'GET', 'a slash too many'],
  ['/personnes/01a208a7-6cc1-72f5-a00b-dbd693343b61%2Fexport.json', 'GET', 'an encoded slash'],
  ['/personnes/%ff', 'GET', 'bytes that are no text'],
  ['/personnes/%00', 'GET', 'a NUL'],
  ['/recherche?q=%00', 'GET', 'a NUL in a question'],
  ['/unions/%00', 'GET', 'a NUL in a public address'],
  ['/lieux/residences/%00', 'GET', 'a NUL in the directory'],
  [`/personnes/${'9'.repeat(4000)}`, 'GET', 'a number without end'],
  ['/personnes', 'PUT', 'a verb nobody offers'],
  ['/personnes', 'DELETE', 'a verb nobody offers'],
  ['/espace/journal', 'POST', 'a form that is not there'],
  ['/espace/membres', 'OPTIONS', 'a question about verbs'],
])('says 404 for %s by %s, to a visitor and to Inès: %s', async (path, method, _why) => {
  const cookie = await signIn(
    t,
    (await makeMember(t, tilleuls, 'Inès', 'organiser', 'administrator')).accountId,
  )
  for (const headers of [{ host: 'localhost:3000' }, { host: 'localhost:3000', cookie }])
    expect((await ask(headers as Record<string, string>, path, method)).status).toBe(404)
})

it('refuses a form without its token, with another session’s token, and with one letter changed', async () => {
  const ines = await makeMember(t, tilleuls, 'Inès', 'organiser')
  const bruno = await makeMember(t, tilleuls, 'Bruno', 'organiser')
  const [hers, his] = [await as(t, app, ines), await as(t, app, bruno)]
  const token = hiddenFields((await his.get(NEW)).html, NEW)['form_token'] ?? ''
  expect(token).not.toBe('')
  for (const form_token of ['', token, `${token.slice(0, -2)}AA`]) {
    const answer = await hers.send(NEW, { ...person('Forgée'), form_token })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('n’est plus valable')
  }
  expect(await peopleNamed('Forgée')).toBe(0)
  expect((await his.send(NEW, { ...person('Forgée'), form_token: token })).status).toBe(303) // the token itself was good
  expect((await hers.get(NEW)).html).toContain('Forgée') // what she typed waits on her own page
})

it('does a form sent twice once, and leads both to the same page', async () => {
  const ines = await as(t, app, await makeMember(t, tilleuls, 'Inès', 'organiser'))
  const fields = { ...hiddenFields((await ines.get(NEW)).html, NEW), ...person('Doublée') }
  const [first, second] = [await ines.send(NEW, fields), await ines.send(NEW, fields)]
  expect(first.status).toBe(303)
  expect(second.location).toBe(first.location)
  expect(await peopleNamed('Doublée')).toBe(1)
})

it('gives back what was typed when the session had ended, on the same page, once, to the same person', async () => {
  const member = await makeMember(t, tilleuls, 'Inès', 'organiser')
  const ines = await as(t, app, member)
  const fields = {
    ...hiddenFields((await ines.get(NEW)).html, NEW),
    ...person('Écrite longuement'),
    note: 'Ne pas perdre <ceci> & cela',
  }
  await sql`update keyring.session set ended_at = now() where account_id = ${member.accountId}`.execute(
    t.owner,
  )
  const sent = await ines.send(NEW, fields)
  expect(sent.location).toBe(`/entrer?suite=${encodeURIComponent(NEW)}`)
  expect(await peopleNamed('Écrite longuement')).toBe(0)

  const [name = '', value = ''] = (await signIn(t, member.accountId)).split('=')
  ines.cookies.set(name, value)
  const back = await ines.get(NEW)
  expect(back.html).toContain('Écrite longuement')
  expect(back.html).toContain('Ne pas perdre &lt;ceci> &amp; cela')
  expect((await ines.get(NEW)).html).not.toContain('Écrite longuement')
})

it('does not give it back to whoever signs in next in the same browser', async () => {
  const member = await makeMember(t, tilleuls, 'Inès', 'organiser')
  const browser = await as(t, app, member)
  const fields = { ...hiddenFields((await browser.get(NEW)).html, NEW), ...person('Pour elle seule') }
  await sql`update keyring.session set ended_at = now() where account_id = ${member.accountId}`.execute(
    t.owner,
  )
  await browser.send(NEW, fields)
  const other = await makeMember(t, tilleuls, 'Bruno', 'organiser')
  const [name = '', value = ''] = (await signIn(t, other.accountId)).split('=')
  browser.cookies.set(name, value)
  expect((await browser.get(NEW)).html).not.toContain('Pour elle seule')
  const [own = '', token = ''] = (await signIn(t, member.accountId)).split('=')
  browser.cookies.set(own, token)
  expect((await browser.get(NEW)).html).toContain('Pour elle seule') // it was there to be given
})

it('opens nothing to the session of a removed person, at the very next request', async () => {
  const member = await makeMember(t, tilleuls, 'Paul', 'organiser')
  const paul = await as(t, app, member)
  expect((await paul.get('/personnes')).status).toBe(200)
  await sql`update union_space.membership set ended_at = now() where account_id = ${member.accountId}`.execute(
    t.owner,
  )
  expect((await paul.get('/personnes')).location).toBe('/espaces')
  expect((await paul.get('/espaces')).text).not.toContain('Union des Tilleuls')
})

it.each(["default-src 'self'", "frame-ancestors 'none'", "form-action 'self'"])(
  'lets a page load only what is ours: %s',
  async (rule) => {
    const answer = await ask({ host: 'localhost:3000' })
    expect(answer.headers.get('content-security-policy')).toContain(rule)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  },
)

it('says 503 at /sante, and a sentence elsewhere, when the database is away', async () => {
  const lost = await testDatabase()
  const orphan = testApp(lost)
  await lost.stop()
  const health = await orphan.request(new Request(`${SITE}/sante`, { headers: { host: 'anything' } }))
  expect(health.status).toBe(503)
  expect(await health.json()).toMatchObject({ database: 'away' })
})

it('says whom to tell of a hole, when the installation knows', async () => {
  const known = testApp(t, { securityContact: 'securite@exemple.test' })
  const answer = await known.request(
    new Request(`${SITE}/.well-known/security.txt`, { headers: { host: 'localhost:3000' } }),
  )
  expect(await answer.text()).toMatch(/^Contact: mailto:securite@exemple\.test\nExpires: 20/)
  expect((await ask({ host: 'localhost:3000' }, '/.well-known/security.txt')).status).toBe(404)
})
