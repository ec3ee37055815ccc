import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { clocksOn, type Clocks, fileOf } from './clocks.ts'
import type { ComplaintState, Run } from './state.ts'

/** The wait that runs, or the last one, with the landlord's file of that wait. */
export type Wait = Clocks & { readonly ours?: Run; readonly theirs?: Run; readonly times: number }

export function currentWait(state: ComplaintState, today: CalendarDay): Wait {
  const [ours, theirs] = [state.tenant.at(-1), fileOf(state)]
  return {
    ...clocksOn(state, today),
    ...(ours && { ours }),
    ...(theirs && { theirs }),
    times: state.tenant.length,
  }
}
