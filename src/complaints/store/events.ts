import type { ThreadDb } from '../../access/scope.ts'
import type { ThreadEvent } from '../domain/event.ts'
import { readDetails } from '../domain/event-details.ts'
import { CHANNELS, EVIDENCE, isEventKind, PARTIES } from '../domain/event-kinds.ts'
import { approximateOf } from './approximate-columns.ts'

const COLUMNS = [
  'id',
  'complaint_id',
  'kind',
  'actor',
  'channel',
  'happened_said',
  'happened_earliest',
  'happened_latest',
  'happened_precision',
  'evidence',
  'details',
  'words',
  'interlocutor',
  'recorded_at',
  'recorded_by',
  'by_code',
  'supersedes',
] as const

type Row = Readonly<
  Record<
    Exclude<(typeof COLUMNS)[number], 'details' | 'recorded_at' | 'recorded_by' | 'by_code' | 'supersedes'>,
    string
  >
> & {
  readonly details: unknown
  readonly recorded_at: Date
  readonly recorded_by: string | null
  readonly by_code: string | null
  readonly supersedes: string | null
}

const oneOf = <T extends string>(known: readonly T[], text: string): T => {
  const found = known.find((word) => word === text)
  if (!found) throw new Error(`a thread holds « ${text} », which is not known here`)
  return found
}

/** A line as it stands in the table. @throws when it holds what no version of Palier wrote. */
export function eventOf(row: Row): ThreadEvent {
  const happened = approximateOf(
    row.happened_said,
    row.happened_earliest,
    row.happened_latest,
    row.happened_precision,
  )
  if (!isEventKind(row.kind) || !happened) throw new Error(`event ${row.id} cannot be read`)
  return {
    id: row.id,
    kind: row.kind,
    actor: oneOf(PARTIES, row.actor),
    channel: oneOf(CHANNELS, row.channel),
    happened,
    evidence: oneOf(EVIDENCE, row.evidence),
    details: readDetails(row.details),
    words: row.words,
    interlocutor: row.interlocutor,
    recordedAt: row.recorded_at,
    ...(row.recorded_by === null ? {} : { recordedBy: row.recorded_by }),
    ...(row.by_code === null ? {} : { byCode: row.by_code }),
    ...(row.supersedes === null ? {} : { supersedes: row.supersedes }),
  }
}

/** Every line of one thread, superseded ones included, as they were recorded. */
export async function readThread(db: ThreadDb, complaintId: string): Promise<ThreadEvent[]> {
  return (await readThreads(db, [complaintId])).get(complaintId) ?? []
}

/** The lines of several threads, by complaint. */
export async function readThreads(
  db: ThreadDb,
  complaintIds: readonly string[],
): Promise<ReadonlyMap<string, ThreadEvent[]>> {
  const rows = await db.sql
    .selectFrom('complaint_event')
    .select(COLUMNS)
    .where('space_id', '=', db.actor.spaceId)
    .where('complaint_id', 'in', complaintIds)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const threads = new Map<string, ThreadEvent[]>()
  for (const row of rows)
    threads.set(row.complaint_id, [...(threads.get(row.complaint_id) ?? []), eventOf(row)])
  return threads
}

/** A line as the table takes it. */
export const eventRow = (spaceId: string, complaintId: string, event: ThreadEvent) => ({
  space_id: spaceId,
  id: event.id,
  complaint_id: complaintId,
  kind: event.kind,
  actor: event.actor,
  channel: event.channel,
  happened_said: event.happened.said,
  happened_earliest: event.happened.earliest,
  happened_latest: event.happened.latest,
  happened_precision: event.happened.precision,
  evidence: event.evidence,
  details: JSON.stringify(event.details),
  words: event.words,
  interlocutor: event.interlocutor,
  recorded_at: event.recordedAt,
  recorded_by: event.recordedBy ?? null,
  by_code: event.byCode ?? null,
  supersedes: event.supersedes ?? null,
})

export async function insertEvent(db: ThreadDb, complaintId: string, event: ThreadEvent): Promise<void> {
  await db.sql
    .insertInto('complaint_event')
    .values(eventRow(db.actor.spaceId, complaintId, event))
    .execute()
}
