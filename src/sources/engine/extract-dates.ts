/** Columns of dates as SQL: civil days of a time zone and instants, from tables as small as the days they hold. */
import { accept, type Result } from '../../kernel/result.ts'
import { type DateRefusal, decideOrder, type DecidedOrder } from '../domain/date-formats.ts'
import type { ColumnFormat, ExtractNotice } from '../domain/extracted-cases.ts'
import type { Engine } from './duck.ts'
import { DAY_US, isZoned } from './extract-sql.ts'
import type { DateSlot } from './gather-cells.ts'
import type { SurveyedDates } from './survey-dates.ts'

export type DecidedDates = SurveyedDates & { readonly decided: DecidedOrder }

/** Decides each column; one that does not tell day from month borrows the order of another of the same file. */
export function decideDates(
  columns: readonly SurveyedDates[],
  dateFormat: string | undefined,
): Result<readonly DecidedDates[], DateRefusal> {
  const first = columns.map((column) => decideOrder(column.header, column.counts, { dateFormat }))
  const decided: DecidedDates[] = []
  for (const column of columns) {
    const order = decideOrder(column.header, column.counts, {
      dateFormat,
      beside: first
        .flatMap((other, at) => (other.ok && hasSameSign(column, columns[at]) ? [other.value.order] : []))
        .find((one) => one === 'dmy' || one === 'mdy'),
    })
    if (!order.ok) return order
    decided.push({ ...column, decided: order.value })
  }
  return accept(decided)
}

const hasSameSign = (one: SurveyedDates, other: SurveyedDates | undefined): boolean =>
  one.counts.separator === other?.counts.separator

export const formatOf = ({ header, decided, precision }: DecidedDates): ColumnFormat => ({
  header,
  format: decided.format,
  precision,
})

export function noticesOf(column: DecidedDates): ExtractNotice[] {
  const { header, decided, counts, nothings, onlyMidnights } = column
  const others = counts.values - (decided.order ? (counts.read[decided.order] ?? 0) : 0)
  const otherOrders = Object.entries(counts.read).some(
    ([order, count]) => order !== decided.order && count > 0 && count <= others,
  )
  return [
    ...(decided.order && otherOrders && others > 0
      ? [{ because: 'mixed_formats', header, count: others } as const]
      : []),
    ...(decided.borrowed
      ? [{ because: 'order_of_other_column', header, format: decided.format } as const]
      : []),
    ...(nothings.length > 0 ? [{ because: 'words_for_nothing', header, values: nothings } as const] : []),
    ...(onlyMidnights ? [{ because: 'only_midnights', header } as const] : []),
  ]
}

/**
 * Makes, for each column, `days_<slot>` (head, len, missing, bare, day) and, where hours are told after a day,
 * `hours_<slot>` (told, us); and once `zone_days` (day, local_off, utc_off): how far the clock of the zone is from UTC
 * all that day, null on the days when it changes.
 */
export async function makeDays(
  engine: Engine,
  columns: readonly DecidedDates[],
  zone: string,
): Promise<void> {
  for (const { slot, decided, hasHours } of columns) {
    await engine.run(`create or replace table days_${slot} as
      select head, len, bool_or(missing) as missing, any_value(day_length) as day_length,
          bool_or(len = day_length) or ${!hasHours} as bare,
          any_value(case when not missing then ${decided.order ?? 'null::integer'} end) as day
      from heads_${slot} group by head, len`)
  }
  for (const column of columns.filter(hasHoursAfter)) await makeHours(engine, column)
  await makeZoneDays(engine, columns, zone)
  for (const column of columns.filter(({ isFew }) => isFew)) await makeTold(engine, column, zone)
}

/** The instant at which a civil day begins. */
export const midnightOf = (day: string, zone: string): string =>
  `epoch_us(timezone('${zone}', make_timestamp(${day} * ${DAY_US})))`

const hasHoursAfter = ({ hasHours, decided: { order } }: DecidedDates): boolean =>
  hasHours && order !== null && order !== 'ymd' && order !== 'excel'

/** Hours as people and programs write them: 14:30, 14:30:05, 14h30, 14h, à 14h30, 2:30 PM. */
async function makeHours(engine: Engine, { slot }: DecidedDates): Promise<void> {
  await engine.run(`create or replace table hours_${slot} as
    with told as (select distinct substr(cell, d.day_length + 1) as told
      from cells_${slot} join days_${slot} d on ${headOf('cell')} = d.head and length(cell) = d.len where not d.bare and d.day is not null),
    plain as (select told, rtrim(replace(regexp_replace(lower(trim(told)), '^(t|,|à|a )? *', ''), 'h', ':'), ':') as hour from told),
    read as (select told, case
      when regexp_matches(hour, '[ap][.]?m[.]?$') then cast(try_strptime(replace(hour, '.', ''),
        ['%I:%M:%S %p', '%I:%M %p', '%I %p', '%I:%M:%S%p', '%I:%M%p']) as time)
      when regexp_full_match(hour, '[0-9]{1,2}') then try_cast(hour || ':00' as time)
      when regexp_full_match(hour, '[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?') then try_cast(replace(hour, ',', '.') as time) end as t
      from plain)
    select told, case when hour(t) < 24 then hour(t) * 3600000000 + minute(t) * 60000000 + microsecond(t) end as us from read`)
}

const headOf = (cell: string): string => `left(${cell}, 10)`

async function makeZoneDays(engine: Engine, columns: readonly DecidedDates[], zone: string): Promise<void> {
  const seen = columns.map(({ slot }) => `select day from days_${slot} where day is not null`).join(' union ')
  const local = (us: string): string => `${us} - epoch_us(timezone('${zone}', make_timestamp(${us})))`
  const utc = (us: string): string => `epoch_us(timezone('${zone}', to_timestamp(${us} / 1000000))) - ${us}`
  const steady = (off: (us: string) => string): string =>
    `case when ${off('a')} = ${off('b')} then ${off('a')} end`
  await engine.run(`create or replace table zone_days as
    select day, ${steady(local)} as local_off, ${steady(utc)} as utc_off
    from (select day, day * ${DAY_US} as a, (day + 1) * ${DAY_US} as b
      from (select distinct unnest([day - 1, day, day + 1]) as day from (${seen})))`)
}

/** A column of dates within two selects, the second over the first, which reads `raw` as `r`. */
export type DateColumns = {
  readonly joins: string
  readonly columns: string
  readonly thenJoins: string
  /** With `columns`: `<slot>_missing`, `_day` (null where the cell is unreadable); and where hours are told `_is_date`, `_us`. */
  readonly thenColumns: string
}

export function dateColumns(column: DecidedDates, zone: string): DateColumns {
  if (!column.isFew) return readColumns(column, zone)
  const { slot } = column
  const told = (column.hasHours ? ['_is_date', '_us', '_day'] : ['_day']).map(
    (name) => `t_${slot}.${slot}${name}`,
  )
  return {
    joins: `left join told_${slot} t_${slot} on t_${slot}.text = r.${column.column}`,
    columns: `coalesce(t_${slot}.${slot}_missing, true) as ${slot}_missing, ${told.join(', ')}`,
    thenJoins: '',
    thenColumns: '',
  }
}

/** Makes `told_<slot>`: each text of the column, read. */
async function makeTold(engine: Engine, column: DecidedDates, zone: string): Promise<void> {
  const { joins, columns, thenJoins, thenColumns } = readColumns(column, zone)
  await engine.run(`create or replace table told_${column.slot} as
    with read as (select r.text, ${columns} from cells_${column.slot} r ${joins})
    select read.*${thenColumns && `, ${thenColumns}`} from read ${thenJoins}`)
}

function readColumns(column: DecidedDates, zone: string): DateColumns {
  const { slot, cell, longest, hasHours } = column
  const d = `d_${slot}`
  const key =
    longest <= 10 ? `${d}.head = ${cell}` : `${d}.head = ${headOf(cell)} and ${d}.len = length(${cell})`
  const days = `left join days_${slot} ${d} on ${key}`
  const missing = `coalesce(${d}.missing, true) as ${slot}_missing`
  if (!hasHours) {
    const columns = `${missing}, ${d}.day as ${slot}_day`
    return { joins: days, columns, thenJoins: '', thenColumns: '' }
  }
  const hours = `left join hours_${slot} h_${slot} on h_${slot}.told = substr(${cell}, ${d}.day_length + 1)`
  return {
    joins: hasHoursAfter(column) ? `${days} ${hours}` : days,
    columns: `${missing}, ${d}.bare as ${slot}_is_date, ${stampOf(column)} as ${slot}_stamp, ${zonedOf(column)} as ${slot}_zoned`,
    ...clockOf(slot, zone),
  }
}

/** From what the cell tells to the instant, and to the civil day of the zone. */
function clockOf(slot: DateSlot, zone: string): Pick<DateColumns, 'thenJoins' | 'thenColumns'> {
  const [stamp, zoned, z] = [`${slot}_stamp`, `${slot}_zoned`, `z_${slot}`]
  const local = `case when ${zoned} then coalesce(make_timestamp(epoch_us(${stamp}) + ${z}.utc_off),
    timezone('${zone}', timezone('UTC', ${stamp}))) else ${stamp} end`
  return {
    thenJoins: `left join zone_days ${z} on ${z}.day = cast(cast(${stamp} as date) - date '1970-01-01' as integer)`,
    thenColumns: `case when ${zoned} then epoch_us(${stamp}) else coalesce(epoch_us(${stamp}) - ${z}.local_off,
        epoch_us(timezone('${zone}', ${stamp}))) end as ${slot}_us,
      cast(cast(${local} as date) - date '1970-01-01' as integer) as ${slot}_day`,
  }
}

const zonedOf = ({ zoned, slot, cell }: DecidedDates): string =>
  zoned === 'none' ? 'false' : zoned === 'all' ? `not d_${slot}.bare` : isZoned(cell)

/** A timestamp: of UTC where the cell tells its distance to it, of the local clock elsewhere. */
function stampOf({ slot, cell, decided, zoned }: DecidedDates): string {
  const day = `d_${slot}.day * ${DAY_US}`
  const bare = `when d_${slot}.day is null then null when d_${slot}.bare then make_timestamp(${day})`
  if (decided.order === 'excel')
    return `case ${bare} else make_timestamp(cast(round((try_cast(replace(${cell}, ',', '.') as double) - 25569) * 86400) as bigint) * 1000000) end`
  if (decided.order === null) return 'cast(null as timestamp)'
  if (decided.order !== 'ymd') return `case ${bare} else make_timestamp(${day} + h_${slot}.us) end`
  // as a bare timestamp DuckDB would drop the distance to UTC; with it, it wants the seconds
  const read = (text: string): string =>
    zoned === 'none'
      ? `try_cast(${text} as timestamp)`
      : `make_timestamp(epoch_us(try_cast(${text} as timestamptz)))`
  const seconds = `regexp_replace(${cell}, '^(.{16})(Z|[+-].*)?$', '\\1:00\\2')`
  return `case ${bare} else coalesce(${read(cell)}, ${read(seconds)}) end`
}
