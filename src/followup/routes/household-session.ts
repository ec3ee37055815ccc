import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as v from 'valibot'
import type { Household } from '../../access/scope.ts'
import { newId } from '../../kernel/ids.ts'
import { mintFormToken, readFormToken } from '../../ui/form-token.ts'
import type { PublicContext } from '../../ui/request.ts'
import { findFollowUp } from '../store/codes.ts'

const MINUTES = 30
const Sealed = v.object({ hash: v.string(), id: v.string(), until: v.number() })

/** One opening of one complaint, kept by the browser alone: sealed, for half an hour without a page being asked for. */
export type HouseholdSession = {
  readonly household: Household
  readonly mint: () => string
  /** The receipt of a form that this very session was given. */
  readonly receiptOf: (token: string) => string | undefined
}

const cookieName = (publicUrl: URL): string =>
  publicUrl.protocol === 'https:' ? '__Secure-palier_suivi' : 'palier_suivi'

export function openHousehold(c: PublicContext, hash: Buffer, id: string = newId(c.var.now)): void {
  const { keyring, now, publicUrl } = c.var
  const sealed = keyring.secrets.seal(
    JSON.stringify({ hash: hash.toString('base64url'), id, until: now.getTime() + MINUTES * 60_000 }),
  )
  setCookie(c, cookieName(publicUrl), sealed.toString('base64url'), {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/suivi',
    secure: publicUrl.protocol === 'https:',
    maxAge: MINUTES * 60,
  })
}

export const closeHousehold = (c: PublicContext): void =>
  void deleteCookie(c, cookieName(c.var.publicUrl), {
    path: '/suivi',
    secure: c.var.publicUrl.protocol === 'https:',
  })

/** What this browser opened, if its code is still live at this moment; each page gives it half an hour more. */
export async function householdOf(c: PublicContext): Promise<HouseholdSession | undefined> {
  const { keyring, now, today } = c.var
  const sealed = unseal(c)
  if (!sealed || sealed.until <= now.getTime()) return undefined
  const hash = Buffer.from(sealed.hash, 'base64url')
  const household = await findFollowUp(keyring, hash, today)
  if (!household) return undefined
  openHousehold(c, hash, sealed.id)
  return {
    household,
    mint: () => mintFormToken(keyring.secrets, sealed.id, now),
    receiptOf: (token) => readFormToken(keyring.secrets, sealed.id, token),
  }
}

function unseal(c: PublicContext): v.InferOutput<typeof Sealed> | undefined {
  const cookie = getCookie(c, cookieName(c.var.publicUrl))
  if (!cookie) return undefined
  try {
    const read = v.safeParse(Sealed, JSON.parse(c.var.keyring.secrets.open(Buffer.from(cookie, 'base64url'))))
    return read.success ? read.output : undefined
  } catch {
    return undefined // altered, or sealed under another secret: it opens nothing
  }
}
