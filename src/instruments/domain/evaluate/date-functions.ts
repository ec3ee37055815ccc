import type { Called, Functions } from './functions.ts'
import { dateOf, dateOfDays, daysSince1970, toText, type Value } from './value.ts'

const two = (value: number, length = 2) => String(value).padStart(length, '0')

export function dayText(date: Date): string {
  return `${two(date.getFullYear(), 4)}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

export function instantText(date: Date): string {
  const away = -date.getTimezoneOffset()
  const offset = `${away < 0 ? '-' : '+'}${two(Math.floor(Math.abs(away) / 60))}:${two(Math.abs(away) % 60)}`
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
  return `${dayText(date)}T${time}.${two(date.getMilliseconds(), 3)}${offset}`
}

/** A number is days since 1970; a text is what it says. */
function read(value: Value): Date | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? dateOfDays(value) : undefined
  const text = toText(value)
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return dateOfDays(Number(text))
  return dateOf(text)
}

const said = (value: Value, say: (date: Date) => string) => {
  const date = read(value)
  return date ? say(date) : ''
}

const TIME = /^(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?/

function decimalTime({ at }: Called): number {
  const [, hours, minutes, seconds] = TIME.exec(toText(at(0))) ?? []
  if (hours === undefined) return Number.NaN
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86_400
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

const PARTS: Readonly<Record<string, (date: Date) => string>> = {
  Y: (date) => two(date.getFullYear(), 4),
  y: (date) => two(date.getFullYear() % 100),
  m: (date) => two(date.getMonth() + 1),
  n: (date) => String(date.getMonth() + 1),
  b: (date) => MONTHS[date.getMonth()] ?? '',
  d: (date) => two(date.getDate()),
  e: (date) => String(date.getDate()),
  H: (date) => two(date.getHours()),
  h: (date) => String(date.getHours()),
  M: (date) => two(date.getMinutes()),
  S: (date) => two(date.getSeconds()),
  3: (date) => two(date.getMilliseconds(), 3),
  a: (date) => DAYS[date.getDay()] ?? '',
  W: (date) => String(weekOf(date)),
}

function weekOf(date: Date): number {
  const thursday = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 4 - (date.getDay() || 7))
  return Math.ceil(
    ((thursday.getTime() - new Date(thursday.getFullYear(), 0, 1).getTime()) / 86_400_000 + 1) / 7,
  )
}

const format = ({ at }: Called) =>
  said(at(0), (date) => toText(at(1)).replace(/%(.)/g, (whole, part: string) => PARTS[part]?.(date) ?? whole))

export const DATE_FUNCTIONS: Functions = {
  today: ({ here }) => dayText(here.around.now),
  now: ({ here }) => instantText(here.around.now),
  date: ({ at }) => said(at(0), dayText),
  'date-time': ({ at }) => said(at(0), instantText),
  'decimal-date-time': ({ at }) => {
    const date = read(at(0))
    return date ? daysSince1970(date) : Number.NaN
  },
  'decimal-time': decimalTime,
  'format-date': format,
  'format-date-time': format,
}
