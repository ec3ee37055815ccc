import type { MiddlewareHandler } from 'hono'
import type { VNode } from 'preact'
import * as v from 'valibot'
import type { Keyring } from '../access/keyring.ts'
import { type CalendarDay, dayIn } from '../kernel/calendar-day.ts'
import { Layout, renderPage } from '../ui/layout.tsx'
import { Notice } from '../ui/notice.tsx'
import type { PageOptions, PublicContext, PublicVariables, ReadForm } from '../ui/request.ts'
import type { Config } from './config.ts'
import { answerPage } from './compression.ts'
import { giveBackWhatWasTyped } from './drafts.ts'
import { mintFormToken } from '../ui/form-token.ts'
import { navigationFor } from './navigation.fr.ts'
import { wordsOfErrors } from './words.fr.ts'

type Clock = () => Date

/** The civil day in Paris, asked of the calendar once a minute: no day begins within one. */
function daily(): (now: Date) => CalendarDay {
  let known: { readonly minute: number; readonly day: CalendarDay } | undefined
  return (now) => {
    const minute = Math.floor(now.getTime() / 60_000)
    if (known?.minute !== minute) known = { minute, day: dayIn(now) }
    return known.day
  }
}

/** Puts on the request what every route may use (ui/request.ts). The clock is read here, once. */
export function prepareRequest(
  config: Pick<Config, 'publicUrl' | 'demo' | 'uploads'>,
  keyring: Keyring,
  clock: Clock,
): MiddlewareHandler<{ Variables: PublicVariables }> {
  const dayOf = daily()
  return (c, next) => {
    const now = clock()
    c.set('now', now)
    c.set('today', dayOf(now))
    c.set('publicUrl', config.publicUrl)
    c.set('demo', config.demo)
    c.set('uploads', config.uploads)
    c.set('parked', undefined)
    c.set('keyring', keyring)
    c.set('page', (options, body) => drawPage(c, options, body))
    c.set('readForm', (schema) => readForm(c, schema))
    return next()
  }
}

/** Once it is known who is there: what they had typed on this page before their session ended. */
export const bringBackDraft: MiddlewareHandler<{ Variables: PublicVariables }> = async (c, next) => {
  const typed = await giveBackWhatWasTyped(c)
  c.set('startForm', (defaults = {}) => ({ values: { ...defaults, ...typed }, errors: {} }))
  return next()
}

function drawPage(
  c: PublicContext,
  { title, crumbs, status = 200, islands = false, guest }: PageOptions,
  body: VNode,
) {
  const { visitor, keyring, now } = c.var
  const mint = (): string => (visitor ? mintFormToken(keyring.secrets, visitor.sessionId, now) : '')
  const html = renderPage(
    <Layout
      title={title}
      {...(guest ? { lang: guest.lang, dir: guest.dir, words: guest.words } : insideOf(c))}
      {...(crumbs ? { crumbs } : {})}
      {...(c.var.demo
        ? { banner: <DemoBanner>{guest?.words.demo ?? wordsOfErrors.demoBanner}</DemoBanner> }
        : {})}
      islands={islands}
    >
      {body}
    </Layout>,
    { mint: guest?.mint ?? mint },
  )
  return answerPage(c, html, status)
}

/** What an account sees around every page. */
const insideOf = (c: PublicContext) => ({
  nav: navigationFor(c.var.actor, c.req.path),
  ...(c.var.actor ? { space: c.var.actor.spaceName } : {}),
  ...(c.var.visitor ? { person: c.var.visitor.accountName } : {}),
})

const DemoBanner = ({ children }: { children: string }) => (
  <Notice tone="lamp">
    <p>{children}</p>
  </Notice>
)

async function readForm<S extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(
  c: PublicContext,
  schema: S,
): Promise<ReadForm<S>> {
  const body = withoutNul(await c.req.parseBody())
  const values = Object.fromEntries(
    Object.entries(body).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'form_token',
    ),
  )
  const read = v.safeParse(schema, body)
  if (read.success) return { ok: true, value: read.output, form: { values, errors: {} } }
  const errors: Record<string, string> = {}
  for (const issue of read.issues) errors[v.getDotPath(issue) ?? ''] ??= issue.message
  return { ok: false, form: { values, errors } }
}

/** No keyboard sends a NUL, and PostgreSQL keeps none. */
const withoutNul = (body: Readonly<Record<string, string | File>>): Record<string, string | File> =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\0', '') : value,
    ]),
  )
