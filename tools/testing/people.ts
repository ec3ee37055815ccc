// Spaces, accounts and browsers for tests: rows are made by the owner, pages are asked for as a person would.
import { sql } from 'kysely'
import type { Circle } from '../../src/access/circles.ts'
import { newToken, secretsOf } from '../../src/access/secrets.ts'
import type { Actor } from '../../src/access/scope.ts'
import { schemaOf, type SpaceKind } from '../../src/db/logins.ts'
import { newId } from '../../src/kernel/ids.ts'
import { buildApp } from '../../src/web/app.ts'
import { type Config, readConfig } from '../../src/web/config.ts'
import { TEST_SECRET, type TestDatabase } from './database.ts'

const SITE = 'http://localhost:3000'
const INSTITUTION = {
  union: 'union',
  desk: 'landlord',
  programme: 'institute',
  research: 'research_team',
} as const

export const secretsOfTests = secretsOf(TEST_SECRET)

export type MadeSpace = {
  readonly kind: SpaceKind
  readonly spaceId: string
  readonly spaceName: string
  readonly institutionId: string
}

export async function makeSpace(t: TestDatabase, kind: SpaceKind, name: string): Promise<MadeSpace> {
  const [institutionId, spaceId] = [newId(new Date()), newId(new Date())]
  await t.owner
    .insertInto('institution')
    .values({ id: institutionId, kind: INSTITUTION[kind], name })
    .execute()
  await sql`insert into ${sql.id(schemaOf(kind), 'space')} (space_id, id, institution_id, name)
    values (${spaceId}, ${spaceId}, ${institutionId}, ${name})`.execute(t.owner)
  return { kind, spaceId, spaceName: name, institutionId }
}

export type MadeAccount = { readonly accountId: string; readonly name: string; readonly email: string }

export async function makeAccount(t: TestDatabase, name: string, email?: string): Promise<MadeAccount> {
  const accountId = newId(new Date())
  const address = email ?? `${accountId}@exemple.test`
  await sql`insert into keyring.account (id, email, name) values (${accountId}, ${address}, ${name})`.execute(
    t.owner,
  )
  return { accountId, name, email: address }
}

/** Lets an account into a space, one membership per circle. */
export async function addMember(
  t: TestDatabase,
  space: MadeSpace,
  account: MadeAccount,
  ...circles: readonly Circle[]
): Promise<void> {
  for (const circle of circles) {
    await sql`insert into ${sql.id(schemaOf(space.kind), 'membership')}
      (space_id, id, account_id, account_name, account_email, circle, since) values
      (${space.spaceId}, ${newId(new Date())}, ${account.accountId}, ${account.name}, ${account.email}, ${circle}, now())`.execute(
      t.owner,
    )
  }
}

/** A new account with these circles, and the actor that a session of theirs would give. */
export async function makeMember(
  t: TestDatabase,
  space: MadeSpace,
  name: string,
  ...circles: readonly Circle[]
): Promise<MadeAccount & { readonly actor: Actor }> {
  const account = await makeAccount(t, name)
  await addMember(t, space, account, ...circles)
  return { ...account, actor: { ...space, accountId: account.accountId, accountName: name, circles } }
}

/** Opens a session and returns the cookie that shows it. */
export async function signIn(
  t: TestDatabase,
  accountId: string,
  { secondFactor = false, now = new Date() }: { secondFactor?: boolean; now?: Date } = {},
): Promise<string> {
  const token = newToken()
  const until = new Date(now.getTime() + 86_400_000)
  await sql`insert into keyring.session (hash, id, account_id, second_factor_at, opened_at, last_seen_at, expires_at)
    values (${secretsOfTests.hash('session', token)}, ${newId(new Date())}, ${accountId}, ${secondFactor ? now : null},
            ${now}, ${now}, ${until})`.execute(t.owner)
  return `palier=${token}`
}

export type App = ReturnType<typeof buildApp>

/** The whole application on this database, outside demo unless told. */
export function testApp(t: TestDatabase, config: Partial<Config> = {}, clock = () => new Date()): App {
  const base = { ...readConfig({ PALIER_DEMO: '1' }), demo: false, secret: TEST_SECRET }
  return buildApp({ config: { ...base, ...config, secret: TEST_SECRET }, logins: t.logins, clock })
}

export type Page = {
  readonly status: number
  readonly html: string
  /** What a person reads: no tags, entities decoded, spaces as one. */
  readonly text: string
  readonly location: string | null
  readonly headers: Headers
}
export type Values = Readonly<Record<string, string | File | readonly (string | File)[]>>

/** A browser with its cookies: follows nothing by itself, so that a test sees each answer. */
export class Browser {
  readonly #app: App
  readonly cookies = new Map<string, string>()
  readonly headers: Record<string, string> = {}
  constructor(app: App, cookie = '') {
    this.#app = app
    const [name = '', value = ''] = cookie.split('=')
    if (name) this.cookies.set(name, value)
  }

  async #ask(path: string, body?: BodyInit): Promise<Page> {
    const cookie = [...this.cookies].map(([n, v]) => `${n}=${v}`).join('; ')
    const headers: Record<string, string> = { host: new URL(SITE).host, cookie, ...this.headers }
    if (body !== undefined) Object.assign(headers, { origin: SITE, 'sec-fetch-site': 'same-origin' })
    const sent = body === undefined ? {} : { method: 'POST', body }
    const res = await this.#app.request(new Request(new URL(path, SITE), { headers, ...sent }))
    for (const line of res.headers.getSetCookie()) this.#keep(line)
    const html = await res.text()
    return {
      status: res.status,
      html,
      text: readable(html),
      location: res.headers.get('location'),
      headers: res.headers,
    }
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || /max-age=0(;|$)/i.test(line)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }

  get(path: string): Promise<Page> {
    return this.#ask(path)
  }

  /** Opens the form's page first, as a browser does, and sends its hidden fields with these values. */
  async post(path: string, values: Values = {}, from = path): Promise<Page> {
    const page = await this.get(from)
    return this.send(path, { ...hiddenFields(page.html, path), ...values })
  }

  /** Sends a form without opening its page. */
  send(path: string, values: Values): Promise<Page> {
    const body = new FormData()
    for (const [name, value] of Object.entries(values)) {
      for (const one of typeof value === 'string' || value instanceof File ? [value] : value)
        body.append(name, one)
    }
    return this.#ask(path, plain(body))
  }
}

/** A form without a file travels as a browser sends it. */
function plain(body: FormData): BodyInit {
  const entries = [...body].filter((e): e is [string, string] => typeof e[1] === 'string')
  return entries.length === [...body].length ? new URLSearchParams(entries) : body
}

const hidden = /<input[^>]*type="hidden"[^>]*>/g
const attribute = (tag: string, name: string): string =>
  decode(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** The hidden fields of the form that posts to `path`, else those of the whole page. */
export function hiddenFields(html: string, path: string): Record<string, string> {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? []
  const own = forms.find((f) => attribute(/<form[^>]*>/.exec(f)?.[0] ?? '', 'action') === path) ?? html
  return Object.fromEntries(
    (own.match(hidden) ?? []).map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]),
  )
}

const decode = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const readable = (html: string): string =>
  decode(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' '))
    .replace(/[ \n\t]+/g, ' ')
    .trim()

/** A browser in which this account has signed in. */
export async function as(
  t: TestDatabase,
  app: App,
  who: { readonly accountId: string },
  options?: { secondFactor?: boolean; now?: Date },
): Promise<Browser> {
  return new Browser(app, await signIn(t, who.accountId, options))
}
