import type { ScopedDb } from '../../access/scope.ts'
import { charterRulesFor, type DeadlineRule, REGISTER } from '../../deadlines/public.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { ExplorerQuestion } from '../domain/explorer-question.ts'
import type { ClockReader } from './clock-reading.ts'

/** What is drawn as a landing: promises of this landlord, the written demand of two months, and marks when asked. */
export async function rulesFor(
  db: ScopedDb,
  { landlordId }: ClockReader,
  q: ExplorerQuestion,
  today: CalendarDay,
): Promise<readonly DeadlineRule[]> {
  const charter = landlordId === null ? [] : await charterRulesFor(db, landlordId)
  const holds = ({ validFrom, validUntil }: DeadlineRule) =>
    (validFrom === null || validFrom <= today) && (validUntil === null || today <= validUntil)
  const ends = ({ stopsOn }: DeadlineRule) => stopsOn.includes('repaired') || stopsOn.includes('closed')
  const starts = ({ startsOn }: DeadlineRule) =>
    startsOn === 'told' || startsOn === 'told_in_writing' || startsOn === 'registered'
  return [...REGISTER, ...charter].filter(
    (rule) =>
      holds(rule) &&
      starts(rule) &&
      ends(rule) &&
      (rule.kind === 'C' || rule.kind === 'P' || (q.norms && rule.kind === 'R')),
  )
}
