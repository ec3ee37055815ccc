import type { Secrets } from '../access/secrets.ts'
import { sameBytes } from '../access/secrets.ts'
import { isUuid, newId } from '../kernel/ids.ts'

/** A form token names one sending of one form by one session: proof against forgery, and the key of its receipt. */
export function mintFormToken(secrets: Secrets, sessionId: string, now: Date): string {
  const id = newId(now)
  return `${id}.${sign(secrets, sessionId, id).toString('base64url')}`
}

/** The receipt's identifier, when this session really was given this token. */
export function readFormToken(secrets: Secrets, sessionId: string, token: string): string | undefined {
  const [id = '', signature = ''] = token.split('.')
  if (!isUuid(id)) return undefined
  return sameBytes(Buffer.from(signature, 'base64url'), sign(secrets, sessionId, id)) ? id : undefined
}

const sign = (secrets: Secrets, sessionId: string, id: string): Buffer =>
  secrets.hash('form', `${sessionId}:${id}`)
