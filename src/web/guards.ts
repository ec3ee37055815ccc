import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isLoopback } from './config.ts'
import { wordsOfErrors } from './words.fr.ts'

/** Another Host gets 421: links, cookies and passkeys hold for one address only. In demo, every name of this machine. */
export const onlyOurHost =
  (publicUrl: URL, demo: boolean): MiddlewareHandler =>
  async (c, next) => {
    const host = c.req.header('host') ?? ''
    const ours = host === publicUrl.host || (demo && isOfThisMachine(host))
    return ours ? next() : c.text(wordsOfErrors.wrongHost, 421)
  }

const isOfThisMachine = (host: string): boolean => {
  const asked = URL.parse(`http://${host}`)
  return asked !== null && isLoopback(asked)
}

/** An address that holds a NUL, or cannot be decoded, names nothing: PostgreSQL would refuse it with an error. */
export const onlyReadableAddresses: MiddlewareHandler = async (c, next) => {
  const address = decodable(c.req.url)
  return address === undefined || address.includes('\0') ? c.notFound() : next()
}

function decodable(url: string): string | undefined {
  try {
    return decodeURIComponent(url)
  } catch {
    return undefined
  }
}

const onlyReads = (c: Context): boolean => c.req.method === 'GET' || c.req.method === 'HEAD'

/** What is sent may not be longer than this; whoever only reads sends nothing, and is not asked for a body. */
export const onlyShortBodies = (maxSize: number): MiddlewareHandler => {
  const limit = bodyLimit({ maxSize })
  return (c, next) => (onlyReads(c) ? next() : limit(c, next))
}

/**
 * A form that changes something comes from one of our pages: browsers say so in Sec-Fetch-Site or Origin. A sender that
 * says neither is no browser that could carry somebody's cookie unknowingly, and still needs a form token inside a space.
 */
export const onlyOurForms =
  (publicUrl: URL, demo: boolean): MiddlewareHandler =>
  async (c, next) => {
    if (onlyReads(c)) return next()
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const sameOrigin =
      origin === undefined ||
      origin === publicUrl.origin ||
      (demo && isOwnOrigin(origin, c.req.header('host')))
    if ((site !== undefined && site !== 'same-origin' && site !== 'none') || !sameOrigin)
      return c.text(wordsOfErrors.foreignForm, 403)
    return next()
  }

const isOwnOrigin = (origin: string, host: string | undefined): boolean =>
  URL.canParse(origin) && new URL(origin).host === host

/**
 * Everything a page may load is ours; nothing may frame it; nothing of its address leaves with a link. Said before the
 * answer is made: touching a made answer would make it twice.
 */
export const strictHeaders = (publicUrl: URL): MiddlewareHandler => {
  const headers = {
    'content-security-policy':
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cache-control': 'no-store',
    ...(publicUrl.protocol === 'https:'
      ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
      : {}),
  }
  const entries = Object.entries(headers)
  return async (c, next) => {
    for (const [name, value] of entries) c.header(name, value)
    return next()
  }
}
