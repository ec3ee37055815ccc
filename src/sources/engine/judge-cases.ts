/** Every row of `raw` judged in one pass: what case it is, or the first reason why it is none. */
import { codeOf, NOT_ENDED } from '../../measure/outcomes.ts'
import type { InspectedFile } from '../domain/inspected-file.ts'
import { USUAL_TIME_ZONE, type WaitMap } from '../domain/wait-map.ts'
import type { Engine } from './duck.ts'
import { dateColumns, type DecidedDates, midnightOf } from './extract-dates.ts'
import { type Labels, makeOutcomes, makeStatuses, makeStrata, makeTexts } from './extract-labels.ts'
import { KEPT, LEFT_OUT, reasonCode } from './extract-rejects.ts'

type Judging = {
  readonly by: readonly string[]
  /** SQL of the number of a case. */
  readonly id: string | undefined
  readonly dates: readonly DecidedDates[]
}

/**
 * Makes `judged`: the columns of a case that differ from row to row, `unreadable` (the slot of a date nobody can read,
 * where the days do not say it) and `reason`. Gives what a case is made of: the columns of `judged`, and what is the same for all.
 */
export async function judgeCases(
  engine: Engine,
  file: InspectedFile,
  map: WaitMap,
  judging: Judging,
): Promise<readonly string[]> {
  const labels = [
    await makeStrata(engine, file, judging.by),
    await makeTexts(engine, file, 'place', map.place),
    await makeTexts(engine, file, 'category', map.category),
    await makeStatuses(engine, file, map),
    await makeOutcomes(engine, file, map),
    ...(await noCases(engine)),
  ]
  const columns = caseColumns(map, judging)
  const unreadable = unreadableSql(judging)
  const differing = columns.flatMap(({ name, sql, isSame }) => (isSame ? [] : [`${sql} as ${name}`]))
  await engine.run(`create or replace table judged as
    with ${readSql(map, judging, labels)}
    select ${differing.join(', ')}${isSlotKept(judging.dates) ? `, cast(${unreadable} as tinyint) as unreadable` : ''},
      cast(${reasonSql(map, judging.dates, unreadable)} as tinyint) as reason
    from told`)
  return columns.map(({ name, sql, isSame }) => (isSame ? `${sql} as ${name}` : `judged.${name}`))
}

type CaseColumn = {
  readonly name: string
  readonly sql: string
  /** The same for every case: a million copies of it are not kept. */
  readonly isSame?: boolean
}

const closed = (name: string, otherwise: string): string =>
  `case when closed_missing then ${otherwise} else ${name} end`

const same = (name: string, sql: string): CaseColumn => ({ name, sql, isSame: true })
const own = (name: string, sql = name): CaseColumn => ({ name, sql })
const text = (name: string, isTold: boolean): CaseColumn =>
  isTold ? own(name) : same(name, 'cast(null as varchar)')

/** What days tell is told of them when it is asked: few figures need the instant at which a day begins. */
function caseColumns(map: WaitMap, { id, dates }: Judging): CaseColumn[] {
  const hasHours = (slot: string): boolean => dates.some((date) => date.slot === slot && date.hasHours)
  return [
    own('row_no'),
    text('id', id !== undefined),
    own('stratum'),
    ...momentColumns(map, { opened: hasHours('opened'), closed: hasHours('closed') }),
    map.outcome
      ? own('outcome', `cast(${closed('ended_as', `${NOT_ENDED}`)} as tinyint)`)
      : same(
          'outcome',
          `cast(case when judged.closed_day is null then ${NOT_ENDED} else ${codeOf('other')} end as tinyint)`,
        ),
    ...(map.entry
      ? [own('entry_day', late('told_entry_day')), own('entry_us', late('told_entry_us'))]
      : [same('entry_day', 'cast(null as integer)'), same('entry_us', 'cast(null as bigint)')]),
    map.status?.duplicate ? own('duplicate') : same('duplicate', 'false'),
    text('place', map.place !== undefined),
    text('category', map.category !== undefined),
  ]
}

/** When cases were opened and closed: days, instants, and whether hours are told. */
function momentColumns(map: WaitMap, hours: { opened: boolean; closed: boolean }): CaseColumn[] {
  const begins = (day: string): string => midnightOf(`judged.${day}`, map.timeZone ?? USUAL_TIME_ZONE)
  return [
    hours.opened ? own('opened_us') : same('opened_us', begins('opened_day')),
    hours.closed
      ? own('closed_us', closed(hours.opened ? 'greatest(closed_us, opened_us)' : 'closed_us', 'null'))
      : same('closed_us', hours.opened ? notBefore(begins('closed_day')) : begins('closed_day')),
    own('opened_day'),
    own('closed_day', closed('closed_day', 'null')),
    hours.opened ? own('opened_is_date') : same('opened_is_date', 'true'),
    hours.closed
      ? own('closed_is_date', closed('closed_is_date', 'false'))
      : same('closed_is_date', 'judged.closed_day is not null'),
  ]
}

/** Closed on the day it opened, at an hour that nobody wrote: not before it opened. */
const notBefore = (closing: string): string =>
  `case when judged.closed_day is not null then greatest(${closing}, judged.opened_us) end`

/** Whoever entered on the day it opened was seen from the start. */
const late = (name: string): string => `case when told_entry_day > opened_day then ${name} end`

/** Of two dates, an unreadable opening has no day, and else it is the closing: a million more numbers are not kept. */
const isSlotKept = (dates: readonly DecidedDates[]): boolean => dates.length > 2

/** For each of `dates`, SQL over `judged`: whether it is the one that nobody can read, where one is. */
export const isUnreadable = (dates: readonly DecidedDates[], at: number): string =>
  isSlotKept(dates) ? `unreadable = ${at + 1}` : at === 0 ? 'opened_day is null' : 'opened_day is not null'

/** The place in `dates` of the first that a row has unreadable, from 1. */
const unreadableSql = ({ dates }: Judging): string =>
  `case ${dates.map(({ slot }, at) => `when not ${slot}_missing and ${slot}_day is null then ${at + 1}`).join(' ')} else 0 end`

/** `told`: what each row says, its dates first as they are written, then on the clock of the zone. */
function readSql(map: WaitMap, { id, dates }: Judging, labels: readonly Labels[]): string {
  const zone = map.timeZone ?? USUAL_TIME_ZONE
  const columns = dates.map((column) => dateColumns(column, zone))
  const absent = dates.some(({ slot }) => slot === 'closed')
    ? []
    : ['true as closed_missing, cast(null as integer) as closed_day']
  const parts = [...columns, ...labels]
  const then = columns.map(({ thenColumns }) => (thenColumns ? `, ${thenColumns}` : ''))
  return `read as (select r.row_no, ${id ?? 'cast(null as varchar)'} as id,
        ${[...parts.map((part) => part.columns), ...absent].join(',\n        ')}
      from raw r ${parts.map(({ joins }) => joins).join('\n      ')}),
    timed as (select read.*${then.join('')} from read ${columns.map(({ thenJoins }) => thenJoins).join(' ')}),
    told as (select *${entrySql(map, dates, zone)} from timed)`
}

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
function entrySql({ entry }: WaitMap, dates: readonly DecidedDates[], zone: string): string {
  if (!entry) return ''
  const told = (us: string, day: string): string => `, ${us} as told_entry_us, ${day} as told_entry_day`
  if ('column' in entry) {
    const hasHours = dates.some((date) => date.slot === 'entry' && date.hasHours)
    return told(hasHours ? 'entry_us' : midnightOf('entry_day', zone), 'entry_day')
  }
  const at = `timestamptz '${entry.from}'`
  return entry.from.length > 10
    ? told(`epoch_us(${at})`, `cast(cast(timezone('${zone}', ${at}) as date) - date '1970-01-01' as integer)`)
    : told(
        `epoch_us(timezone('${zone}', timestamp '${entry.from} 00:00:00'))`,
        `cast(date '${entry.from}' - date '1970-01-01' as integer)`,
      )
}

/** In the order of REJECT_REASONS. */
function reasonSql(map: WaitMap, dates: readonly DecidedDates[], unreadable: string): string {
  const told = dates.filter(({ slot, hasHours }) => slot !== 'entry' && hasHours)
  const isBefore =
    told.length < 2
      ? 'closed_day < opened_day'
      : 'case when opened_is_date or closed_is_date then closed_day < opened_day else closed_us < opened_us end'
  return `case when is_header then ${reasonCode('repeated_header')}
    when is_repeat then ${reasonCode('repeated_id')}
    when opened_missing then ${reasonCode('missing_opened')}
    when ${unreadable} > 0 then ${reasonCode('unreadable_date')}
    when not closed_missing and ${isBefore} then ${reasonCode('closed_before_opened')}
    when (closed_missing and says_closed) or (not closed_missing and says_open)
      then ${reasonCode('status_contradicts_dates')}
    ${map.dropDuplicates ? `when duplicate then ${LEFT_OUT}` : ''} else ${KEPT} end`
}
