import { addDays, type CalendarDay } from '../../kernel/calendar-day.ts'
import { NO_FLOOR } from '../../kernel/approximate-day.ts'
import type { HolidayZone } from '../../kernel/holiday-rules.ts'
import { dueAfter, type DueRefusal, type Step } from '../../kernel/working-calendar.ts'
import { RULES_VERSION } from './register.ts'
import type { DeadlineRule } from './rule.ts'

/** The rule as it was when a complaint's clock started: plain JSON, never written again. */
export type RuleCopy = DeadlineRule & { readonly rulesVersion: string }

export const copyOf = (rule: DeadlineRule): RuleCopy => ({
  ...rule,
  stopsOn: [...rule.stopsOn],
  families: [...rule.families],
  source: { ...rule.source },
  // A charter's rule is a row of its own for each version.
  rulesVersion: rule.kind === 'C' ? rule.id : RULES_VERSION,
})

/** When it started, as well as it is known: the same day twice when it is known to the day. */
export type StartedOn = { readonly earliest: CalendarDay; readonly latest: CalendarDay }

export type Due = {
  /** Counted from the latest start: nobody is called late before they certainly are. */
  readonly dueOn: CalendarDay | null
  /** Counted from the earliest start; none where the start has no floor. */
  readonly dueEarliest: CalendarDay | null
  /** The computation of `dueOn`, day by day; empty when there is none. */
  readonly steps: readonly Step[]
  /** Hours counted from a day without an hour: `dueOn` is the latest day that can be meant. */
  readonly hourUnknown: boolean
  readonly because?: DueRefusal['because'] | 'no_figure'
}

const NOTHING = { dueOn: null, dueEarliest: null, steps: [], hourUnknown: false } as const

export function dueOf(copy: DeadlineRule, startedOn: StartedOn, zone: HolidayZone): Due {
  const { length, unit, carriedOver } = copy
  if (length === null || unit === null) return { ...NOTHING, because: 'no_figure' }
  const due = dueAfter(startedOn.latest, length, unit, zone, { carriedOver })
  if (!due.ok) return { ...NOTHING, because: due.refusal.because }
  const { on, steps, hourUnknown } = due.value
  return { dueOn: on, dueEarliest: earliestDue(copy, startedOn, zone), steps, hourUnknown }
}

function earliestDue(
  { length, unit, carriedOver }: DeadlineRule,
  { earliest }: StartedOn,
  zone: HolidayZone,
): CalendarDay | null {
  if (earliest === NO_FLOOR || length === null || unit === null) return null
  // Hours are counted from the end of a day: the first hour of a day is the end of the day before.
  const start = unit === 'hours' ? addDays(earliest, -1) : earliest
  const due = dueAfter(start, length, unit, zone, { carriedOver })
  return due.ok ? due.value.on : null
}
