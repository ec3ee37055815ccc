import { type CalendarDay, dayIn, parseCalendarDay } from '../../kernel/calendar-day.ts'
import { isUuid } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'

/** What `palier import` was told. */
export type ImportTyped = {
  readonly file: string
  readonly space: string
  readonly email: string
  readonly source: string
  readonly agreement: string | undefined
  readonly map: string
  readonly asOf: { readonly day: CalendarDay } | { readonly instant: Date }
  readonly scope: 'whole' | 'corrections'
  readonly sheet: string | undefined
}

export type ImportUsage =
  | { readonly because: 'one_file_needed'; readonly given: number }
  | { readonly because: 'option_needed'; readonly option: string }
  | { readonly because: 'option_unknown'; readonly option: string }
  | { readonly because: 'value_needed'; readonly option: string }
  | { readonly because: 'as_of_unreadable'; readonly value: string }
  | { readonly because: 'not_an_identifier'; readonly option: string; readonly value: string }

const WITH_VALUE = ['space', 'as', 'source', 'agreement', 'map', 'as-of', 'sheet'] as const
const NEEDED = ['space', 'as', 'source', 'map', 'as-of'] as const
type Told = { readonly files: string[]; readonly values: Map<string, string>; corrections: boolean }

/** Reads the words after `import`. */
export function readImportTyped(words: readonly string[]): Result<ImportTyped, ImportUsage> {
  const told = sort(words)
  if (!told.ok) return told
  const { files, values, corrections } = told.value
  const [file] = files
  if (file === undefined || files.length > 1)
    return refuse({ because: 'one_file_needed', given: files.length })
  const absent = NEEDED.find((option) => !values.has(option))
  if (absent) return refuse({ because: 'option_needed', option: `--${absent}` })
  const of = (option: string): string => values.get(option) ?? ''
  const agreement = values.get('agreement')
  if (agreement !== undefined && !isUuid(agreement))
    return refuse({ because: 'not_an_identifier', option: '--agreement', value: agreement })
  const asOf = readAsOf(of('as-of'))
  if (!asOf) return refuse({ because: 'as_of_unreadable', value: of('as-of') })
  return accept({
    file,
    space: of('space'),
    email: of('as'),
    source: of('source').normalize('NFC'),
    agreement,
    map: of('map'),
    asOf,
    scope: corrections ? 'corrections' : 'whole',
    sheet: values.get('sheet'),
  })
}

function sort(words: readonly string[]): Result<Told, ImportUsage> {
  const told: Told = { files: [], values: new Map(), corrections: false }
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const [name = '', joined] = word.startsWith('--') ? splitOnce(word.slice(2)) : []
    if (!word.startsWith('--')) told.files.push(word)
    else if (name === 'corrections') told.corrections = true
    else if (WITH_VALUE.some((known) => known === name)) {
      const value = joined ?? words[++at]
      if (value === undefined || value === '') return refuse({ because: 'value_needed', option: `--${name}` })
      told.values.set(name, value)
    } else return refuse({ because: 'option_unknown', option: word })
  }
  return accept(told)
}

function splitOnce(text: string): readonly [string, string?] {
  const at = text.indexOf('=')
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

function readAsOf(text: string): ImportTyped['asOf'] | undefined {
  const day = parseCalendarDay(text)
  if (day) return { day }
  const instant = new Date(text)
  const isReal = INSTANT.test(text) && parseCalendarDay(text.slice(0, 10)) !== undefined
  return isReal && !Number.isNaN(instant.getTime()) ? { instant } : undefined
}

/** The as-of of an import, in the zone of its map. */
export const knownUntil = (asOf: ImportTyped['asOf'], zone: string) =>
  'day' in asOf ? { day: asOf.day, instant: null } : { day: dayIn(asOf.instant, zone), instant: asOf.instant }
