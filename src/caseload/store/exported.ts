import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { type CalendarDay, parseCalendarDay } from '../../kernel/calendar-day.ts'
import type { ListCursor, ListFilter } from '../domain/list-filter.ts'
import { askList, type Asked, conditionsOf, WAITS_SINCE } from './list-conditions.ts'

const BATCH = 2000

/** One complaint as a table takes it away: where, what, the anchors of its clocks, counts; no name, no words of a household. */
export type ExportedRow = Readonly<Record<ExportedColumn, string | number | boolean | null>>

export const EXPORTED = [
  'complaint',
  'commune',
  'landlord',
  'estate',
  'building',
  'staircase',
  'home',
  'family_code',
  'family',
  'problem_code',
  'problem',
  'told_earliest',
  'told_latest',
  'told_precision',
  'days_at_least',
  'wait',
  'ended_earliest',
  'ended_latest',
  'runs',
  'registered_on',
  'closed_on',
  'answered_on',
  'last_word_on',
  'longest_silence',
  'contested',
  'ball',
  'reminders',
  'tellings',
  'interlocutors',
  'missed_appointments',
  'contempts',
  'promises',
  'promises_kept',
  'promises_late',
  'promises_broken',
  'promises_awaited',
  'next_due_on',
] as const
export type ExportedColumn = (typeof EXPORTED)[number]

/** How precisely the beginning of the run is known is said by the line that began it. */
const PRECISION = sql`(select v.happened_precision from complaint_event v
  where v.space_id = s.space_id and v.complaint_id = s.complaint_id and v.kind in ('first_telling', 'recurrence')
    and v.happened_latest = s.told_latest
    and not exists (select from complaint_event o where o.space_id = v.space_id and o.supersedes = v.id)
  order by v.id limit 1)`

const columns = (today: CalendarDay) => sql`
  s.complaint_id as complaint, m.name as commune, i.name as landlord, e.name as estate, b.name as building,
  t.name as staircase, h.label as home, s.family_code, f.label as family, s.problem_code, p.label as problem,
  s.told_earliest, s.told_latest, ${PRECISION} as told_precision,
  greatest(0, coalesce(s.ended_earliest, ${today}::date) - s.told_latest) as days_at_least,
  case when s.told_latest is null then 'untold' else coalesce(s.ending, 'running') end as wait,
  s.ended_earliest, s.ended_on as ended_latest, s.runs, s.registered_on, s.closed_on, s.answered_on, s.last_word_on,
  greatest(s.longest_silence, case when s.ending is null
    then ${today}::date - greatest(s.told_latest, s.last_word_on) end) as longest_silence,
  s.contested, s.ball, s.reminders, s.tellings, s.interlocutors, s.missed_appointments, s.contempts, s.promises,
  s.promises_kept, s.promises_late,
  (select count(*) from unnest(s.awaited_days) d where d < ${today}::date)::int as promises_broken,
  (select count(*) from unnest(s.awaited_days) d where d >= ${today}::date)::int as promises_awaited, s.next_due_on`

/** Every complaint that a filter keeps, as it stands in one transaction, in batches. */
export async function* exportRows(
  db: ScopedDb,
  filter: ListFilter,
  today: CalendarDay,
): AsyncGenerator<readonly ExportedRow[]> {
  const asked = await askList(db, filter, today)
  let after: ListCursor | undefined
  for (let more = true; more;) {
    const rows = await batchAfter(db, asked, after)
    const last = rows.at(-1)
    more = rows.length === BATCH && last !== undefined
    if (last) after = cursorOf(last)
    yield rows
  }
}

function cursorOf({ complaint, told_latest }: ExportedRow): ListCursor {
  const told = parseCalendarDay(String(told_latest ?? ''))
  return { id: String(complaint), ...(told && { told }) }
}

async function batchAfter(
  db: ScopedDb,
  asked: Asked,
  after: ListCursor | undefined,
): Promise<readonly ExportedRow[]> {
  const where = conditionsOf(db, asked, after)
  const { rows } = await sql<ExportedRow>`
    select ${columns(asked.today)}
    from (select s.* from complaint_state s where ${where} order by ${WAITS_SINCE}, s.complaint_id limit ${sql.lit(BATCH)}) s
    join estate e on e.id = s.estate_id
    join institution i on i.id = e.landlord_id
    join commune m on m.code = e.commune_code
    join nomenclature f on f.code = s.family_code
    join nomenclature p on p.code = s.problem_code
    left join building b on b.id = s.building_id
    left join staircase t on t.id = s.staircase_id
    left join home h on h.space_id = s.space_id and h.id = s.home_id
    order by ${WAITS_SINCE}, s.complaint_id`.execute(db.sql)
  return rows
}
