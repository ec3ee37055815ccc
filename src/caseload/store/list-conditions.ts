import { type RawBuilder, sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { addDays, type CalendarDay } from '../../kernel/calendar-day.ts'
import type { ListCursor, ListFilter, Progress } from '../domain/list-filter.ts'
import { type NamedPlaces, placesNamed } from './named-places.ts'

/** The day a list is sorted by: the longest wait first, what was told to nobody last. */
export const WAITS_SINCE = sql`s.waits_since`

type Condition = RawBuilder<unknown>
const IN_PROGRESS: Record<Progress, Condition | undefined> = {
  running: sql`s.ending is null and ${WAITS_SINCE} < 'infinity'::date`,
  over: sql`s.ending is not null`,
  untold: sql`${WAITS_SINCE} = 'infinity'::date`,
  all: undefined,
}

/** A filter asked on a day, by whoever reads; its words are looked up once, for the list and its count. */
export type Asked = {
  readonly filter: ListFilter
  readonly today: CalendarDay
  readonly places: NamedPlaces | undefined
}

export const askList = async (db: ScopedDb, filter: ListFilter, today: CalendarDay): Promise<Asked> => ({
  filter,
  today,
  places: filter.words ? await placesNamed(db, filter.words) : undefined,
})

/** What is asked of `complaint_state s`. */
export function conditionsOf(db: ScopedDb, { filter, today, places }: Asked, after?: ListCursor): Condition {
  const asked = [
    sql`s.space_id = ${db.actor.spaceId}`,
    IN_PROGRESS[filter.progress],
    ...stateConditions(filter, today),
    ...careConditions(db, filter, today),
    places && isNamed(db.actor.spaceId, places),
    after && sql`(${WAITS_SINCE}, s.complaint_id) > (${after.told ?? 'infinity'}::date, ${after.id}::uuid)`,
  ].filter((condition) => condition !== undefined)
  return sql.join(asked, sql` and `)
}

const when = <T>(value: T | undefined, condition: (value: T) => Condition): Condition[] =>
  value === undefined ? [] : [condition(value)]

function stateConditions(filter: ListFilter, today: CalendarDay): Condition[] {
  return [
    ...when(filter.contested, () => sql`s.contested`),
    ...when(filter.promisePassed, () => sql`s.next_promise_on < ${today}::date and s.ending is null`),
    ...when(filter.deadlinePassed, () => sql`s.next_due_on < ${today}::date and s.ending is null`),
    ...when(filter.ball, (ball) => sql`s.ball = ${ball}`),
    ...when(
      filter.silentFor,
      (days) =>
        sql`s.ending is null and greatest(s.told_latest, s.last_word_on) < ${addDays(today, -days)}::date`,
    ),
    ...when(filter.family, (family) => sql`s.family_code = ${family}`),
    ...when(filter.estate, (estate) => sql`s.estate_id = ${estate}::uuid`),
    ...when(filter.building, (building) => sql`s.building_id = ${building}::uuid`),
    ...when(filter.home, (home) => sql`s.home_id = any(${homesJoined(home)})`),
  ]
}

/** The doors that were found to be one home are one home here too. */
const homesJoined = (home: string): Condition =>
  sql`array(select h.id from home h where h.space_id = s.space_id and (h.id = ${home}::uuid or h.merged_into = ${home}::uuid))`

function careConditions(db: ScopedDb, filter: ListFilter, today: CalendarDay): Condition[] {
  const mine = sql`s.assigned_to = ${db.actor.accountId}::uuid`
  return [
    ...when(filter.toFollowUp, () => sql`s.follow_up_on <= ${today}::date and s.ending is null`),
    ...when(filter.caredForBy, (who) => (who === 'me' ? mine : sql`s.assigned_to is null`)),
  ]
}

/**
 * Whole estates and buildings are met at once by walking the list; a few doors are found from the doors themselves,
 * because a walk that meets few rows reads all of them.
 */
function isNamed(spaceId: string, { estates, buildings, staircases, homes }: NamedPlaces): Condition {
  const near = sql`(n.staircase_id = any(${[...staircases]}::uuid[]) or n.home_id = any(${[...homes]}::uuid[]))`
  if (estates.length + buildings.length === 0)
    return sql`s.complaint_id in (select n.complaint_id from complaint_state n where n.space_id = ${spaceId} and ${near})`
  return sql`(s.estate_id = any(${[...estates]}::uuid[]) or s.building_id = any(${[...buildings]}::uuid[])
    or s.staircase_id = any(${[...staircases]}::uuid[]) or s.home_id = any(${[...homes]}::uuid[]))`
}
