import type { ScopedDb } from '../../access/scope.ts'
import { type CalendarDay, dayIn, parseCalendarDay } from '../../kernel/calendar-day.ts'
import type { CountedVisit } from '../domain/coverage.ts'
import type { Link } from '../domain/device-chain.ts'
import { type Sampling, SAMPLINGS } from '../domain/event.ts'
import { isOutcome } from '../domain/outcomes.ts'

/** A visit as a landing shows it: no word of anybody. */
export type ShownVisit = CountedVisit & {
  readonly campaignId: string
  /** By the clock of its phone. */
  readonly at: Date
  readonly sampling: Sampling
  readonly on: CalendarDay
  readonly comeBackOn: CalendarDay | null
}

/** The visits of these campaigns. */
export async function visitsOf(db: ScopedDb, campaignIds: readonly string[]): Promise<readonly ShownVisit[]> {
  if (campaignIds.length === 0) return []
  const rows = await db.sql
    .selectFrom('survey_visit')
    .select(['campaign_id', 'device_id', 'home_id', 'outcome', 'come_back_on', 'said_at', 'last_seq'])
    .select(['is_replaced', 'shares_door', 'sampling'])
    .where('space_id', '=', db.actor.spaceId)
    .where('campaign_id', 'in', campaignIds)
    .execute()
  return rows.map((row) => ({
    campaignId: row.campaign_id,
    device: row.device_id,
    door: row.home_id,
    ...(isOutcome(row.outcome) && { outcome: row.outcome }),
    comeBackOn: parseCalendarDay(row.come_back_on ?? '') ?? null,
    at: row.said_at,
    sampling: SAMPLINGS.find((route) => route === row.sampling) ?? 'systematic',
    on: dayIn(row.said_at),
    lastSeq: row.last_seq,
    isReplaced: row.is_replaced,
    sharesDoor: row.shares_door,
  }))
}

export type ArrivedOfDevice = {
  readonly device: string
  readonly links: readonly Link[]
  /** Arrived and not opened: the job has not passed, or it does not open. */
  readonly waiting: number
  readonly unopenable: number
  readonly marked: number
  readonly lastAt: Date
}

/** What came from each device in a campaign, by their heads. A device that walks two has gaps that are not losses. */
export async function arrivedByDevice(db: ScopedDb): Promise<readonly ArrivedOfDevice[]> {
  const rows = await db.sql
    .selectFrom('survey_envelope')
    .select(['device_id', 'seq', 'sha256', 'prev', 'marks', 'failure', 'received_at'])
    .select((e) => e('opened', 'is not', null).as('is_opened'))
    .where('space_id', '=', db.actor.spaceId)
    .execute()
  const devices = Map.groupBy(rows, (row) => row.device_id)
  return [...devices].map(([device, all]) => ({
    device,
    links: all.map(({ seq, sha256, prev }) => ({ seq, sha256, prev })),
    waiting: all.filter((row) => !row.is_opened && row.failure === null).length,
    unopenable: all.filter((row) => row.failure !== null).length,
    marked: all.filter((row) => row.marks.length > 0).length,
    lastAt: all.reduce((last, row) => (row.received_at > last ? row.received_at : last), new Date(0)),
  }))
}
