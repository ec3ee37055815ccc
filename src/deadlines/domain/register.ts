import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { FOREIGN } from './foreign-norms.fr.ts'
import { LAW } from './law.fr.ts'
import { PROCEDURE } from './procedure.fr.ts'
import { type DeadlineRule, isInForce, speaksOf, type Trigger } from './rule.ts'

/** Changes whenever a row of the register does: a copy says which register it was taken from. */
export const RULES_VERSION = '2026-11-23'

/** Law, remedies and foreign norms, reviewed in the code; charters are in the database. */
export const REGISTER: readonly DeadlineRule[] = [...LAW, ...PROCEDURE, ...FOREIGN]

export const findRule = (id: string): DeadlineRule | undefined => REGISTER.find((rule) => rule.id === id)

export type Start = {
  readonly trigger: Trigger
  /** Code of the nomenclature: «heating», «heating.none». */
  readonly family: string
  readonly on: CalendarDay
  /** The landlord's own charter, as `charterRulesFor` gives it. */
  readonly charter: readonly DeadlineRule[]
}

/** The rules whose clock starts when this happens to a complaint of this family, in force on that day. */
export function rulesStartedBy({ trigger, family, on, charter }: Start): readonly DeadlineRule[] {
  return [...REGISTER, ...charter].filter(
    (rule) => rule.startsOn === trigger && speaksOf(rule, family) && isInForce(rule, on),
  )
}
