/** Durations already made: a length, whether it ended, and from when it was watched, each in its column. */
import { accept, type Result } from '../../kernel/result.ts'
import { NOT_ENDED } from '../../measure/outcomes.ts'
import type { ExtractedCases, ExtractRefusal } from '../domain/extracted-cases.ts'
import type { InspectedFile, LoadedRows } from '../domain/inspected-file.ts'
import { type DurationMap, type WaitMap } from '../domain/wait-map.ts'
import { WORDS_FOR_NOTHING } from '../domain/words-for-nothing.ts'
import type { Engine } from './duck.ts'
import { isEvent, labelNotices, makeOutcomes, makeStatuses, makeStrata } from './extract-labels.ts'
import {
  commonBlames,
  KEPT,
  LEFT_OUT,
  makeKept,
  makeRejects,
  nothingUsable,
  reasonCode,
} from './extract-rejects.ts'
import { findHeaderRows, findRepeats } from './extract-repeats.ts'
import { columnOf, isOneOf, tidyColumn } from './extract-sql.ts'

const COLUMNS = ['row_no', 'stratum', '"time"', 'cause', 'entry', 'duplicate']

export async function extractDurations(
  engine: Engine,
  loaded: LoadedRows,
  map: WaitMap,
  duration: DurationMap,
  by: readonly string[],
): Promise<Result<ExtractedCases, ExtractRefusal>> {
  const { file } = loaded
  const id = map.id === undefined ? undefined : await tidyColumn(engine, columnOf(file, map.id))
  await findHeaderRows(engine, file, map, { by, first: duration.time })
  const repeats = await findRepeats(engine, map, id)
  if (!repeats.ok) return repeats
  await judge(engine, file, map, duration, by)
  const { kept, strata } = await makeKept(engine, { made: 'durations', columns: COLUMNS, by })
  const rejects = await makeRejects(engine, loaded, {
    ...commonBlames(file, map, by),
    missing_opened: [{ header: duration.time }],
    unreadable_date: [
      ...(duration.entry === undefined
        ? []
        : [{ header: duration.entry, where: 'unreadable and "time" is not null' }]),
      { header: duration.time },
    ],
    closed_before_opened: [{ header: duration.time }],
  })
  if (kept === 0) return nothingUsable(loaded, rejects)
  const notices = await labelNotices(engine, map)
  return accept({ made: 'durations', kept, rejects, strata, formats: [], notices, unit: duration.unit })
}

/** A cell as a number, with a point or a comma; null when it is none, or not finite. */
export const numberOf = (cell: string): string =>
  `(case when isfinite(try_cast(replace(tidy_text(${cell}), ',', '.') as double)) then try_cast(replace(tidy_text(${cell}), ',', '.') as double) end)`

export const saysNothing = (cell: string): string =>
  `(${cell} is null or not regexp_matches(${cell}, '[\\p{L}\\p{N}]') or ${isOneOf(`left(fold_text(${cell}), 10)`, WORDS_FOR_NOTHING)})`

async function judge(
  engine: Engine,
  file: InspectedFile,
  map: WaitMap,
  { time, event, eventValues, entry }: DurationMap,
  by: readonly string[],
): Promise<void> {
  const labels = [
    await makeStrata(engine, file, by),
    await makeStatuses(engine, file, map),
    await makeOutcomes(engine, file, map),
  ]
  const since = entry === undefined ? 'null' : `r.${columnOf(file, entry)}`
  await engine.run(`create or replace table judged as
    with read as (select r.row_no, ${labels.map(({ columns }) => columns).join(', ')},
        ${numberOf(`r.${columnOf(file, time)}`)} as "time", ${saysNothing(`r.${columnOf(file, time)}`)} as time_missing,
        coalesce(${isEvent(`trim(r.${columnOf(file, event)})`, eventValues)}, false) as ended,
        ${entry === undefined ? 'cast(null as double)' : numberOf(since)} as entry,
        ${entry === undefined ? 'false' : `not ${saysNothing(since)} and ${numberOf(since)} is null`} as entry_unreadable,
        r.row_no in (select row_no from header_rows) as is_header, r.row_no in (select row_no from repeats) as is_repeat
      from raw r ${labels.map(({ joins }) => joins).join(' ')})
    select row_no, stratum, "time", cast(case when ended then ended_as else ${NOT_ENDED} end as tinyint) as cause,
      coalesce(greatest(entry, 0), 0) as entry, duplicate, entry_unreadable as unreadable,
      cast(${reasonSql(map)} as tinyint) as reason
    from read`)
}

/** In the order of REJECT_REASONS. */
const reasonSql = (map: WaitMap): string => `case when is_header then ${reasonCode('repeated_header')}
    when is_repeat then ${reasonCode('repeated_id')}
    when time_missing then ${reasonCode('missing_opened')}
    when "time" is null or entry_unreadable then ${reasonCode('unreadable_date')}
    when "time" < 0 then ${reasonCode('closed_before_opened')}
    when ended and says_open or not ended and says_closed then ${reasonCode('status_contradicts_dates')}
    ${map.dropDuplicates ? `when duplicate then ${LEFT_OUT}` : ''} else ${KEPT} end`
