import type { Keyring } from '../../access/keyring.ts'
import { newToken } from '../../access/secrets.ts'
import type { Database } from '../../db/connect.ts'
import { newId } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { foldEmail } from '../../institutions/domain/invitations.ts'
import { localPath } from '../domain/local-path.ts'
import { tryAttempt } from '../store/attempts.ts'
import { putFirstLink } from '../store/coming-in.ts'
import { putLink, sendLink } from '../store/links.ts'
import { signInLetter } from '../words.fr.ts'

const MINUTES = 15
const MOST_PER_ADDRESS = 5
const MOST_PER_CALLER = 30 // a tenants' union in one room, behind one connection

export type Asked = {
  readonly email: string
  readonly next: string | undefined
  readonly caller: string
  readonly publicUrl: URL
  readonly now: Date
}

/**
 * Sends a link when the address has an account. Known or unknown, the same calls are made in the same order, and the
 * answer says nothing; the caller is counted first, so that one caller cannot use up the patience kept for an address
 * beyond their own.
 */
export async function askForLink(
  keyring: Keyring,
  a: Asked,
): Promise<Result<undefined, { readonly because: 'too_many_links' }>> {
  const { now } = a
  const tooMany = refuse({ because: 'too_many_links' })
  if (!(await tryAttempt(keyring, 'link_by_caller', a.caller, now, MOST_PER_CALLER, MINUTES))) return tooMany
  if (!(await tryAttempt(keyring, 'link_by_address', a.email, now, MOST_PER_ADDRESS, MINUTES))) return tooMany
  const token = newToken()
  const letter = { id: newId(now), ...signInLetter(linkOf(a.publicUrl, token)) }
  await sendLink(keyring, {
    token,
    email: a.email,
    next: localPath(a.next) ?? '/',
    until: endOf(now),
    now,
    letter,
  })
  return accept()
}

const endOf = (now: Date): Date => new Date(now.getTime() + MINUTES * 60_000)

function linkOf(publicUrl: URL, token: string): URL {
  const link = new URL('/entrer/lien', publicUrl)
  link.searchParams.set('k', token)
  return link
}

type ForConsole = { readonly email: string; readonly publicUrl: URL; readonly now: Date }

/** A link for whoever reads the server's console; undefined when the address has no account. */
export async function makeSignInLink(keyring: Keyring, w: ForConsole): Promise<URL | undefined> {
  const token = newToken()
  const put = await putLink(keyring, { token, email: foldEmail(w.email), next: '/', until: endOf(w.now) })
  return put ? linkOf(w.publicUrl, token) : undefined
}

type First = { readonly secrets: Keyring['secrets']; readonly publicUrl: URL; readonly now: Date }

/** The one-time link that founds an empty house, for the console; undefined when there is a space already. */
export async function makeFirstLink(owner: Database, w: First): Promise<URL | undefined> {
  const token = newToken()
  const until = new Date(w.now.getTime() + 86_400_000)
  if (!(await putFirstLink(owner, w.secrets, token, until))) return undefined
  const link = new URL('/premiere-fois', w.publicUrl)
  link.searchParams.set('k', token)
  return link
}
