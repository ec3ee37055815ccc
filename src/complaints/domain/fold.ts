import { foldText } from '../../kernel/fold-text.ts'
import { type CalendarDay, earlierDay } from '../../kernel/calendar-day.ts'
import type { Moment } from '../../kernel/length.ts'
import { momentOf, standingEvents, type ThreadEvent } from './event.ts'
import { type ClockEffect, type ClockName, rowOf } from './event-kinds.ts'
import { foldPromises } from './promises.ts'
import { foldSilence } from './silence.ts'
import type { AnswerRun, ComplaintState, Run } from './state.ts'

/**
 * What a thread says. The same lines give the same state in whatever order they are given (property test), and it never
 * asks what day it is.
 */
export function foldThread(all: readonly ThreadEvent[]): ComplaintState {
  const events = standingEvents(all)
  const tenant = foldClock('tenant', events)
  const ball = ballOf(events)
  const last = events
    .map(({ happened }) => happened.latest)
    .sort()
    .at(-1)
  return {
    tenant,
    landlord: foldClock('landlord', events),
    answer: foldClock('answer', events),
    ...foldSilence(events, tenant),
    ...(ball && { ball }),
    promises: foldPromises(events),
    contested: isContested(events),
    ...countsOf(events),
    ...(last === undefined ? {} : { lastEventOn: last }),
    eventCount: events.length,
  }
}

/** The household's waits alone, one after another. */
export const foldWaits = (all: readonly ThreadEvent[]): readonly Run[] =>
  foldClock('tenant', standingEvents(all))

/** Who must act, since it came to them: being asked again does not begin it anew. */
function ballOf(events: readonly ThreadEvent[]): ComplaintState['ball'] {
  return events.reduce<ComplaintState['ball']>((now, { kind, happened }) => {
    const holder = rowOf(kind).ball
    return holder === undefined || holder === now?.holder ? now : { holder, since: momentOf(happened) }
  }, undefined)
}

function foldClock(clock: ClockName, events: readonly ThreadEvent[]): AnswerRun[] {
  return events.reduce<AnswerRun[]>((runs, event) => {
    const { clocks, ending, word } = rowOf(event.kind)
    const at = momentOf(event.happened)
    const running = runs.at(-1)
    if (begins(clocks[clock], running)) return [...runs, { from: at }]
    if (clocks[clock] !== 'stop' || !running || running.until) return runs
    const how = clock === 'answer' ? { answered: word } : {}
    return [
      ...runs.slice(0, -1),
      { ...running, ...spanOf(running.from, at), ...how, ...(ending && { ending }) },
    ]
  }, [])
}

function begins(effect: ClockEffect, last: Run | undefined): boolean {
  if (effect === 'start') return last === undefined
  return effect === 'restart' && (last === undefined || last.until !== undefined)
}

/** Each end tells of the other: what ended in June had begun by June, and did not end before it began. */
function spanOf(from: Moment, end: Moment): Required<Pick<Run, 'from' | 'until'>> {
  const floor = from.earliest
  const notBefore = (day: CalendarDay): CalendarDay => (floor && day < floor ? floor : day)
  const earliest = end.earliest ?? floor
  const until = { ...(earliest && { earliest: notBefore(earliest) }), latest: notBefore(end.latest) }
  return { from: { ...from, latest: earlierDay(from.latest, until.latest) }, until }
}

function isContested(events: readonly ThreadEvent[]): boolean {
  const turn = events.findLast(({ kind }) => SETTLES_A_CONTEST.includes(kind) || kind === 'closure_contested')
  return turn?.kind === 'closure_contested'
}

const SETTLES_A_CONTEST: readonly string[] = [
  'closed_by_landlord',
  'registered',
  'confirmed_gone',
  'given_up',
  'moved_out',
]

type Counts = Pick<
  ComplaintState,
  'reminders' | 'tellings' | 'interlocutors' | 'transfers' | 'contempts' | 'missedAppointments'
>

function countsOf(events: readonly ThreadEvent[]): Counts {
  const count = (...kinds: readonly string[]): number =>
    events.filter(({ kind }) => kinds.includes(kind)).length
  return {
    reminders: count('reminder'),
    tellings: events.filter(({ kind }) => rowOf(kind).told).length,
    interlocutors: new Set(
      events.map(({ interlocutor }) => foldText(interlocutor)).filter((name) => name !== ''),
    ).size,
    transfers: count('transfer_between_services'),
    contempts: count('contempt'),
    missedAppointments: count('appointment_missed_by_landlord', 'appointment_missed_by_contractor'),
  }
}
