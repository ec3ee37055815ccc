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
import { type Blame, commonBlames, makeKept, makeRejects, nothingUsable } from './extract-rejects.ts'
import { findHeaderRows, findRepeats } from './extract-repeats.ts'
import { columnOf, makeMacros, tidyColumn } from './extract-sql.ts'
import { extractStretches } from './extract-stretches.ts'
import { judgeCases } from './judge-cases.ts'
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
  await judgeCases(engine, file, map, { by, id, dates: dates.value })
  const { kept, strata } = await makeKept(engine, 'cases', by)
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
  dates.map(({ slot, header }) => ({ header, where: `unreadable = '${slot}'` }))

type CaseCounts = {
  readonly duplicates: bigint
  readonly dropped: bigint
  readonly blank: bigint
  readonly late: bigint
}

async function caseNotices(engine: Engine, map: WaitMap): Promise<ExtractNotice[]> {
  const counts = {
    duplicates: map.status?.duplicate ? 'count(*) filter (where duplicate and reason = 0)' : '0',
    dropped: map.dropDuplicates ? 'count(*) filter (where reason = -1)' : '0',
    blank: map.id === undefined ? '0' : 'count(*) filter (where id is null and reason = 0)',
    late: map.entry ? 'count(*) filter (where entry_day is not null and reason = 0)' : '0',
  }
  const [row] = await engine.rows<CaseCounts>(
    `select ${Object.entries(counts)
      .map(([name, sql]) => `${sql} as ${name}`)
      .join(', ')} from judged`,
  )
  const count = (name: keyof CaseCounts): number => Number(row?.[name] ?? 0)
  return [
    ...(map.closed === undefined ? [{ because: 'no_closed_column' } as const] : []),
    ...(count('duplicates') > 0 ? [{ because: 'duplicates_kept', count: count('duplicates') } as const] : []),
    ...(count('dropped') > 0 ? [{ because: 'duplicates_dropped', count: count('dropped') } as const] : []),
    ...(map.id !== undefined && count('blank') > 0
      ? [{ because: 'blank_ids', header: map.id, count: count('blank') } as const]
      : []),
    ...(count('late') > 0 ? [{ because: 'late_entries', count: count('late') } as const] : []),
  ]
}
