import { sql } from 'kysely'
import type { Keyring } from '../../access/keyring.ts'
import type { Database } from '../../db/connect.ts'
import type { SpaceKind } from '../../db/logins.ts'
import { newId } from '../../kernel/ids.ts'
import type { FreshSession } from './sessions.ts'

export type FoundInvitation = {
  readonly state: 'open' | 'accepted' | 'withdrawn' | 'expired'
  readonly email: string
  readonly name: string
  readonly circle: string
  readonly kind: SpaceKind
  readonly space_id: string
  readonly space_name: string
  readonly invited_by: string
  /** The account that already has this address. */
  readonly account_id: string | null
}

const invitationHash = ({ secrets }: Keyring, token: string): Buffer => secrets.hash('invitation', token)

export async function findInvitation(
  keyring: Keyring,
  token: string,
  now: Date,
): Promise<FoundInvitation | undefined> {
  const { rows } = await sql<FoundInvitation>`
    select * from keyring.find_invitation(${invitationHash(keyring, token)}, ${now})`.execute(keyring.sql)
  return rows[0]
}

type Accepted = { readonly account_id: string; readonly space_id: string }

/** Gives the membership, to an account made if need be; undefined when it was taken up or taken back meanwhile. */
export async function takeUpInvitation(
  keyring: Keyring,
  token: string,
  now: Date,
): Promise<Accepted | undefined> {
  const { rows } = await sql<Accepted>`
    select * from keyring.accept_invitation(${invitationHash(keyring, token)}, ${now}, ${newId(now)}, ${newId(now)})`.execute(
    keyring.sql,
  )
  return rows[0]
}

const firstLinkHash = (secrets: Keyring['secrets'], token: string): Buffer =>
  secrets.hash('first link', token)

/** Replaces every earlier first link. For the owner alone, and only while there is no space. */
export async function putFirstLink(
  owner: Database,
  secrets: Keyring['secrets'],
  token: string,
  until: Date,
): Promise<boolean> {
  return owner.transaction().execute(async (tx) => {
    const { rows } = await sql<{ empty: boolean }>`select keyring.house_is_empty() as empty`.execute(tx)
    if (!rows[0]?.empty) return false
    await sql`delete from keyring.first_link`.execute(tx)
    await sql`insert into keyring.first_link (hash, expires_at) values (${firstLinkHash(secrets, token)}, ${until})`.execute(
      tx,
    )
    return true
  })
}

export async function firstLinkHolds(keyring: Keyring, token: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    select keyring.first_link_holds(${firstLinkHash(keyring.secrets, token)}, ${now}) as holds`.execute(
    keyring.sql,
  )
  return rows[0]?.holds ?? false
}

export type Founding = {
  readonly spaceKind: SpaceKind
  readonly institutionKind: string
  readonly institutionName: string
  readonly name: string
  readonly email: string
  readonly decider: string
}

/** Makes the first organisation, its space and its administrator, and uses the link up; undefined when it holds no more. */
export async function foundHouse(
  keyring: Keyring,
  token: string,
  now: Date,
  f: Founding,
): Promise<{ readonly accountId: string } | undefined> {
  const ids = Array.from({ length: 5 }, () => newId(now))
  const { rows } = await sql<{ done: boolean }>`
    select keyring.found_house(${firstLinkHash(keyring.secrets, token)}, ${now}, ${f.spaceKind}, ${f.institutionKind},
      ${f.institutionName}, ${f.name}, ${f.email}, ${f.decider}, ${ids}::uuid[]) as done`.execute(keyring.sql)
  return rows[0]?.done ? { accountId: ids[2] ?? '' } : undefined
}

export type Vouched = { readonly issuer: string; readonly subject: string; readonly email: string }

/** Opens a session that reaches desks only, for an agent whom a desk already knows or has invited. */
export async function enterByIdentity(keyring: Keyring, v: Vouched, s: FreshSession): Promise<boolean> {
  const { rows } = await sql<{ entered: boolean }>`
    select keyring.enter_by_identity(${v.issuer}, ${v.subject}, ${v.email}, ${s.now}, ${newId(s.now)}, ${newId(s.now)},
      ${s.hash}, ${s.id}, ${s.device}, ${s.until}) as entered`.execute(keyring.sql)
  return rows[0]?.entered ?? false
}
