import { sql, type Transaction } from 'kysely'
import { isUuid } from '../kernel/ids.ts'
import type { Database, Logins } from '../db/connect.ts'
import { schemaOf, type SpaceKind } from '../db/logins.ts'
import type { Tables } from '../db/tables.ts'
import type { Circle } from './circles.ts'

/** Who acts, in which space, with which circles: proven by a session before a scope is opened. */
export type Actor = {
  readonly accountId: string
  readonly accountName: string
  readonly spaceId: string
  readonly spaceName: string
  readonly kind: SpaceKind
  readonly institutionId: string
  readonly circles: readonly Circle[]
}

declare const minted: unique symbol

/** A transaction in which the database shows one space to one person. Only `inScope` makes one; stores take nothing else. */
export type ScopedDb = { readonly sql: Transaction<Tables>; readonly actor: Actor; readonly [minted]: true }

/** Whoever holds a follow-up code: no account and no circle, one complaint of one space. */
export type Household = {
  readonly spaceId: string
  readonly complaintId: string
  readonly codeId: string
}

/** A transaction in which the database shows one complaint's thread. Only `inHouseholdScope` makes one. */
export type HouseholdDb = {
  readonly sql: Transaction<Tables>
  readonly actor: Household
  readonly [minted]: true
}

/** For the few stores that a household reaches as well as the union does. */
export type ThreadDb = ScopedDb | HouseholdDb

/** Whether somebody of the space acts, and not a household with its code. */
export const isOfMember = (db: ThreadDb): db is ScopedDb => !('codeId' in db.actor)

const uuidLiteral = (id: string): string => {
  if (!isUuid(id)) throw new Error('a scope is made of identifiers only')
  return `'${id}'`
}

/**
 * Runs `work` as this person: the login role of the kind of space, row-level security by literal SET LOCAL (Citus
 * forwards nothing else), one transaction that commits when `work` returns and rolls back when it throws.
 */
export function inScope<T>(logins: Logins, actor: Actor, work: (db: ScopedDb) => Promise<T>): Promise<T> {
  const circles = actor.circles.filter((c) => /^[a-z_]+$/.test(c)).join(',')
  const setting = [
    `set local palier.space = ${uuidLiteral(actor.spaceId)}`,
    `set local palier.account = ${uuidLiteral(actor.accountId)}`,
    `set local palier.circles = ',${circles},'`,
  ].join('; ')
  return logins[actor.kind]
    .connection()
    .execute((db) => inTransaction(db, setting, () => work({ sql: db, actor } as unknown as ScopedDb)))
}

/** Runs `work` for a follow-up code, found live this very moment: a login of its own, that reaches one thread only. */
export function inHouseholdScope<T>(
  logins: Logins,
  household: Household,
  work: (db: HouseholdDb) => Promise<T>,
): Promise<T> {
  const setting = [
    `set local palier.space = ${uuidLiteral(household.spaceId)}`,
    `set local palier.complaint = ${uuidLiteral(household.complaintId)}`,
    `set local palier.code = ${uuidLiteral(household.codeId)}`,
  ].join('; ')
  return logins.household
    .connection()
    .execute((db) =>
      inTransaction(db, setting, () => work({ sql: db, actor: household } as unknown as HouseholdDb)),
    )
}

/** Begins and sets the scope in one round trip: a page is made of few, and each costs as much as a query. */
async function inTransaction<T>(db: Database, setting: string, work: () => Promise<T>): Promise<T> {
  await sql.raw(`begin; ${setting}`).execute(db)
  try {
    const result = await work()
    await sql.raw('commit').execute(db)
    return result
  } catch (error) {
    // A connection that died has nothing to roll back, and what it died of is what must be told.
    await sql
      .raw('rollback')
      .execute(db)
      .catch(() => {})
    throw error
  }
}

/** Leaves a line saying that a person's file was read, or that a directory row (which has no trigger) was written. */
export async function noteLine(db: ScopedDb, verb: string, table: string, rowId: string): Promise<void> {
  await sql`select ${sql.id(schemaOf(db.actor.kind), 'note_line')}(${verb}, ${table}, ${rowId}::uuid)`.execute(
    db.sql,
  )
}

/** Whether a button should show; the database decides all the same. */
export const isIn = (actor: Actor, ...circles: readonly Circle[]): boolean =>
  circles.some((c) => actor.circles.includes(c))
