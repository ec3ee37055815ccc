/** What pages read of a vintage: waits at its as-of by place, category and month, and what came and went each day. */
import { STILL_OPEN } from '../../measure/lexis.ts'
import type { DayFlow } from '../domain/truncation.ts'
import type { Engine } from './duck.ts'

export type Projected = {
  readonly asOfDay: number
  readonly entryFrom: number | null
  readonly hasPlace: boolean
  readonly hasCategory: boolean
}

const WAIT = ['days', 'entry_days', 'outcome'] as const
/** In `opened_month`: all of them. */
const ALL_MONTHS = -1

/** Makes `wait` and `day` of `after_cell`; '*' stands for all places or all categories, ALL_MONTHS for all months. */
export async function projectVintage(engine: Engine, o: Projected): Promise<void> {
  const entry = o.entryFrom === null ? '0' : `greatest(0, ${o.entryFrom} - opened)`
  await engine.run(`create view read_cell as
    select ${named('place')}, ${named('category')}, opened, closed, outcome, n,
      cast(year(date '1970-01-01' + opened) * 12 + month(date '1970-01-01' + opened) - 1 as integer) as opened_month,
      case when closed = ${STILL_OPEN} then ${o.asOfDay} else closed end - opened as days,
      cast(${entry} as integer) as entry_days
    from after_cell join stratum on stratum.id = after_cell.stratum`)
  await engine.run(`create table wait (place varchar, category varchar, opened_month integer,
    days integer[], entry_days integer[], outcome integer[], n integer[])`)
  const cuts = [
    ...(o.hasPlace && o.hasCategory ? [['place', 'category']] : []),
    ...(o.hasPlace ? [['place']] : []),
    ...(o.hasCategory ? [['category']] : []),
    [],
  ]
  // One cut after the other: together they would hold every count of the source several times at once.
  for (const cut of cuts)
    for (const key of [[...cut, 'opened_month'], cut])
      await engine.run(`insert into wait ${columnsOfWaits(key)}`)
  await projectDays(engine, o)
}

/** The waits of each key as columns, all of them in one order. */
function columnsOfWaits(key: readonly string[]): string {
  const of = (column: string, all: string) => (key.includes(column) ? column : `${all} as ${column}`)
  return `select ${of('place', `'*'`)}, ${of('category', `'*'`)}, ${of('opened_month', String(ALL_MONTHS))},
      list(days), case when max(entry_days) = 0 then [] else list(entry_days) end, list(outcome), list(n)
    from (select ${[...key, ...WAIT].join(', ')}, cast(sum(n) as integer) as n
      from read_cell where days >= entry_days group by all)
    ${key.length === 0 ? 'having count(*) > 0' : `group by ${key.join(', ')} order by ${key.join(', ')}`}`
}

async function projectDays(engine: Engine, o: Projected): Promise<void> {
  const dayCuts = o.hasCategory ? '(category, day), (day)' : '(day)'
  await engine.run(`create table day as
    select ${o.hasCategory ? all('category') : `'*' as category`}, day,
      cast(sum(came) as bigint) as opened, cast(sum(went) as bigint) as closed
    from (select category, opened as day, n as came, 0 as went from read_cell
      union all select category, closed, 0, n from read_cell where closed <> ${STILL_OPEN})
    group by grouping sets (${dayCuts}) order by category, day`)
}

/** A place that is called '*' must not pass for all of them. */
const named = (column: string): string =>
  `case when ${column} = '*' then '(*)' else ${column} end as ${column}`
const all = (column: string): string =>
  `case when grouping(${column}) = 1 then '*' else ${column} end as ${column}`

/** What came and went each day, of the whole source, in the order of days. */
export async function wholeFlows(engine: Engine): Promise<DayFlow[]> {
  const rows = await engine.rows<{ day: number; opened: bigint; closed: bigint }>(
    `select day, opened, closed from day where category = '*' order by day`,
  )
  return rows.map(({ day, opened, closed }) => ({ day, opened: Number(opened), closed: Number(closed) }))
}
