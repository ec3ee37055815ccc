/** Judged rows become kept ones and rejects, each reject with the cell that it is rejected for. */
import { refuse, type Refused } from '../../kernel/result.ts'
import type { ExtractedCases, ExtractRefusal } from '../domain/extracted-cases.ts'
import type { InspectedFile, LoadedRows } from '../domain/inspected-file.ts'
import { headersOf, type WaitMap } from '../domain/wait-map.ts'
import { REJECT_REASONS, type RejectReason } from '../domain/reject-reasons.ts'
import { type Engine, quoted } from './duck.ts'
import { columnOf } from './extract-sql.ts'

/** In `judged.reason`: 0 is kept, -1 is left out without being wrong, else the place of the reason. */
export const KEPT = 0
export const LEFT_OUT = -1
export const reasonCode = (reason: RejectReason): number => REJECT_REASONS.indexOf(reason) + 1

/** A header whose cell tells why, when `where` holds; the first that does, else the last. */
export type Blame = { readonly header: string; readonly where?: string }
export type Blames = Readonly<Partial<Record<RejectReason, readonly Blame[]>>>

/** The longest text of a torn row that is kept. */
const LONGEST_LINE = 500

/** Makes `rejects` (row_no, reason, header, value) of `judged` and `torn`, and counts them. */
export async function makeRejects(
  engine: Engine,
  { file, torn }: LoadedRows,
  blames: Blames,
): Promise<ExtractedCases['rejects']> {
  await engine.run(
    'create or replace table rejects(row_no bigint, reason varchar, header varchar, value varchar)',
  )
  const counted = await engine.rows<{ code: number; n: bigint }>(
    `select reason as code, count(*) as n from judged where reason > ${KEPT} group by reason`,
  )
  const counts = new Map(counted.map(({ code, n }) => [REJECT_REASONS[code - 1], Number(n)]))
  for (const reason of REJECT_REASONS) {
    const blamed = blames[reason]
    if (counts.has(reason) && blamed) await tellRejects(engine, file, reason, blamed)
  }
  if (torn > 0) {
    counts.set('too_few_columns', torn)
    await engine.run(
      `insert into rejects select row_no, 'too_few_columns', '', left(line, ${LONGEST_LINE}) from torn`,
    )
  }
  return Object.fromEntries(
    REJECT_REASONS.flatMap((reason) => (counts.has(reason) ? [[reason, counts.get(reason) ?? 0]] : [])),
  )
}

async function tellRejects(
  engine: Engine,
  file: InspectedFile,
  reason: RejectReason,
  blamed: readonly Blame[],
): Promise<void> {
  await engine.run(`insert into rejects
    select row_no, ${quoted(reason)}, ${chosen(blamed, ({ header }) => quoted(header))},
      coalesce(${chosen(blamed, ({ header }) => columnOf(file, header))}, '')
    from (select * from judged where reason = ${reasonCode(reason)}) join raw using (row_no)`)
}

function chosen(blamed: readonly Blame[], say: (blame: Blame) => string): string {
  const last = blamed.at(-1)
  if (!last) throw new Error('a reject has a header')
  const others = blamed.slice(0, -1)
  if (others.length === 0) return say(last)
  return `case ${others.map((blame) => `when ${blame.where} then ${say(blame)}`).join(' ')} else ${say(last)} end`
}

/** What rows of any sort are rejected for. A row that repeats its headers is told by the first that is written. */
export const commonBlames = (file: InspectedFile, map: WaitMap, by: readonly string[]): Blames => ({
  repeated_header: [...new Set([...headersOf(map), ...by])].map((header) => ({
    header,
    where: `${columnOf(file, header)} is not null`,
  })),
  ...(map.id === undefined ? {} : { repeated_id: [{ header: map.id }] }),
  ...(map.status ? { status_contradicts_dates: [{ header: map.status.column }] } : {}),
})

export function nothingUsable(
  { rows, torn }: LoadedRows,
  rejects: ExtractedCases['rejects'],
): Refused<ExtractRefusal> {
  return refuse({ because: 'nothing_usable', rows: rows + torn, rejects })
}

type Keeping = {
  readonly made: ExtractedCases['made']
  /** SQL over `judged`, in the order of the columns of the view; `stratum` is one of them. */
  readonly columns: readonly string[]
  readonly by: readonly string[]
}

/**
 * Makes the view `made` of the kept rows of `judged`, strata numbered without gaps: a stratum of which every row is
 * rejected is no stratum. A view, because a copy of a million rows costs more than reading them.
 */
export async function makeKept(
  engine: Engine,
  { made, columns, by }: Keeping,
): Promise<Pick<ExtractedCases, 'kept' | 'strata'>> {
  for (const name of ['cases', 'durations', 'stretches']) await engine.run(`drop view if exists ${name}`)
  await engine.run(`create or replace table kept_strata as
    select stratum as was, cast(row_number() over (order by stratum) - 1 as integer) as stratum, n
    from (select stratum, count(*) as n from judged where reason = ${KEPT} group by stratum)`)
  const [found] = await engine.rows<{ kept: bigint; moved: boolean | null }>(
    'select coalesce(sum(n), 0)::bigint as kept, bool_or(was <> stratum) as moved from kept_strata',
  )
  const shown = columns.join(', ')
  await engine.run(
    found?.moved
      ? `create view ${made} as select kept.* replace (codes.code as stratum) from
         (select ${shown} from judged where reason = ${KEPT}) as kept
         join (select was, stratum as code from kept_strata) as codes on codes.was = kept.stratum`
      : `create view ${made} as select ${shown} from judged where reason = ${KEPT}`,
  )
  return { kept: Number(found?.kept ?? 0), strata: await strataOf(engine, by) }
}

async function strataOf(engine: Engine, by: readonly string[]): Promise<ExtractedCases['strata']> {
  if (by.length === 0) return [{}]
  const values = by.map((_, at) => `any_value(v${at}) as v${at}`)
  const rows = await engine.rows<Record<string, string>>(
    `select kept_strata.stratum, ${values.join(', ')} from kept_strata
     join strata_texts on strata_texts.code = kept_strata.was group by 1 order by 1`,
  )
  return rows.map((row) => Object.fromEntries(by.map((header, at) => [header, row[`v${at}`] ?? ''])))
}
