import { parseCalendarDay } from '../../kernel/calendar-day.ts'
import type { EventDetails } from './event.ts'
import { CONTEMPTS, EFFECTS, PROMISED } from './event-kinds.ts'

/** Reads what only some kinds say from a jsonb column; what is not understood is left out. */
export function readDetails(json: unknown): EventDetails {
  const read = fieldsOf(json)
  const promised = fieldsOf(read['promise'])
  const what = PROMISED.find((word) => word === promised['what'])
  const dueOn = parseCalendarDay(textOf(promised['dueOn']))
  const contempt = CONTEMPTS.find((word) => word === read['contempt'])
  const effect = EFFECTS.find((word) => word === read['effect'])
  const [service, reference] = [textOf(read['service']), textOf(read['reference'])]
  return {
    ...(what && dueOn && { promise: { what, dueOn } }),
    ...(contempt && { contempt }),
    ...(effect && { effect }),
    ...(service && { service }),
    ...(reference && { reference }),
    ...(read['request'] === 'erasure' && { request: 'erasure' as const }),
  }
}

const isFields = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null
const fieldsOf = (json: unknown): Readonly<Record<string, unknown>> => (isFields(json) ? json : {})
const textOf = (json: unknown): string => (typeof json === 'string' ? json : '')
