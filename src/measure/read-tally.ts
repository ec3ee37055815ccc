import { accept, refuse, type Result } from '../kernel/result.ts'
import { OUTCOMES } from './outcomes.ts'
import { RULES } from './rules.ts'
import { balanced, leavers, type Tally, type TallyBins, type TallyStratum } from './tally.ts'

export type TallyRefusal =
  | { readonly because: 'not_a_tally'; readonly where: string }
  | { readonly because: 'other_schema'; readonly found: string }
  | { readonly because: 'other_rules'; readonly found: string; readonly ours: string }
  /** Counts that contradict one another: somebody changed them, or cut the file. */
  | { readonly because: 'broken_counts'; readonly stratum: Readonly<Record<string, string>> }

/** A tally from what a file said. Every key is read, none is guessed. */
export function readTally(json: unknown): Result<Tally, TallyRefusal> {
  if (!isRecord(json)) return refuse({ because: 'not_a_tally', where: '' })
  if (json['schema'] === undefined) return refuse({ because: 'not_a_tally', where: 'schema' })
  if (json['schema'] !== 1) return refuse({ because: 'other_schema', found: JSON.stringify(json['schema']) })
  const wrong = Object.entries(SHAPE).find(([name, is]) => !is(json[name]))
  if (wrong) return refuse({ because: 'not_a_tally', where: wrong[0] })
  if (!isTally(json)) return refuse({ because: 'not_a_tally', where: 'strata' })
  if (json.rules !== RULES) return refuse({ because: 'other_rules', found: json.rules, ours: RULES })
  const broken = json.strata.find((stratum) => !isWhole(stratum, json))
  if (broken) return refuse({ because: 'broken_counts', stratum: broken.key })
  return accept(json)
}

type Check = (value: unknown) => boolean

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText: Check = (value) => typeof value === 'string'
const isCount: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
const isEnd: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0
const isOneOf =
  (...known: readonly unknown[]): Check =>
  (value) =>
    known.includes(value)
const listOf =
  (is: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(is)
const recordOf =
  (is: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(is)
const orNull =
  (is: Check): Check =>
  (value) =>
    value === null || is(value)
const shaped =
  (shape: Record<string, Check>): Check =>
  (value) =>
    isRecord(value) && Object.entries(shape).every(([name, is]) => is(value[name]))

const isEnded: Check = (value) =>
  isRecord(value) &&
  Object.entries(value).every(
    ([name, column]) => ['ended', ...OUTCOMES].includes(name) && listOf(isCount)(column),
  )

const BINS = {
  end: listOf(orNull(isEnd)),
  atRisk: listOf(isCount),
  ended: isEnded,
  censored: listOf(isCount),
  entered: orNull(listOf(isCount)),
}

const SHAPE: Record<keyof Tally, Check> = {
  schema: isOneOf(1),
  rules: isText,
  protected: isOneOf(true, false),
  asOf: isText,
  days: isOneOf('civil', 'elapsed'),
  tie: isOneOf('day+0.5', 'none'),
  timeZone: isText,
  by: listOf(isText),
  grid: orNull(listOf(isEnd)),
  strata: listOf(shaped({ key: recordOf(isText), n: isCount, bins: shaped(BINS) })),
  withheld: isCount,
  rejects: recordOf(isCount),
  sources: listOf(
    shaped({
      name: isText,
      sha256: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
      rows: isCount,
    }),
  ),
}

function isTally(json: Record<string, unknown>): json is Record<string, unknown> & Tally {
  return Object.entries(SHAPE).every(([name, is]) => is(json[name]))
}

/** Columns of one length, ends that rise, everybody counted once, and the key that the tally announces. */
function isWhole({ key, n, bins }: TallyStratum, { by, grid }: Tally): boolean {
  const columns = [
    bins.atRisk,
    bins.censored,
    ...Object.values(bins.ended),
    ...(bins.entered ? [bins.entered] : []),
  ]
  const left = bins.end.reduce<number>((sum, _, row) => sum + leavers(bins, row), 0)
  return (
    columns.every(({ length }) => length === bins.end.length) &&
    rises(bins.end, grid === null) &&
    left === n &&
    balanced(n, bins).atRisk.every((count, row) => count >= 0 && count === bins.atRisk[row]) &&
    (bins.ended.ended === undefined || Object.keys(bins.ended).length === 1) &&
    Object.keys(key).length === by.length &&
    by.every((header) => key[header] !== undefined)
  )
}

/** Only the last may have no end, and none may where nothing is cut. */
function rises(ends: TallyBins['end'], isExact: boolean): boolean {
  return ends.every((end, row) => {
    if (end === null) return !isExact && row === ends.length - 1
    const before = ends[row - 1]
    return before === undefined || (before !== null && end > before)
  })
}
