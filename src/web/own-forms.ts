import type { MiddlewareHandler } from 'hono'
import type { PublicVariables } from '../ui/request.ts'
import { keepWhatWasTyped } from './drafts.ts'
import { ForgedForm } from './error-pages.tsx'
import { readFormToken } from '../ui/form-token.ts'

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)/

/**
 * The forms of one's own account stand outside every space: they too carry a token of this very session, and what
 * arrives after its end is kept. Passkeys travel as JSON, which no foreign form can send.
 */
export const ownForms: MiddlewareHandler<{ Variables: PublicVariables }> = async (c, next) => {
  if (c.req.method !== 'POST' || !FORM.test(c.req.header('content-type') ?? '')) return next()
  const { visitor, keyring } = c.var
  if (!visitor) {
    await keepWhatWasTyped(c)
    return next()
  }
  const token = (await c.req.parseBody())['form_token']
  if (!readFormToken(keyring.secrets, visitor.sessionId, typeof token === 'string' ? token : ''))
    throw new ForgedForm()
  return next()
}
