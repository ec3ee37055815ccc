import { sql, type Transaction } from 'kysely'
import type { Database, Logins } from '../db/connect.ts'
import { schemaOf, SPACE_KINDS, type SpaceKind } from '../db/logins.ts'
import type { Tables } from '../db/tables.ts'
import { bring } from './bring.ts'
import type { Carried, End } from './carried.ts'
import type { Door } from './door.ts'
import { takeBack } from './take-back.ts'

export type Deliveries = Readonly<Record<End, number>>

type Waiting = { kind: SpaceKind; spaceId: string; id: string }

/**
 * Carries every passage that nobody carried yet, each in a transaction of its own, once whatever happens: the row in
 * doorway.delivery is both the claim and the proof. Undoings go first, so that what was undone in time never arrives.
 */
export async function deliverPassages(
  logins: Logins,
  doors: readonly Door[],
  now: Date,
): Promise<Deliveries> {
  const counts = { delivered: 0, cancelled: 0, refused: 0, nothing_to_undo: 0, waiting: 0, already_done: 0 }
  const failures: unknown[] = []
  for (const waiting of await passagesToDeliver(logins.doorkeeper)) {
    try {
      const work = (tx: Transaction<Tables>) => deliver(tx, waiting, doors, now)
      counts[await logins.doorkeeper.transaction().execute(work)]++
    } catch (error) {
      failures.push(error) // the others still pass; this one is tried again
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} passages could not be carried`)
  return counts
}

async function passagesToDeliver(db: Database): Promise<Waiting[]> {
  const found: (Waiting & { undoes: string | null })[] = []
  for (const kind of SPACE_KINDS) {
    const { rows } = await sql<Waiting & { undoes: string | null }>`
      select ${kind}::text as kind, p.space_id as "spaceId", p.id, p.undoes
      from ${sql.id(schemaOf(kind), 'passage')} p
      where not exists (select from doorway.delivery d where d.passage_id = p.id)
      order by p.sent_at, p.id`.execute(db)
    found.push(...rows)
  }
  return [...found.filter((p) => p.undoes !== null), ...found.filter((p) => p.undoes === null)]
}

async function deliver(
  tx: Transaction<Tables>,
  { kind, spaceId, id }: Waiting,
  doors: readonly Door[],
  now: Date,
): Promise<End> {
  const passage = await tx
    .withSchema(schemaOf(kind))
    .selectFrom('passage')
    .select(['id', 'space_id', 'door', 'to_kind', 'to_institution_id', 'projection', 'undoes'])
    .where('space_id', '=', spaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!passage) return 'already_done' // purged meanwhile
  const carried: Carried = { tx, kind, passage, now }
  return passage.undoes ? takeBack(carried, passage.undoes) : bring(carried, doors)
}
