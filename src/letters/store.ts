import type { ScopedDb } from '../access/scope.ts'
import { type CalendarDay, parseCalendarDay } from '../kernel/calendar-day.ts'
import { LETTER_KINDS, SENDINGS, type LetterKind, type Sending } from './domain/letter-facts.ts'
import type { Letter } from './domain/letter.ts'

/** A letter as it was prepared, and how it left, once it has. */
export type KeptLetter = {
  readonly id: string
  readonly complaintId: string
  readonly kind: LetterKind
  readonly letter: Letter
  /** Titles of the quoted rules that no jurist had checked that day. */
  readonly toCheck: readonly string[]
  readonly preparedAt: Date
  readonly sent?: { readonly on: CalendarDay; readonly how: Sending }
}

type Row = {
  id: string
  complaint_id: string
  kind: string
  letter: unknown
  to_check: readonly string[]
  prepared_at: Date
  sent_on: string | null
  sent_how: string | null
}

const COLUMNS = [
  'id',
  'complaint_id',
  'kind',
  'letter',
  'to_check',
  'prepared_at',
  'sent_on',
  'sent_how',
] as const

function keptOf(row: Row): KeptLetter {
  const kind = LETTER_KINDS.find((known) => known === row.kind)
  if (!kind) throw new Error(`letter ${row.id} is of no known kind`)
  const on = parseCalendarDay(row.sent_on ?? '')
  const how = SENDINGS.find((known) => known === row.sent_how)
  return {
    id: row.id,
    complaintId: row.complaint_id,
    kind,
    letter: row.letter as Letter, // written by `insertLetter` alone, and never again
    toCheck: row.to_check,
    preparedAt: row.prepared_at,
    ...(on && how && { sent: { on, how } }),
  }
}

export async function findLetter(db: ScopedDb, id: string): Promise<KeptLetter | undefined> {
  const row = await db.sql
    .selectFrom('letter')
    .select(COLUMNS)
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && keptOf(row)
}

/** The letters of one complaint, the latest first. */
export async function lettersOf(db: ScopedDb, complaintId: string): Promise<readonly KeptLetter[]> {
  const rows = await db.sql
    .selectFrom('letter')
    .select(COLUMNS)
    .where('space_id', '=', db.actor.spaceId)
    .where('complaint_id', '=', complaintId)
    .orderBy('prepared_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(keptOf)
}

export async function insertLetter(
  db: ScopedDb,
  { id, complaintId, letter, toCheck, preparedAt }: Omit<KeptLetter, 'kind' | 'sent'>,
): Promise<void> {
  await db.sql
    .insertInto('letter')
    .values({
      space_id: db.actor.spaceId,
      id,
      complaint_id: complaintId,
      kind: letter.kind,
      letter: JSON.stringify(letter),
      to_check: [...toCheck],
      prepared_by: db.actor.accountId,
      prepared_at: preparedAt,
    })
    .execute()
}

type Sent = {
  readonly on: CalendarDay
  readonly how: Sending
  readonly eventId: string
  readonly proofId: string | undefined
}

/** False when it had already been sent: nothing is written then. */
export async function writeSending(
  db: ScopedDb,
  id: string,
  { on, how, eventId, proofId }: Sent,
): Promise<boolean> {
  const done = await db.sql
    .updateTable('letter')
    .set({
      sent_on: on,
      sent_how: how,
      sent_by: db.actor.accountId,
      event_id: eventId,
      proof_attachment_id: proofId ?? null,
    })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .where('sent_on', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The postal code of the town of an estate: an envelope needs it. */
export async function postcodeOf(db: ScopedDb, estateId: string): Promise<string> {
  const row = await db.sql
    .selectFrom('estate as e')
    .innerJoin('commune as m', 'm.code', 'e.commune_code')
    .select('m.postcode')
    .where('e.id', '=', estateId)
    .executeTakeFirst()
  return row?.postcode ?? ''
}
