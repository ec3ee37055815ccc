import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { SensitiveKind } from './sensitive-columns.ts'

/** What allows a file to come: who gives it, what for, until when, and which personal columns. */
export type DataAgreement = {
  readonly id: string
  readonly title: string
  readonly giver: string
  readonly purpose: string
  readonly validFrom: CalendarDay
  readonly validUntil: CalendarDay
  readonly allowedColumns: readonly SensitiveKind[]
  readonly recordedAt: Date
  readonly endedAt: Date | null
}

export type AgreementRefusal =
  | { readonly because: 'agreement_not_begun'; readonly title: string; readonly from: CalendarDay }
  | { readonly because: 'agreement_over'; readonly title: string; readonly until: CalendarDay }
  | { readonly because: 'agreement_ended'; readonly title: string }

/** Why nothing may be read under this agreement today; undefined when it may. */
export function agreementProblem(agreement: DataAgreement, today: CalendarDay): AgreementRefusal | undefined {
  const { title, validFrom, validUntil, endedAt } = agreement
  if (endedAt) return { because: 'agreement_ended', title }
  if (today < validFrom) return { because: 'agreement_not_begun', title, from: validFrom }
  if (today > validUntil) return { because: 'agreement_over', title, until: validUntil }
  return undefined
}
