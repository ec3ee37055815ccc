/** What a file says of its cases on its as-of day: those opened later are rejects, what was closed later still waits. */
import { STILL_OPEN } from '../../measure/lexis.ts'
import { type Engine, quoted } from './duck.ts'

export type Knowing = {
  readonly sourceId: string
  /** Day number of the as-of. */
  readonly day: number
  /** Microseconds of UTC when the as-of is an instant. */
  readonly us: bigint | null
  /** Left truncation: whoever was closed before that day is never at risk. */
  readonly entryFrom: number | null
  readonly headers: { readonly opened: string; readonly closed: string }
  readonly hasPlace: boolean
  readonly hasCategory: boolean
}

/** Makes table `known` (key, place, category, opened, closed, outcome, hours) of `cases`, and adds to `rejects`. */
export async function makeKnown(engine: Engine, o: Knowing): Promise<void> {
  const later = o.us === null ? `opened_day > ${o.day}` : `opened_us > ${o.us}`
  const isClosed =
    o.us === null ? `coalesce(closed_day <= ${o.day}, false)` : `coalesce(closed_us <= ${o.us}, false)`
  const unseen = o.entryFrom === null ? 'false' : `${isClosed} and closed_day < ${o.entryFrom}`
  await engine.run(`insert into rejects
    select row_no, case when ${later} then 'opened_after_as_of' else 'never_at_risk' end,
      case when ${later} then ${quoted(o.headers.opened)} else ${quoted(o.headers.closed)} end,
      cast(date '1970-01-01' + (case when ${later} then opened_day else closed_day end) as varchar)
    from cases where ${later} or ${unseen}`)
  await engine.run(`create table known as
    select ${keyOf(o.sourceId)} as key, ${o.hasPlace ? `coalesce(place, '')` : `''`} as place,
      ${o.hasCategory ? `coalesce(category, '')` : `''`} as category, opened_day as opened,
      case when ${isClosed} then closed_day else ${STILL_OPEN} end as closed,
      case when ${isClosed} then cast(outcome as integer) else 0 end as outcome,
      case when ${isClosed} and not opened_is_date and not closed_is_date
        then cast(least((closed_us - opened_us) // 3600000000, 2147483647) as integer) end as hours, duplicate
    from cases where not (${later} or ${unseen})`)
}

/**
 * The key of a case: of the number it has in its source. A row whose number is blank is known by what it says, and by
 * which of its equals it is; so that a file read twice gives the same keys.
 */
const keyOf = (
  sourceId: string,
): string => `cast(md5(${quoted(`${sourceId}:`)} || case when id is not null then 'n' || id
  else 'r' || concat_ws(chr(31), place, category, opened_us, closed_us,
    row_number() over (partition by id is null, place, category, opened_us, closed_us order by row_no)) end) as uuid)`
