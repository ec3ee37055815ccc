import { type RawBuilder, sql } from 'kysely'
import type { WaitColumns } from '../domain/explorer-waits.ts'

/** Columns of waits as the database tells them: one text for each, whatever their length. */
export type ToldColumns = {
  readonly days: string
  readonly entry: string
  readonly outcome: string
  readonly n: string
}

export const columnsOf = ({ days, entry, outcome, n }: ToldColumns): WaitColumns => ({
  days: wholeNumbers(days),
  entry: wholeNumbers(entry),
  outcome: wholeNumbers(outcome),
  n: wholeNumbers(n),
})

/** Rows of `counted` (days, outcome, n and what tells them apart) as columns, for each of `apart`. */
export const gathered = (counted: RawBuilder<unknown>, apart: string): RawBuilder<unknown> => sql`
  select ${sql.id(apart)}, array_agg(days)::text as days, '{}' as entry, array_agg(outcome)::text as outcome,
    array_agg(n)::text as n from (${counted}) counted group by 1`

const [ZERO, COMMA, MINUS] = [48, 44, 45] as const

/** «{3,14,-1}»: the driver would make an object of each row, and a text of each number. */
export function wholeNumbers(text: string): Int32Array {
  const last = text.length - 1
  let size = last < 2 ? 0 : 1
  for (let i = 1; i < last; i++) if (text.charCodeAt(i) === COMMA) size++
  const numbers = new Int32Array(size)
  let [at, number, sign] = [0, 0, 1]
  for (let i = 1; i < last; i++) {
    const code = text.charCodeAt(i)
    if (code === COMMA) {
      numbers[at++] = sign * number
      number = 0
      sign = 1
    } else if (code === MINUS) sign = -1
    else number = number * 10 + code - ZERO
  }
  if (size > 0) numbers[at] = sign * number
  return numbers
}
