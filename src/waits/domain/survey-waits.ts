import { type Sampling, SAMPLINGS } from '../../survey/domain/event.ts'
import type { ToldCase } from '../../survey/domain/told-case.ts'
import type { Cell } from './cell-waits.ts'
import type { Header, StratumRow } from './leaving.ts'
import { firstDayOf } from './explorer-question.ts'
import { columnsOfRows, type WaitPart, type WaitRow } from './explorer-waits.ts'

/**
 * A survey sees the waits that still last on the day somebody knocks: short ones are over and unseen. Each is followed
 * from the age that it had that day (left truncation), so that those which were not seen are not missed.
 */
export type SurveyWaits = {
  readonly cases: readonly ToldCase[]
  /** A day number: what is closed later still waits, what was seen later is not counted. */
  readonly asOf: number
}

type Selection = { readonly place: string | null; readonly category: string | null }
type Months = { readonly from: number | null; readonly until: number | null }

/** Of these cases, those of one selection that had begun, and had been seen, by then. */
export function casesIn(
  { cases, asOf }: SurveyWaits,
  { place, category }: Selection,
  { from, until }: Months,
): readonly ToldCase[] {
  const first = from === null ? -Infinity : firstDayOf(from)
  const last = until === null ? Infinity : firstDayOf(until + 1)
  return cases.filter(
    ({ estateId, familyCode, opened, seen }) =>
      (place === null || estateId === place) &&
      (category === null || familyCode === category) &&
      opened >= first &&
      opened < last &&
      opened <= asOf &&
      seen <= asOf,
  )
}

/** The day after the knock: what had ended that day before it was not there to be seen, and what ends after it is not told apart. */
const followedFrom = ({ seen }: ToldCase, asOf: number): number => Math.min(seen + 1, asOf)

/** `days` from the first telling until the end, or until now; `entry` is the age from which it is followed. */
export const waitOf = (one: ToldCase, asOf: number): WaitRow => ({
  days: Math.min(one.closed, asOf) - one.opened,
  entry: Math.max(0, followedFrom(one, asOf) - one.opened),
  outcome: one.closed <= asOf ? one.outcome : 0,
  n: one.n,
})

export const partOf = (cases: readonly ToldCase[], at: number, asOf: number): WaitPart => ({
  at,
  ...columnsOfRows(cases.map((one) => waitOf(one, asOf))),
})

export const keyIn = (header: Header, { estateId, familyCode }: ToldCase): string =>
  header === 'place' ? estateId : familyCode

/** Rows of every stratum of these headers, each wait laid on the last day of its stretch, as counts that leave are. */
export function cutCases(
  { cases, asOf }: SurveyWaits,
  by: readonly Header[],
  ends: readonly number[],
): readonly StratumRow[] {
  const [cuts, last] = [ends.filter((end) => end > 0), Math.max(...ends)]
  return cases
    .filter(({ opened, seen }) => opened <= asOf && seen <= asOf)
    .map((one) => {
      const { days, entry, ...rest } = waitOf(one, asOf)
      const end = cuts.find((cut) => days < cut)
      return {
        ...rest,
        place: by.includes('place') ? one.estateId : '*',
        category: by.includes('category') ? one.familyCode : '*',
        days: end === undefined ? last : end - 1,
        entry: Math.min(entry, last),
      }
    })
}

/** Cases with the day from which each is seen, for days that are not those of the calendar. */
export const cellsOfCases = (cases: readonly ToldCase[], asOf: number): readonly Cell[] =>
  cases.map((one) => ({
    opened: one.opened,
    closed: one.closed,
    outcome: one.outcome,
    n: one.n,
    seenFrom: followedFrom(one, asOf),
  }))

/** How many waits each route of sampling brought, those that brought none left out. */
export const routesOf = (cases: readonly ToldCase[]): readonly (readonly [Sampling, number])[] =>
  SAMPLINGS.map(
    (route) =>
      [route, cases.reduce((sum, { sampling, n }) => sum + (sampling === route ? n : 0), 0)] as const,
  ).filter(([, count]) => count > 0)
