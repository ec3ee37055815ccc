import type { ScopedDb } from '../../access/scope.ts'
import { newId } from '../../kernel/ids.ts'

export type InvitationRow = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly circle: string
  readonly invited_by: string
  readonly invited_at: Date
  readonly expires_at: Date
  readonly accepted_at: Date | null
  readonly withdrawn_at: Date | null
}

const invitationsOf = (db: ScopedDb) =>
  db.sql
    .selectFrom('invitation')
    .select([
      'id',
      'email',
      'name',
      'circle',
      'invited_by',
      'invited_at',
      'expires_at',
      'accepted_at',
      'withdrawn_at',
    ])
    .where('space_id', '=', db.actor.spaceId)

/** Those not accepted and not withdrawn, expired ones too: the latest first. */
export function listOpenInvitations(db: ScopedDb): Promise<InvitationRow[]> {
  return invitationsOf(db)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('invited_at', 'desc')
    .execute()
}

/** One invitation, held until the transaction ends so that it is not accepted and withdrawn at once. */
export function holdInvitation(db: ScopedDb, id: string): Promise<InvitationRow | undefined> {
  return invitationsOf(db).where('id', '=', id).forUpdate().executeTakeFirst()
}

export function findInvitation(db: ScopedDb, id: string): Promise<InvitationRow | undefined> {
  return invitationsOf(db).where('id', '=', id).executeTakeFirst()
}

export type NewInvitation = {
  readonly hash: Buffer
  readonly email: string
  readonly name: string
  readonly circle: string
  readonly now: Date
  readonly expiresAt: Date
}

/** The new invitation's id; nothing when one to this address and circle is already open. */
export async function addInvitation(db: ScopedDb, i: NewInvitation): Promise<string | undefined> {
  const { spaceId, accountId } = db.actor
  const row = await db.sql
    .insertInto('invitation')
    .values({
      space_id: spaceId,
      id: newId(i.now),
      hash: i.hash,
      email: i.email,
      name: i.name,
      circle: i.circle,
      invited_by: accountId,
      invited_at: i.now,
      expires_at: i.expiresAt,
    })
    .onConflict((oc) =>
      oc
        .columns(['space_id', 'email', 'circle'])
        .where('accepted_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** A new token in place of the old one, which opens nothing any more. */
export async function renewInvitation(
  db: ScopedDb,
  id: string,
  renewed: { hash: Buffer; now: Date; expiresAt: Date },
): Promise<void> {
  await db.sql
    .updateTable('invitation')
    .set({ hash: renewed.hash, invited_at: renewed.now, expires_at: renewed.expiresAt })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .execute()
}

export async function withdrawInvitation(db: ScopedDb, id: string, now: Date): Promise<void> {
  await openOnes(db).set({ withdrawn_at: now }).where('id', '=', id).execute()
}

/** Somebody who leaves does not come back by an older letter. */
export async function withdrawInvitationsTo(db: ScopedDb, email: string, now: Date): Promise<void> {
  await openOnes(db).set({ withdrawn_at: now }).where('email', '=', email).execute()
}

/** Expired ones make room for a new one to the same address and circle. */
export async function withdrawExpired(db: ScopedDb, now: Date): Promise<void> {
  await openOnes(db).set({ withdrawn_at: now }).where('expires_at', '<=', now).execute()
}

const openOnes = (db: ScopedDb) =>
  db.sql
    .updateTable('invitation')
    .where('space_id', '=', db.actor.spaceId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
