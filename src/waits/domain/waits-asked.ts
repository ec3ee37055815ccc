/** What `palier waits` was asked, read once and checked as far as words alone allow. */
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { INTERVAL_KINDS, type IntervalKind } from '../../measure/interval.ts'
import { type CommandLine, type CommandOptions, readCommandLine } from './command-line.ts'
import type { UsageRefusal } from './usage-refusal.ts'

export const DAY_RULES = ['civil', 'elapsed'] as const
export type DayRule = (typeof DAY_RULES)[number]
export const TIE_RULES = ['half', 'none'] as const
export type TieRule = (typeof TIE_RULES)[number]

/** What every command that counts is told of its files. */
export type CountingAsked = {
  readonly files: readonly string[]
  readonly map: string | null
  readonly asOf: string | null
  readonly by: readonly string[]
  /** Null: the rule that goes with the map. */
  readonly days: DayRule | null
  readonly ties: TieRule | null
}

export type WaitsAsked = CountingAsked & {
  readonly tau: number | null
  readonly ci: IntervalKind
  readonly causes: boolean
  /** What stdout holds; nothing when a file was asked and neither of the two. */
  readonly said: 'json' | 'table' | null
  readonly svg: string | null
  readonly pdf: string | null
}

export const COUNTING_OPTIONS = {
  map: true,
  'as-of': true,
  by: true,
  days: true,
  ties: true,
  help: false,
} as const satisfies CommandOptions

const OPTIONS: CommandOptions = {
  ...COUNTING_OPTIONS,
  tau: true,
  ci: true,
  causes: false,
  json: false,
  table: false,
  svg: true,
  pdf: true,
}

export function readWaitsAsked(args: readonly string[]): Result<WaitsAsked, UsageRefusal> {
  const line = readCommandLine(args, OPTIONS)
  if (!line.ok) return line
  const counting = readCounting('waits', line.value)
  if (!counting.ok) return counting
  const tau = readTau(line.value)
  if (!tau.ok) return tau
  const ci = readChoice(line.value, 'ci', INTERVAL_KINDS)
  if (!ci.ok) return ci
  const { given } = line.value
  if (given.has('json') && given.has('table'))
    return refuse({ because: 'two_results', options: ['--json', '--table'] })
  const [svg, pdf] = [last(line.value, 'svg'), last(line.value, 'pdf')]
  const toFiles = svg !== null || pdf !== null
  const said = given.has('json') ? 'json' : given.has('table') || !toFiles ? 'table' : null
  const causes = given.has('causes')
  return accept({ ...counting.value, tau: tau.value, ci: ci.value ?? 'log-log', causes, said, svg, pdf })
}

/** Single values may not be written twice: the second would silently win. */
export function readCounting(command: string, line: CommandLine): Result<CountingAsked, UsageRefusal> {
  const twice = [...line.given].find(([name, values]) => name !== 'by' && values.length > 1)
  if (twice) return refuse({ because: 'option_twice', option: `--${twice[0]}` })
  if (line.files.length === 0) return refuse({ because: 'file_missing', command })
  const days = readChoice(line, 'days', DAY_RULES)
  if (!days.ok) return days
  const ties = readChoice(line, 'ties', TIE_RULES)
  if (!ties.ok) return ties
  return accept({
    files: line.files,
    map: last(line, 'map'),
    asOf: last(line, 'as-of'),
    by: (line.given.get('by') ?? []).flatMap(headersOf),
    days: days.value,
    ties: ties.value,
  })
}

export const last = ({ given }: CommandLine, name: string): string | null => given.get(name)?.at(-1) ?? null

/** «Ward,"Type, detail"»: a header that holds a comma stands in quotes. */
const headersOf = (text: string): string[] =>
  [...text.matchAll(/"((?:[^"]|"")*)"|[^,]+/g)]
    .map(([whole, quoted]) => (quoted === undefined ? whole : quoted.replaceAll('""', '"')).trim())
    .filter((header) => header !== '')

function readChoice<C extends string>(
  line: CommandLine,
  option: string,
  allowed: readonly C[],
): Result<C | null, UsageRefusal> {
  const value = last(line, option)
  if (value === null) return accept(null)
  const found = allowed.find((choice) => choice === value)
  return found ? accept(found) : refuse({ because: 'value_unknown', option: `--${option}`, value, allowed })
}

function readTau(line: CommandLine): Result<number | null, UsageRefusal> {
  const value = last(line, 'tau')
  if (value === null) return accept(null)
  const tau = Number(value)
  return tau > 0 && Number.isFinite(tau)
    ? accept(tau)
    : refuse({ because: 'not_days', option: '--tau', value })
}
