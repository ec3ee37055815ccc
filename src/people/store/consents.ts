import type { ScopedDb } from '../../access/scope.ts'
import { type CalendarDay, calendarDay } from '../../kernel/calendar-day.ts'
import { type Consent, type Purpose, PURPOSES } from '../domain/consent.ts'

/** The agreements of these files, the latest first. */
export async function consentsOf(db: ScopedDb, personIds: readonly string[]): Promise<readonly Consent[]> {
  const rows = await db.sql
    .selectFrom('consent')
    .select(['id', 'person_id', 'purpose', 'wording_version', 'given_on', 'withdrawn_on'])
    .where('space_id', '=', db.actor.spaceId)
    .where('person_id', 'in', personIds)
    .orderBy('given_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.flatMap((row) => {
    const purpose = PURPOSES.find((p) => p === row.purpose)
    if (!purpose) return []
    const withdrawnOn = row.withdrawn_on === null ? undefined : calendarDay(row.withdrawn_on)
    return [
      {
        id: row.id,
        personId: row.person_id,
        purpose,
        wordingVersion: row.wording_version,
        givenOn: calendarDay(row.given_on),
        withdrawnOn,
      },
    ]
  })
}

type NewConsent = {
  id: string
  personId: string
  purpose: Purpose
  wordingVersion: string
  givenOn: CalendarDay
}

/** Does nothing when the same agreement already runs: it was given once, on the day it was given. */
export async function insertConsent(db: ScopedDb, c: NewConsent): Promise<void> {
  await db.sql
    .insertInto('consent')
    .values({
      space_id: db.actor.spaceId,
      id: c.id,
      person_id: c.personId,
      purpose: c.purpose,
      wording_version: c.wordingVersion,
      given_on: c.givenOn,
      recorded_by: db.actor.accountId,
    })
    .onConflict((oc) =>
      oc.columns(['space_id', 'person_id', 'purpose']).where('withdrawn_on', 'is', null).doNothing(),
    )
    .execute()
}

export async function withdrawConsents(
  db: ScopedDb,
  ids: readonly string[],
  today: CalendarDay,
): Promise<void> {
  if (ids.length === 0) return
  await db.sql
    .updateTable('consent')
    .set({ withdrawn_on: today })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', 'in', ids)
    .where('withdrawn_on', 'is', null)
    .execute()
}
