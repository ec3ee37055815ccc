import { rowOf } from '../complaints/domain/event-kinds.ts'
import type { ThreadEvent } from '../complaints/domain/event.ts'
import { type ApproximateDay, exactDay, parseApproximateDay } from '../kernel/approximate-day.ts'
import { addDays, type CalendarDay } from '../kernel/calendar-day.ts'
import { sayDay, sayMonthOf } from '../kernel/french-calendar.fr.ts'
import type { Life, Step } from './lives.ts'
import { seedId } from './neighbourhood.ts'

type Told = {
  readonly key: string
  readonly life: Life
  readonly toldOn: CalendarDay
  /** How much slower than the story as written: 1 is as written. */
  readonly pace: number
  readonly today: CalendarDay
  readonly by: string
}

/** The thread of one household's life, up to today: what the story says will come later has not happened yet. */
export function liveALife({ key, life, toldOn, pace, today, by }: Told): readonly ThreadEvent[] {
  let day = toldOn
  const lines: ThreadEvent[] = []
  for (const [at, step] of life.steps.entries()) {
    day = addDays(day, at === 0 ? 0 : Math.round(step.after * pace))
    if (day > today) break
    lines.push(lineOf(seedId('event', key, String(at)), step, { day, today, by }))
  }
  return lines
}

type Moment = { readonly day: CalendarDay; readonly today: CalendarDay; readonly by: string }

function lineOf(id: string, step: Step, { day, today, by }: Moment): ThreadEvent {
  const { kind, channel = 'in_person', words = '', to = '', evidence = 'declared' } = step
  return {
    id,
    kind,
    actor: rowOf(kind).actors[0],
    channel,
    happened: remembered(day, today, step.vague),
    evidence,
    details: {
      ...(step.promise && { promise: { what: step.promise.what, dueOn: addDays(day, step.promise.in) } }),
      ...(step.contempt && { contempt: step.contempt }),
      ...(step.effect && { effect: step.effect }),
      ...(step.service && { service: step.service }),
      ...(step.reference && { reference: step.reference }),
    },
    words,
    interlocutor: to,
    recordedAt: new Date(`${day < today ? addDays(day, 1) : day}T08:30:00Z`),
    recordedBy: by,
  }
}

function remembered(day: CalendarDay, today: CalendarDay, vague: Step['vague']): ApproximateDay {
  if (vague === undefined) return exactDay(day)
  const said = vague === 'month' ? sayMonthOf(day) : `vers le ${sayDay(day)}`
  const read = parseApproximateDay(said, today)
  if (!read.ok) throw new Error(`a life tells an unreadable date: ${said}`)
  return read.value
}
