import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { foldText } from '../../kernel/fold-text.ts'

export const LANGUAGES = [
  'fr',
  'ar',
  'ber',
  'bm',
  'en',
  'es',
  'pt',
  'ro',
  'ta',
  'tr',
  'uk',
  'wo',
  'zh',
  'other',
] as const
export type Language = (typeof LANGUAGES)[number]

/** How somebody outside the union may reach a person; `union` gives out neither number nor address. */
export const REACHES = ['union', 'phone', 'email'] as const
export type Reach = (typeof REACHES)[number]

/** What somebody told of themselves; an empty string is what they did not tell. */
export type PersonFields = {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly language: Language
  readonly reachBy: Reach
  readonly note: string
}

export type Person = PersonFields & {
  readonly id: string
  readonly lastContactOn: CalendarDay
  /** The file this one was joined to; it then shows as a part of that one. */
  readonly mergedInto: string | null
  /** Grows with each writing, so that two people who write at once are told. */
  readonly version: number
}

/** The digits of a number as they are dialled in France, so that « +33 6 12 » and « 06.12 » are one number. */
export function phoneDigits(phone: string): string {
  const digits = phone
    .normalize('NFKC')
    .replace(/\(0\)/, '')
    .replace(/[^\d+]/g, '')
  return digits.replace(/^(?:\+|00)33/, '0').replaceAll('+', '')
}

/** What a person is searched by. A name of signs only keeps them: nothing else would find it. */
export function searchTextOf({ name, phone }: Pick<PersonFields, 'name' | 'phone'>): string {
  return `${foldText(name) || name} ${phoneDigits(phone)}`.trim()
}

/** Whether what was typed to confirm an erasure is this name: case, accents and spaces aside. */
export function isSameName(typed: string, name: string): boolean {
  return (foldText(typed) || typed.trim()) === (foldText(name) || name.trim())
}
