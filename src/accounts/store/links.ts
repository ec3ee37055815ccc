import { sql } from 'kysely'
import type { Keyring } from '../../access/keyring.ts'
import type { FreshSession } from './sessions.ts'

export type SentLink = {
  readonly token: string
  readonly email: string
  readonly next: string
  readonly until: Date
  readonly now: Date
  readonly letter: { readonly id: string; readonly subject: string; readonly body: string }
}

/** A link and its letter for an address that has an account; for any other the same call does nothing. */
export async function sendLink({ sql: db, secrets }: Keyring, l: SentLink): Promise<void> {
  const body = secrets.seal(l.letter.body)
  await sql`select keyring.send_link(${secrets.hash('sign-in link', l.token)}, ${l.email}, ${l.next}, ${l.until},
    ${l.letter.id}, ${l.letter.subject}, ${body}, ${l.now})`.execute(db)
}

type BareLink = Pick<SentLink, 'token' | 'email' | 'next' | 'until'>

/** The same link without a letter, for whoever reads the server's console. False when the address has no account. */
export async function putLink({ sql: db, secrets }: Keyring, l: BareLink): Promise<boolean> {
  const { rows } = await sql<{ put: boolean }>`
    select keyring.put_link(${secrets.hash('sign-in link', l.token)}, ${l.email}, ${l.next}, ${l.until}) as put`.execute(
    db,
  )
  return rows[0]?.put ?? false
}

/** Uses the link up and opens the session in one statement; returns where its person was going. */
export async function enterByLink(
  { sql: db, secrets }: Keyring,
  token: string,
  s: FreshSession,
): Promise<string | undefined> {
  const { rows } = await sql<{ next: string | null }>`
    select keyring.enter_by_link(${secrets.hash('sign-in link', token)}, ${s.now}, ${s.hash}, ${s.id}, ${s.device},
      ${s.until}) as next`.execute(db)
  return rows[0]?.next ?? undefined
}
