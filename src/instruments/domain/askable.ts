import type { Question, QuestionType } from './form.ts'

/** Answered by typing. */
export const TYPED: readonly QuestionType[] = [
  'text',
  'integer',
  'decimal',
  'range',
  'date',
  'time',
  'dateTime',
  'barcode',
]

/** Answered by choices. */
export const CHOSEN: readonly QuestionType[] = ['select_one', 'select_multiple', 'rank']

/** Whether a telephone knows how to put it: pictures, sounds, places and files it does not yet. */
export const isAskable = ({ isAsked, type }: Question): boolean =>
  !isAsked || TYPED.includes(type) || CHOSEN.includes(type) || type === 'note' || type === 'acknowledge'
