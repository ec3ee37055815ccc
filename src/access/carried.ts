import { sql, type Transaction } from 'kysely'
import type { SpaceKind } from '../db/logins.ts'
import type { Tables } from '../db/tables.ts'

/** `waiting`: the institution has no such space yet, nothing is recorded and the next run tries again. */
type Outcome = 'delivered' | 'cancelled' | 'refused' | 'nothing_to_undo'
export type End = Outcome | 'waiting' | 'already_done'

type Passage = Pick<
  Tables['passage'],
  'id' | 'space_id' | 'door' | 'to_kind' | 'to_institution_id' | 'projection' | 'undoes'
>
/** A passage in the doorkeeper's hands, inside the transaction that carries it. */
export type Carried = { tx: Transaction<Tables>; kind: SpaceKind; passage: Passage; now: Date }

/** Claims a passage for this transaction; a second run waits here, then finds it done. */
export async function record(
  { tx, passage, now }: Carried,
  outcome: Outcome,
  toSpace: string | null = null,
  id = passage.id,
): Promise<Outcome | 'already_done'> {
  const { numInsertedOrUpdatedRows: rows } = await tx
    .insertInto('doorway.delivery')
    .values({ passage_id: id, delivered_at: now, outcome, to_space_id: toSpace })
    .onConflict((c) => c.column('passage_id').doNothing())
    .executeTakeFirstOrThrow()
  return rows === 1n ? outcome : 'already_done'
}

export async function spaceOf(tx: Transaction<Tables>, kind: SpaceKind, institution: string | null) {
  const { rows } = await sql<{ space: string | null }>`
    select keyring.space_of(${kind}, ${institution}::uuid) as space`.execute(tx)
  return rows[0]?.space ?? undefined
}

export async function nameOf(tx: Transaction<Tables>, space: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select keyring.name_of(${space}) as name`.execute(tx)
  return rows[0]?.name ?? ''
}
