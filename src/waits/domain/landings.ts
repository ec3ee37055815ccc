import type { DeadlineRule } from '../../deadlines/domain/rule.ts'
import type { Unit } from '../../kernel/working-calendar.ts'
import type { StairLanding } from './staircase.ts'

/** A deadline that has a number of days, put where it falls on a clock of civil days; `about` when days off move it. */
export type RuleLanding = StairLanding & { readonly ruleId: string; readonly about: boolean }

/** Mean civil days of one of each unit: a stair starts on every day of the year. */
const DAYS_OF: Readonly<Record<Unit, number>> = {
  hours: 1 / 24,
  calendar_days: 1,
  business_days: 7 / 6,
  working_days: 7 / 5,
  months: 365.25 / 12,
}
const EXACT: readonly Unit[] = ['hours', 'calendar_days']
const MOST = 5

/** The landings of these rules, the shortest first; what has no number of days is not drawn. */
export function landingsOf(
  rules: readonly DeadlineRule[],
  say: (rule: DeadlineRule) => { readonly words: string; readonly short: string },
): readonly RuleLanding[] {
  return rules
    .flatMap((rule) => {
      const { id, kind, length, unit } = rule
      if (length === null || unit === null) return []
      const day = Math.round(length * DAYS_OF[unit] * 10) / 10
      return [{ ruleId: id, kind, day, about: !EXACT.includes(unit), ...say(rule) }]
    })
    .toSorted((a, b) => a.day - b.day)
    .slice(0, MOST)
}
