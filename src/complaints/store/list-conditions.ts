import { type RawBuilder, sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { addDays, type CalendarDay } from '../../kernel/calendar-day.ts'
import type { ListCursor, ListFilter, Progress } from '../domain/list-filter.ts'
import { type NamedPlaces, placesNamed } from './named-places.ts'

/** The day a list is sorted by: the longest wait first, what was told to nobody last. */
export const WAITS_SINCE = sql`coalesce(s.told_latest, 'infinity'::date)`

type Condition = RawBuilder<unknown>
export type Conditions = {
  readonly where: RawBuilder<unknown>
  /** Some questions are about the complaint itself, the others about its state alone. */
  readonly from: RawBuilder<unknown>
}

const IN_PROGRESS: Record<Progress, Condition | undefined> = {
  running: sql`s.ending is null and s.told_latest is not null`,
  over: sql`s.ending is not null`,
  untold: sql`s.told_latest is null`,
  all: undefined,
}

/** What a filter asks of `complaint_state s`, and of `complaint c` when it must. */
export async function conditionsOf(
  db: ScopedDb,
  filter: ListFilter,
  today: CalendarDay,
  after?: ListCursor,
): Promise<Conditions> {
  const places = filter.words ? await placesNamed(db, filter.words) : undefined
  const care = careConditions(db, filter, today)
  const asked = [
    sql`s.space_id = ${db.actor.spaceId}`,
    IN_PROGRESS[filter.progress],
    ...stateConditions(filter, today),
    ...care,
    places && isNamed(places),
    after && sql`(${WAITS_SINCE}, s.complaint_id) > (${after.told ?? 'infinity'}::date, ${after.id}::uuid)`,
  ].filter((condition) => condition !== undefined)
  return {
    where: sql.join(asked, sql` and `),
    from:
      care.length === 0
        ? sql`complaint_state s`
        : sql`complaint_state s join complaint c on c.space_id = s.space_id and c.id = s.complaint_id`,
  }
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
  const mine = sql`c.assigned_to = ${db.actor.accountId}::uuid`
  return [
    ...when(filter.toFollowUp, () => sql`c.follow_up_on <= ${today}::date and s.ending is null`),
    ...when(filter.caredForBy, (who) => (who === 'me' ? mine : sql`c.assigned_to is null`)),
  ]
}

const isNamed = ({ estates, buildings, staircases, homes }: NamedPlaces): Condition => sql`(
  s.estate_id = any(${[...estates]}::uuid[]) or s.building_id = any(${[...buildings]}::uuid[])
  or s.staircase_id = any(${[...staircases]}::uuid[]) or s.home_id = any(${[...homes]}::uuid[]))`
