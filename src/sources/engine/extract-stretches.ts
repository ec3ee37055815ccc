/** Recurrences: stretches of the life of a case, in each of which something may happen. */
import { accept, type Result } from '../../kernel/result.ts'
import type { ExtractedCases, ExtractRefusal } from '../domain/extracted-cases.ts'
import type { InspectedFile, LoadedRows } from '../domain/inspected-file.ts'
import { type IntervalMap, type WaitMap } from '../domain/wait-map.ts'
import type { Engine } from './duck.ts'
import { numberOf, saysNothing } from './extract-durations.ts'
import { isEvent, makeStrata } from './extract-labels.ts'
import { commonBlames, KEPT, makeKept, makeRejects, nothingUsable, reasonCode } from './extract-rejects.ts'
import { findHeaderRows } from './extract-repeats.ts'
import { columnOf } from './extract-sql.ts'

const COLUMNS = ['row_no', 'id', 'stratum', '"start"', '"stop"', 'events']

export async function extractStretches(
  engine: Engine,
  loaded: LoadedRows,
  map: WaitMap,
  intervals: IntervalMap,
  by: readonly string[],
): Promise<Result<ExtractedCases, ExtractRefusal>> {
  const { file } = loaded
  await findHeaderRows(engine, file, map, { by, first: intervals.start })
  await judge(engine, file, intervals, by)
  const { kept, strata } = await makeKept(engine, { made: 'stretches', columns: COLUMNS, by })
  const rejects = await makeRejects(engine, loaded, {
    ...commonBlames(file, map, by),
    missing_opened: [{ header: intervals.id, where: 'id is null' }, { header: intervals.start }],
    unreadable_date: [{ header: intervals.start, where: '"start" is null' }, { header: intervals.stop }],
    closed_before_opened: [{ header: intervals.stop }],
    never_at_risk: [{ header: intervals.stop }],
  })
  if (kept === 0) return nothingUsable(loaded, rejects)
  return accept({ made: 'stretches', kept, rejects, strata, formats: [], notices: [], unit: null })
}

/** A stretch without length holds nobody: whoever stood in it was never at risk. */
async function judge(
  engine: Engine,
  file: InspectedFile,
  { id, start, stop, event, eventValues }: IntervalMap,
  by: readonly string[],
): Promise<void> {
  const strata = await makeStrata(engine, file, by)
  const cell = (header: string): string => `r.${columnOf(file, header)}`
  await engine.run(`create or replace table judged as
    with read as (select r.row_no, nullif(tidy_text(${cell(id)}), '') as id, ${strata.columns},
        ${numberOf(cell(start))} as "start", ${numberOf(cell(stop))} as "stop",
        ${saysNothing(cell(start))} as start_missing,
        cast(coalesce(${isEvent(`trim(${cell(event)})`, eventValues)}, false) as integer) as events,
        r.row_no in (select row_no from header_rows) as is_header
      from raw r ${strata.joins})
    select * exclude (is_header, start_missing), cast(case when is_header then ${reasonCode('repeated_header')}
        when id is null or start_missing then ${reasonCode('missing_opened')}
        when "start" is null or "stop" is null then ${reasonCode('unreadable_date')}
        when "stop" < "start" then ${reasonCode('closed_before_opened')}
        when "stop" = "start" then ${reasonCode('never_at_risk')} else ${KEPT} end as tinyint) as reason
    from read`)
}
