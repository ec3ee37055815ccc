/** A text as the type of its question keeps it; empty when it is none of that type. */
import type { Question } from '../form.ts'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/
const MOST = 2_147_483_647

export function keptAs(question: Question, text: string): string {
  switch (question.type) {
    case 'integer':
      return integer(text)
    case 'decimal':
      return decimal(text)
    case 'range':
      return ranged(question, text)
    case 'date':
      return day(text)
    case 'dateTime':
    case 'start':
    case 'end':
      return INSTANT.test(text) && day(text.slice(0, 10)) !== '' ? text : ''
    case 'time':
      return TIME.test(text) ? text : ''
    case 'acknowledge':
      return text.toLowerCase() === 'ok' ? 'OK' : ''
    case 'geopoint':
      return geopoint(text)
    case 'select_one':
      return oneWord(text)
    case 'select_multiple':
      return words(text)
    default:
      return text
  }
}

const words = (text: string) =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ')

/** A space would make one choice two. */
const oneWord = (text: string) => (/\s/.test(text.trim()) ? '' : text.trim())

function integer(text: string): string {
  const value = Math.trunc(Number(text))
  return text === '' || !(Math.abs(value) <= MOST) ? '' : String(value)
}

function decimal(text: string): string {
  const value = Number(text)
  return text === '' || !Number.isFinite(value) ? '' : withDecimal(value)
}

function ranged({ parameters }: Question, text: string): string {
  const [start, end] = [Number(parameters?.['start']), Number(parameters?.['end'])]
  const isWhole = [parameters?.['start'], parameters?.['end'], parameters?.['step']].every(
    (written) => !written?.includes('.'),
  )
  const kept = isWhole ? integer(text) : decimal(text)
  return kept !== '' && Number(kept) >= start && Number(kept) <= end ? kept : ''
}

function day(text: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+)?$/.exec(text) ?? []
  if (year === undefined) return ''
  const real = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)))
  const isReal = real.getUTCMonth() === Number(month) - 1 && real.getUTCDate() === Number(date)
  return isReal ? `${year}-${month}-${date}` : ''
}

function geopoint(text: string): string {
  const parts = text.trim().split(/\s+/).map(Number)
  const [latitude = Number.NaN, longitude = Number.NaN] = parts
  const isPlace = parts.length >= 2 && parts.length <= 4 && parts.every(Number.isFinite)
  return isPlace && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
    ? parts.map(withDecimal).join(' ')
    : ''
}

const withDecimal = (value: number) => (Number.isInteger(value) ? `${value}.0` : String(value))
