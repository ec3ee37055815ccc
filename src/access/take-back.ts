import { schemaOf, SPACE_KINDS } from '../db/logins.ts'
import { type Carried, type End, record } from './carried.ts'

/**
 * A space undoes what it sent itself and nothing else: the first passage is looked for in the same space of the same
 * kind. Not carried yet, the pair cancels; carried, what arrived is marked and emptied.
 */
export async function takeBack(carried: Carried, firstId: string): Promise<End> {
  const { tx, kind, passage } = carried
  const first = await tx
    .withSchema(schemaOf(kind))
    .selectFrom('passage')
    .select(['id', 'to_kind'])
    .where('space_id', '=', passage.space_id)
    .where('id', '=', firstId)
    .where('undoes', 'is', null)
    .executeTakeFirst()
  if (!first) return record(carried, 'nothing_to_undo')
  if ((await record(carried, 'cancelled', null, first.id)) === 'cancelled')
    return record(carried, 'cancelled')
  const outcome = await record(carried, 'delivered')
  if (outcome === 'delivered') await emptyWhatArrived(carried, first.id, first.to_kind)
  return outcome
}

async function emptyWhatArrived({ tx, now }: Carried, firstId: string, toKind: string): Promise<void> {
  if (toKind === 'public') {
    await tx
      .updateTable('public_space.publication')
      .set({ withdrawn_at: now, projection: '{}' })
      .where('id', '=', firstId)
      .where('withdrawn_at', 'is', null)
      .execute()
    return
  }
  const { to_space_id: space } = await tx
    .selectFrom('doorway.delivery')
    .select('to_space_id')
    .where('passage_id', '=', firstId)
    .executeTakeFirstOrThrow()
  const kind = SPACE_KINDS.find((k) => k === toKind)
  if (!space || !kind) return // it was refused at the door: nothing arrived
  await tx
    .withSchema(schemaOf(kind))
    .updateTable('inbox')
    .set({ undone_at: now, projection: '{}' })
    .where('space_id', '=', space)
    .where('id', '=', firstId)
    .where('undone_at', 'is', null)
    .execute()
}
