import { Hono } from 'hono'
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { inScope } from '../access/scope.ts'
import type { Logins } from '../db/connect.ts'
import type { PublicContext, SpaceVariables } from '../ui/request.ts'
import { keepWhatWasTyped } from './drafts.ts'
import { ForgedForm } from './error-pages.tsx'
import { readFormToken } from '../ui/form-token.ts'
import { onceInScope } from './once.ts'

type Space = { Variables: SpaceVariables }

/** Where a person without an open space goes; what was typed is kept on the way. */
async function toTheDoor(c: PublicContext) {
  const { visitor } = c.var
  if (!visitor && c.req.method === 'POST') await keepWhatWasTyped(c)
  if (visitor)
    return c.redirect(
      visitor.secondFactorAt || !visitor.hasSecondFactor ? '/espaces' : '/entrer/second-facteur',
      303,
    )
  return c.redirect(`/entrer?suite=${encodeURIComponent(c.req.path)}`, 303)
}

/** Some route answers this path and method: the door is shown for what exists, the rest is a 404 for everybody. */
const isAPage = (c: Context): boolean => {
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
  return matchedRoutes(c).some((r) => r.method === method)
}

/** Opens the space's rooms: only with an actor, and forms only with a token given to this very session. */
export const insideSpace =
  (logins: Logins): MiddlewareHandler<Space> =>
  async (c, next) => {
    const outer = c as unknown as PublicContext
    const { actor, visitor, keyring, now } = outer.var
    if (!isAPage(c)) return c.notFound()
    if (!actor || !visitor) return toTheDoor(outer)
    c.set('inScope', (work) => inScope(logins, actor, work))
    if (c.req.method !== 'POST') return next()
    const token = (await c.req.parseBody())['form_token']
    const receipt = readFormToken(keyring.secrets, visitor.sessionId, typeof token === 'string' ? token : '')
    if (!receipt) throw new ForgedForm()
    c.set('once', (work) => onceInScope(logins, actor, receipt, now, work))
    return next()
  }

export const newSpaceApp = (): Hono<Space> => new Hono<Space>()
