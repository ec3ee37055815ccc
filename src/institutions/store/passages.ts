import type { ScopedDb } from '../../access/scope.ts'

export type ReceivedRow = {
  readonly id: string
  readonly door: string
  readonly from_name: string
  readonly projection: unknown
  readonly received_at: Date
  readonly undone_at: Date | null
}

/** What came through doors, the latest first; what was taken back has no contents left. */
export function listReceived(db: ScopedDb, most = 200): Promise<ReceivedRow[]> {
  return db.sql
    .selectFrom('inbox')
    .select(['id', 'door', 'from_name', 'projection', 'received_at', 'undone_at'])
    .where('space_id', '=', db.actor.spaceId)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

export type SentRow = {
  readonly id: string
  readonly door: string
  readonly to_kind: string
  readonly to_name: string | null
  readonly projection: unknown
  readonly sent_at: Date
  readonly undone_at: Date | null
}

const sent = (db: ScopedDb) =>
  db.sql
    .selectFrom('passage')
    .leftJoin('passage as undoing', (join) =>
      join.onRef('undoing.space_id', '=', 'passage.space_id').onRef('undoing.undoes', '=', 'passage.id'),
    )
    .leftJoin('institution', 'institution.id', 'passage.to_institution_id')
    .select([
      'passage.id',
      'passage.door',
      'passage.to_kind',
      'institution.name as to_name',
      'passage.projection',
      'passage.sent_at',
      'undoing.sent_at as undone_at',
    ])
    .where('passage.space_id', '=', db.actor.spaceId)
    .where('passage.undoes', 'is', null)

/** What left this space, the latest first, with the day it was taken back. */
export function listSent(db: ScopedDb): Promise<SentRow[]> {
  return sent(db).orderBy('passage.sent_at', 'desc').orderBy('passage.id', 'desc').limit(200).execute()
}

/** What is out through one door at this moment. */
export function listOut(db: ScopedDb, door: string): Promise<SentRow[]> {
  return sent(db)
    .where('passage.door', '=', door)
    .where('undoing.id', 'is', null)
    .orderBy('passage.sent_at', 'desc')
    .execute()
}

/** The estates in which the union knows at least one door. */
export function listEstatesPresent(db: ScopedDb): Promise<{ id: string; name: string }[]> {
  return db.sql
    .selectFrom('home')
    .innerJoin('staircase', 'staircase.id', 'home.staircase_id')
    .innerJoin('building', 'building.id', 'staircase.building_id')
    .innerJoin('estate', 'estate.id', 'building.estate_id')
    .select(['estate.id', 'estate.name'])
    .distinct()
    .where('home.space_id', '=', db.actor.spaceId)
    .orderBy('estate.name')
    .orderBy('estate.id')
    .execute()
}
