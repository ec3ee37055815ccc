/**
 * How the dates of a column are written. It is decided for the whole column, from counts of the values that each order
 * reads; never value by value, since 03/02/2025 is a day in February here and in March elsewhere.
 */
import { accept, refuse, type Result } from '../../kernel/result.ts'

/** What stands first, second and third in a date; `yy` is a year of two digits, `excel` a number of days since 1899-12-30. */
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy', 'ymd8', 'dmy8', 'ymd2', 'dmy2', 'mdy2', 'excel'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

export type DatePrecision = 'day' | 'minute' | 'instant'

/** What an engine counted in a column, values that say nothing («?») left out. */
export type DateCounts = {
  readonly values: number
  /** Values that each order reads as a day that exists. */
  readonly read: Readonly<Partial<Record<DateOrder, number>>>
  /** Values that `dmy` and `mdy` both read, and among them those that are then two different days. */
  readonly bothWays: number
  readonly twoWays: number
  readonly twoWaysSamples: readonly string[]
  readonly samples: readonly string[]
  /** The sign between day, month and year that most values have; empty in `ymd8` and `excel`. */
  readonly separator: string
}

export type DateRefusal =
  | {
      readonly because: 'ambiguous_dates'
      readonly header: string
      readonly formats: readonly [string, string]
      readonly samples: readonly string[]
    }
  | {
      readonly because: 'two_digit_years'
      readonly header: string
      readonly formats: readonly string[]
      readonly samples: readonly string[]
    }

/** The order in which a column is written; null when no value was read in any. */
export type DecidedOrder = {
  readonly order: DateOrder | null
  /** As `dateFormat` would say it. */
  readonly format: string
  /** Both orders read every value; the other column of dates told which. */
  readonly borrowed: boolean
}

export type OrderHints = {
  /** `dateFormat` of the map. */
  readonly dateFormat?: string | undefined
  /** The order of another column of dates of the same file, written with the same sign. */
  readonly beside?: DateOrder | undefined
}

/** One value in a hundred may be a slip of the hand; more of them and the column has two orders. */
const SLIPS = 0.01

export function decideOrder(
  header: string,
  counts: DateCounts,
  hints: OrderHints = {},
): Result<DecidedOrder, DateRefusal> {
  const count = (order: DateOrder): number => {
    const read = counts.read[order] ?? 0
    return order === 'excel' && read < counts.values ? 0 : read // a column of serials holds nothing else
  }
  const decided = (order: DateOrder | null, borrowed = false) =>
    accept({ order, format: order ? formatName(order, counts.separator) : '', borrowed })
  const told = hints.dateFormat === undefined ? undefined : readDateFormat(hints.dateFormat)
  if (told && (count(told) > 0 || count('ymd') < counts.values)) return decided(told)
  const best = bestOf(ofFourDigits, count)
  if (best === null) {
    const short = TWO_DIGITS.filter((order) => count(order) > 0)
    if (short.length === 0) return decided(null)
    const formats = short.map((order) => formatName(order, counts.separator))
    return refuse({ because: 'two_digit_years', header, formats, samples: counts.samples.slice(0, 2) })
  }
  if ((best !== 'dmy' && best !== 'mdy') || !isTwoWays(counts, count)) return decided(best)
  if (hints.beside === 'dmy' || hints.beside === 'mdy') return decided(hints.beside, true)
  const formats = [formatName('dmy', counts.separator), formatName('mdy', counts.separator)] as const
  return refuse({ because: 'ambiguous_dates', header, formats, samples: counts.twoWaysSamples.slice(0, 2) })
}

const TWO_DIGITS = ['ymd2', 'dmy2', 'mdy2'] as const
const ofFourDigits = ['ymd', 'dmy', 'mdy', 'ymd8', 'excel'] as const

/** The order that reads the most; the first of the list among equals. */
function bestOf(orders: readonly DateOrder[], count: (order: DateOrder) => number): DateOrder | null {
  const best = orders.reduce((a, b) => (count(b) > count(a) ? b : a))
  return count(best) > 0 ? best : null
}

/** Whether the column does not tell day from month: no value has one order only, or each order has its own values. */
function isTwoWays({ bothWays, twoWays }: DateCounts, count: (order: DateOrder) => number): boolean {
  const own = [count('dmy') - bothWays, count('mdy') - bothWays] as const
  const most = Math.max(...own)
  return twoWays > 0 && (most === 0 || Math.min(...own) > SLIPS * most)
}

const SHAPES: Readonly<Record<DateOrder, readonly string[]>> = {
  ymd: ['yyyy', 'MM', 'dd'],
  dmy: ['dd', 'MM', 'yyyy'],
  mdy: ['MM', 'dd', 'yyyy'],
  ymd8: ['yyyyMMdd'],
  dmy8: ['ddMMyyyy'],
  ymd2: ['yy', 'MM', 'dd'],
  dmy2: ['dd', 'MM', 'yy'],
  mdy2: ['MM', 'dd', 'yy'],
  excel: ['excel'],
}

/** As `dateFormat` says it: `dd/MM/yyyy`. */
export function formatName(order: DateOrder, separator: string): string {
  return SHAPES[order].join(separator || '-')
}

/** The order that a `dateFormat` tells; undefined when it is none of ours. Any sign between, an hour after it or not. */
export function readDateFormat(text: string): DateOrder | undefined {
  const day = text.trim().split(/[\sT]/)[0] ?? ''
  const parts = day.split(/[-/.]/).map((part) => (part === 'd' ? 'dd' : part === 'M' ? 'MM' : part))
  return DATE_ORDERS.find((order) => SHAPES[order].join('-') === parts.join('-'))
}
