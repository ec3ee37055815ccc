/**
 * A loaded file read by its map: tables of cases, of durations or of stretches, and of rejects. Whole columns at a time,
 * in SQL; nothing is done row by row, and nothing that a row says is guessed.
 */
import { accept, type Result } from '../../kernel/result.ts'
import type { ExtractedCases, ExtractNotice, ExtractRefusal } from '../domain/extracted-cases.ts'
import type { LoadedRows } from '../domain/inspected-file.ts'
import { checkAgainst, USUAL_TIME_ZONE, type WaitMap } from '../domain/wait-map.ts'
import type { Engine } from './duck.ts'
import { type DecidedDates, decideDates, formatOf, makeDays, noticesOf } from './extract-dates.ts'
import { extractDurations } from './extract-durations.ts'
import { labelNotices } from './extract-labels.ts'
import {
  type Blame,
  commonBlames,
  KEPT,
  LEFT_OUT,
  makeKept,
  makeRejects,
  nothingUsable,
} from './extract-rejects.ts'
import { findHeaderRows, findRepeats } from './extract-repeats.ts'
import { columnOf, makeMacros, tidyColumn } from './extract-sql.ts'
import { extractStretches } from './extract-stretches.ts'
import { isUnreadable, judgeCases } from './judge-cases.ts'
import { surveyDates } from './survey-dates.ts'

/**
 * Reads `raw` and `torn` by the map. Gives `cases`, `durations` or `stretches` as a view, and the table `rejects`; `by`
 * are the headers that cut the cases in strata.
 */
export async function extractCases(
  engine: Engine,
  loaded: LoadedRows,
  map: WaitMap,
  { by }: { readonly by: readonly string[] },
): Promise<Result<ExtractedCases, ExtractRefusal>> {
  const fits = checkAgainst(map, loaded.file.headers, by)
  if (!fits.ok) return fits
  await makeMacros(engine)
  if (map.duration) return extractDurations(engine, loaded, map, map.duration, by)
  if (map.intervals) return extractStretches(engine, loaded, map, map.intervals, by)
  return extractDated(engine, loaded, map, by)
}

async function extractDated(
  engine: Engine,
  loaded: LoadedRows,
  map: WaitMap,
  by: readonly string[],
): Promise<Result<ExtractedCases, ExtractRefusal>> {
  const { file } = loaded
  const dates = await datesOf(engine, loaded, map)
  if (!dates.ok) return dates
  const id = map.id === undefined ? undefined : await tidyColumn(engine, columnOf(file, map.id))
  await findHeaderRows(engine, file, map, { by, first: map.opened ?? '' })
  const repeats = await findRepeats(engine, map, id)
  if (!repeats.ok) return repeats
  const columns = await judgeCases(engine, file, map, { by, id, dates: dates.value })
  const { kept, strata } = await makeKept(engine, { made: 'cases', columns, by })
  const rejects = await makeRejects(engine, loaded, {
    ...commonBlames(file, map, by),
    missing_opened: [{ header: map.opened ?? '' }],
    unreadable_date: unreadableBlames(dates.value),
    ...(map.closed === undefined ? {} : { closed_before_opened: [{ header: map.closed }] }),
  })
  if (kept === 0) return nothingUsable(loaded, rejects)
  const notices = [
    ...dates.value.flatMap(noticesOf),
    ...(await labelNotices(engine, map)),
    ...(await caseNotices(engine, map)),
  ]
  const formats = dates.value.map(formatOf)
  return accept({ made: 'cases', kept, rejects, strata, formats, notices, unit: null })
}

async function datesOf(engine: Engine, { file }: LoadedRows, map: WaitMap) {
  const wanted = [
    ['opened', map.opened],
    ['closed', map.closed],
    ['entry', map.entry && 'column' in map.entry ? map.entry.column : undefined],
  ] as const
  const surveyed = []
  for (const [slot, header] of wanted)
    if (header !== undefined) surveyed.push(await surveyDates(engine, slot, header, columnOf(file, header)))
  const decided = decideDates(surveyed, map.dateFormat)
  if (decided.ok) await makeDays(engine, decided.value, map.timeZone ?? USUAL_TIME_ZONE)
  return decided
}

const unreadableBlames = (dates: readonly DecidedDates[]): Blame[] =>
  dates.map(({ header }, at) => ({ header, where: isUnreadable(dates, at) }))

async function caseNotices(engine: Engine, map: WaitMap): Promise<ExtractNotice[]> {
  const count = async (isAsked: unknown, where: string): Promise<number> => {
    if (!isAsked) return 0
    const [row] = await engine.rows<{ n: bigint }>(`select count(*) as n from judged where ${where}`)
    return Number(row?.n ?? 0)
  }
  const duplicates = await count(map.status?.duplicate, `duplicate and reason = ${KEPT}`)
  const dropped = await count(map.dropDuplicates, `reason = ${LEFT_OUT}`)
  const blank = await count(map.id, `id is null and reason = ${KEPT}`)
  const late = await count(map.entry, `entry_day is not null and reason = ${KEPT}`)
  return [
    ...(map.closed === undefined ? [{ because: 'no_closed_column' } as const] : []),
    ...(duplicates > 0 ? [{ because: 'duplicates_kept', count: duplicates } as const] : []),
    ...(dropped > 0 ? [{ because: 'duplicates_dropped', count: dropped } as const] : []),
    ...(blank > 0 ? [{ because: 'blank_ids', header: map.id ?? '', count: blank } as const] : []),
    ...(late > 0 ? [{ because: 'late_entries', count: late } as const] : []),
  ]
}
