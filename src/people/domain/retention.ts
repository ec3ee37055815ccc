import { addDays, addMonths, type CalendarDay } from '../../kernel/calendar-day.ts'

/** How long a row is kept: a length from a day of its own, as long as what it belongs to, or until whoever wrote it is done with it. */
export type RetentionLength =
  | { readonly years: number }
  | { readonly days: number }
  | { readonly as: 'its_person' | 'its_complaint' | 'its_source' | 'its_space' | 'its_account' | 'its_use' }

export type RetentionRule = {
  /** Without its schema: a table that each kind of space has follows one rule. */
  readonly table: string
  readonly keptFor: RetentionLength
  /** The day from which the length counts, in French, as the page of rules says it. */
  readonly countedFrom: string
  readonly why: string
  readonly source: string
}

/** The first day that is kept: what counts from before it is purged. Undefined when no length was set. */
export function keptSince(keptFor: RetentionLength, today: CalendarDay): CalendarDay | undefined {
  if ('years' in keptFor) return addMonths(today, -12 * keptFor.years)
  if ('days' in keptFor) return addDays(today, -keptFor.days)
  return undefined
}
