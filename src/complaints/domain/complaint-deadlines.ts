import { copyOf, dueOf, type RuleCopy } from '../../deadlines/domain/rule-copy.ts'
import { rulesStartedBy } from '../../deadlines/domain/register.ts'
import type { DeadlineRule, Trigger } from '../../deadlines/domain/rule.ts'
import { standing, type Standing } from '../../deadlines/domain/standing.ts'
import { NO_FLOOR } from '../../kernel/approximate-day.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { HolidayZone } from '../../kernel/holiday-rules.ts'
import type { Moment } from '../../kernel/length.ts'
import type { ThreadEvent } from './event.ts'
import { type Occurrence, occurrencesOf } from './triggers.ts'

/** The rule that applied, as it was when it started to run on a complaint, and what the thread says of it. */
export type ComplaintDeadline = {
  readonly rule: RuleCopy
  /** Which run of the wait it belongs to: 1 is the first. */
  readonly run: number
  readonly started: Moment
  readonly dueOn?: CalendarDay
  readonly stopped?: Moment
  /** It stopped with the wait, and not by what it asks: nobody kept it. */
  readonly pointless?: true
}

type Asked = {
  readonly thread: readonly ThreadEvent[]
  readonly problemCode: string
  readonly zone: HolidayZone
  /** What the landlord's charter says, with its own validity. */
  readonly charter: readonly DeadlineRule[]
  /** The copies already made: a rule that changed since does not touch them. */
  readonly copied: readonly Pick<ComplaintDeadline, 'rule' | 'run'>[]
}

/** The deadlines of a complaint as its thread stands: rules are copied once, days are computed again. */
export function deadlinesOf({
  thread,
  problemCode,
  zone,
  charter,
  copied,
}: Asked): readonly ComplaintDeadline[] {
  const occurrences = occurrencesOf(thread)
  const starts = occurrences.filter((one, at) => at === occurrences.findIndex((other) => isSame(one, other)))
  return starts.flatMap((start) => {
    const { trigger, run, at } = start
    const kept = copied.filter((copy) => copy.run === run && copy.rule.startsOn === trigger)
    const rules = withNew(
      kept.map(({ rule }) => rule),
      newCopies(trigger, problemCode, at, charter),
    )
    const after = occurrences.slice(occurrences.indexOf(start) + 1).filter((one) => one.run === run)
    return rules.map((rule) => deadlineOf(rule, start, after, zone))
  })
}

const isSame = (a: Occurrence, b: Occurrence): boolean => a.trigger === b.trigger && a.run === b.run

const newCopies = (
  trigger: Trigger,
  family: string,
  at: Moment,
  charter: readonly DeadlineRule[],
): RuleCopy[] => rulesStartedBy({ trigger, family, on: at.latest, charter }).map(copyOf)

/**
 * What was copied stays as it was. A charter may be known after the start that it speaks of: a household that writes by
 * its code reads none, and a union finds the booklet later; the register is known from the first.
 */
function withNew(kept: readonly RuleCopy[], started: readonly RuleCopy[]): readonly RuleCopy[] {
  if (kept.length === 0) return started
  return kept.some(({ kind }) => kind === 'C')
    ? kept
    : [...kept, ...started.filter(({ kind }) => kind === 'C')]
}

const ENDS: readonly Trigger[] = ['gone', 'left']

function deadlineOf(
  rule: RuleCopy,
  { run, at: started }: Occurrence,
  after: readonly Occurrence[],
  zone: HolidayZone,
): ComplaintDeadline {
  const { dueOn } = dueOf(rule, { earliest: started.earliest ?? NO_FLOOR, latest: started.latest }, zone)
  const stop = after.find(({ trigger }) => rule.stopsOn.includes(trigger) || ENDS.includes(trigger))
  return {
    rule,
    run,
    started,
    ...(dueOn && { dueOn }),
    ...(stop && { stopped: stop.at, ...(isPointless(rule, stop.trigger) && { pointless: true }) }),
  }
}

/** That it is gone keeps a rule that asks for a repair, and no other; that somebody left keeps none. */
const isPointless = ({ stopsOn }: RuleCopy, trigger: Trigger): boolean =>
  trigger === 'left' || (trigger === 'gone' && !stopsOn.includes('repaired'))

/** Where it stands on a day. What passed before the wait ended stays passed, by as much as it was then. */
export function standsOn(
  { rule, dueOn, stopped, pointless }: ComplaintDeadline,
  today: CalendarDay,
  zone: HolidayZone,
): Standing | { readonly state: 'pointless' } {
  const due = dueOn ?? null
  if (!pointless || !stopped) return standing(rule, due, stopped?.latest, today, zone)
  const then = standing(rule, due, undefined, stopped.latest, zone)
  return then.state === 'running' ? { state: 'pointless' } : then
}

/** The first day, passed or to come, that binds the landlord and that nothing has stopped; a norm from elsewhere binds nobody. */
export function nextDueOn(deadlines: readonly ComplaintDeadline[]): CalendarDay | undefined {
  return deadlines
    .filter(({ rule, stopped }) => rule.kind !== 'R' && rule.bound === 'landlord' && !stopped)
    .flatMap(({ dueOn }) => dueOn ?? [])
    .toSorted()[0]
}
