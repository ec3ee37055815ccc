import type { CalendarDay } from '../../kernel/calendar-day.ts'

/** Each is asked, given and taken back by itself. */
export const PURPOSES = [
  'kept',
  'called_back',
  'collective_demand',
  'quoted_anonymously',
  'research',
  'presented_to_landlord',
] as const
export type Purpose = (typeof PURPOSES)[number]

/** An agreement somebody gave, in words that are still known, until the day they took it back. */
export type Consent = {
  readonly id: string
  readonly personId: string
  readonly purpose: Purpose
  readonly wordingVersion: string
  readonly givenOn: CalendarDay
  readonly withdrawnOn: CalendarDay | undefined
}

export const isRunning = (consent: Consent): boolean => consent.withdrawnOn === undefined

/** The running agreements to one purpose; two when files that both held it were joined. */
export const runningFor = (consents: readonly Consent[], purpose: Purpose): readonly Consent[] =>
  consents.filter((c) => c.purpose === purpose && isRunning(c))
