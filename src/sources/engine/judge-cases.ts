/** Every row of `raw` judged in one pass: what case it is, or the first reason why it is none. */
import { NOT_ENDED } from '../../measure/outcomes.ts'
import type { InspectedFile } from '../domain/inspected-file.ts'
import { USUAL_TIME_ZONE, type WaitMap } from '../domain/wait-map.ts'
import type { Engine } from './duck.ts'
import { dateColumns, type DecidedDates } from './extract-dates.ts'
import { type Labels, makeOutcomes, makeStatuses, makeStrata, makeTexts } from './extract-labels.ts'
import { KEPT, LEFT_OUT, reasonCode } from './extract-rejects.ts'

type Judging = {
  readonly by: readonly string[]
  /** SQL of the number of a case. */
  readonly id: string | undefined
  readonly dates: readonly DecidedDates[]
}

/** Makes `judged`: the columns of a case, `unreadable` (the slot of a date nobody can read) and `reason`. */
export async function judgeCases(
  engine: Engine,
  file: InspectedFile,
  map: WaitMap,
  judging: Judging,
): Promise<void> {
  const labels = [
    await makeStrata(engine, file, judging.by),
    await makeTexts(engine, file, 'place', map.place),
    await makeTexts(engine, file, 'category', map.category),
    await makeStatuses(engine, file, map),
    await makeOutcomes(engine, file, map),
    ...(await noCases(engine)),
  ]
  await engine.run(`create or replace table judged as
    with ${readSql(map, judging, labels)}
    select row_no, id, stratum, opened_us, case when not closed_missing then greatest(closed_us, opened_us) end as closed_us,
      opened_day, case when not closed_missing then closed_day end as closed_day,
      opened_is_date, case when not closed_missing then closed_is_date else false end as closed_is_date,
      cast(case when closed_missing then ${NOT_ENDED} else ended_as end as tinyint) as outcome,
      case when told_entry_us > opened_us and told_entry_day > opened_day then told_entry_day end as entry_day,
      case when told_entry_us > opened_us and told_entry_day > opened_day then told_entry_us end as entry_us,
      duplicate, place, category, unreadable, cast(${reasonSql(map)} as tinyint) as reason
    from told`)
}

/** `told`: what each row says, its dates first as they are written, then on the clock of the zone. */
function readSql(map: WaitMap, { id, dates }: Judging, labels: readonly Labels[]): string {
  const zone = map.timeZone ?? USUAL_TIME_ZONE
  const columns = dates.map((column) => dateColumns(column, zone))
  const absent = (['closed', 'entry'] as const)
    .filter((slot) => !dates.some((column) => column.slot === slot))
    .map((slot) => `true as ${slot}_missing, ${NOTHING.replaceAll('slot', slot)}`)
  const parts = [...columns, ...labels]
  const then = columns.map(({ thenColumns }) => (thenColumns ? `, ${thenColumns}` : ''))
  return `read as (select r.row_no, ${id ?? 'cast(null as varchar)'} as id,
        ${[...parts.map((part) => part.columns), ...absent].join(',\n        ')}
      from raw r ${parts.map(({ joins }) => joins).join('\n      ')}),
    timed as (select read.*${then.join('')} from read ${columns.map(({ thenJoins }) => thenJoins).join(' ')}),
    told as (select *, ${entrySql(map, zone)},
      case ${dates.map(({ slot }) => `when not ${slot}_missing and ${slot}_us is null then '${slot}'`).join(' ')} end as unreadable
      from timed)`
}

const NOTHING = 'cast(null as bigint) as slot_us, cast(null as integer) as slot_day, false as slot_is_date'

/** Rows that are no cases, joined only when there are some. */
async function noCases(engine: Engine): Promise<Labels[]> {
  const [found] = await engine.rows<{ headers: bigint; repeats: bigint }>(
    'select (select count(*) from header_rows) as headers, (select count(*) from repeats) as repeats',
  )
  const flag = (table: string, name: string, rows: bigint | undefined) =>
    rows
      ? {
          joins: `left join ${table} on ${table}.row_no = r.row_no`,
          columns: `${table}.row_no is not null as ${name}`,
        }
      : { joins: '', columns: `false as ${name}` }
  return [flag('header_rows', 'is_header', found?.headers), flag('repeats', 'is_repeat', found?.repeats)]
}

/** From when a case is seen, when the file tells it. */
function entrySql({ entry }: WaitMap, zone: string): string {
  if (!entry || 'column' in entry) return 'entry_us as told_entry_us, entry_day as told_entry_day'
  const { from } = entry
  if (from.length > 10) {
    const at = `timestamptz '${from}'`
    return `epoch_us(${at}) as told_entry_us, cast(cast(timezone('${zone}', ${at}) as date) - date '1970-01-01' as integer) as told_entry_day`
  }
  return `epoch_us(timezone('${zone}', timestamp '${from} 00:00:00')) as told_entry_us,
      cast(date '${from}' - date '1970-01-01' as integer) as told_entry_day`
}

/** In the order of REJECT_REASONS. */
function reasonSql(map: WaitMap): string {
  const isBefore = `case when opened_is_date or closed_is_date then closed_day < opened_day else closed_us < opened_us end`
  return `case when is_header then ${reasonCode('repeated_header')}
    when is_repeat then ${reasonCode('repeated_id')}
    when opened_missing then ${reasonCode('missing_opened')}
    when unreadable is not null then ${reasonCode('unreadable_date')}
    when not closed_missing and ${isBefore} then ${reasonCode('closed_before_opened')}
    when (closed_missing and says_closed) or (not closed_missing and says_open)
      then ${reasonCode('status_contradicts_dates')}
    ${map.dropDuplicates ? `when duplicate then ${LEFT_OUT}` : ''} else ${KEPT} end`
}
