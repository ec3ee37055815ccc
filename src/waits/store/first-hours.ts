import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { dayNumber } from '../../measure/day-number.ts'
import { firstDayOf } from '../domain/explorer-question.ts'
import { DAYS_OF_FIRST_HOURS, FIRST_HOURS, type HourCount } from '../domain/first-hours.ts'
import type { Months, Selection } from './source-waits.ts'
import type { ReadySource } from './sources.ts'

const [NEVER, ALWAYS] = [-2_147_483_648, 2_147_483_647]

/** Days of opening since which the file holds every case, and until which each was followed long enough. */
function followedDays({ entryFrom, asOf }: ReadySource, { from, until }: Months) {
  const seenFrom = entryFrom === null ? NEVER : dayNumber(entryFrom)
  return {
    first: Math.max(seenFrom, from === null ? NEVER : firstDayOf(from)),
    last: Math.min(
      dayNumber(asOf) - DAYS_OF_FIRST_HOURS,
      until === null ? ALWAYS : firstDayOf(until + 1) - 1,
    ),
  }
}

/**
 * The first hours of the cases of a selection; `untold`: ended in those days, at an hour that the file does not say.
 * Reads case by case: asked for by its own page only.
 */
export async function firstHourCounts(
  db: ScopedDb,
  source: ReadySource,
  { place, category }: Selection,
  months: Months,
): Promise<{ readonly counts: readonly HourCount[]; readonly untold: number }> {
  const { first, last } = followedDays(source, months)
  const { rows } = await sql<{ hours: number | null; untold: boolean; n: number }>`
    select case when c.hours < ${FIRST_HOURS} then c.hours end as hours,
      c.hours is null and coalesce(c.closed_day - c.opened_day < ${DAYS_OF_FIRST_HOURS}, false) as untold,
      count(*)::float8 as n
    from source_case c join source_stratum t on t.space_id = c.space_id and t.source_id = c.source_id
      and t.stratum_id = c.stratum_id
    where c.space_id = ${db.actor.spaceId} and c.source_id = ${source.id}
      and c.opened_day between ${first} and ${last}
      and t.place = coalesce(${place}, t.place) and t.category = coalesce(${category}, t.category)
    group by 1, 2`.execute(db.sql)
  const untold = rows.reduce((sum, row) => sum + (row.untold ? row.n : 0), 0)
  return {
    counts: rows.flatMap(({ hours, n, untold: isUntold }) => (isUntold ? [] : [{ hours, n }])),
    untold,
  }
}
