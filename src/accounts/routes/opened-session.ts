import { getConnInfo } from '@hono/node-server/conninfo'
import { newToken } from '../../access/secrets.ts'
import { newId } from '../../kernel/ids.ts'
import type { PublicContext } from '../../ui/request.ts'
import { giveSessionCookie, sessionEnd, sessionHash } from '../../ui/session-cookie.ts'
import { callerAddress } from '../domain/caller.ts'
import { deviceOf } from '../domain/device.ts'
import type { FreshSession } from '../store/sessions.ts'
import { endSession, findSession } from '../store/sessions.ts'

export type Fresh = { readonly token: string; readonly session: FreshSession }

/** A session that the database has not seen yet. */
export function freshSession(c: PublicContext): Fresh {
  const { keyring, now } = c.var
  const token = newToken()
  const device = deviceOf(c.req.header('user-agent') ?? '')
  return {
    token,
    session: { hash: sessionHash(keyring, token), id: newId(now), device, now, until: sessionEnd(now) },
  }
}

/** Gives the browser its session, ends the one it showed before, and says where to go: to what is still due first. */
export async function welcome(c: PublicContext, { token, session }: Fresh, next: string): Promise<string> {
  const { keyring, now, publicUrl, visitor } = c.var
  if (visitor) await endSession(keyring, visitor.sessionHash, now)
  giveSessionCookie(c, publicUrl, token)
  const found = await findSession(keyring, session.hash, now)
  const suite = next === '/' ? '' : `?suite=${encodeURIComponent(next)}`
  if (found && !found.second_factor_at) {
    if (found.has_second_factor) return `/entrer/second-facteur${suite}`
    if (found.requires_second_factor) return `/compte/second-facteur${suite}`
  }
  if (next !== '/') return next
  return found?.space_id ? '/aujourdhui' : '/espaces'
}

/** The address that limits are counted for. */
export function callerOf(c: PublicContext, trusted: readonly string[]): string {
  return callerAddress(connectionOf(c), c.req.header('x-forwarded-for'), trusted)
}

/** Without a server (a test that calls the application itself) there is no connection. */
function connectionOf(c: PublicContext): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}
