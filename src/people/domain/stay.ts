import type { ApproximateDay } from '../../kernel/approximate-day.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'

/** One person in one home for a period. Neither end has to be known; what was said of it is kept as it was said. */
export type Stay = {
  readonly id: string
  readonly homeId: string
  readonly personId: string
  readonly since: ApproximateDay | undefined
  readonly until: ApproximateDay | undefined
}

/** Somebody lives there still, unless it was told that they left. */
export const isCurrent = (stay: Pick<Stay, 'until'>): boolean => stay.until === undefined

/** A stay cannot end before it may have begun; approximate days may overlap. */
export const endsBeforeItBegins = ({ since, until }: Pick<Stay, 'since' | 'until'>): boolean =>
  since !== undefined && until !== undefined && until.latest < since.earliest

/** Two stays are the same told twice when somebody is said to live in the same home, and has not left it. */
export const isToldAlready = (stays: readonly Stay[], homeId: string): boolean =>
  stays.some((stay) => stay.homeId === homeId && isCurrent(stay))

/** Those who live there first, then the latest to have left. */
export function inOrder<S extends Stay>(stays: readonly S[]): readonly S[] {
  const end = (stay: S): CalendarDay | '9999' => stay.until?.latest ?? '9999'
  return [...stays].sort((a, b) => (end(a) === end(b) ? (a.id < b.id ? 1 : -1) : end(a) < end(b) ? 1 : -1))
}
