import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { clocksOn, type Clocks } from './clocks.ts'
import type { ComplaintState, Run } from './state.ts'

/** The wait that runs, or the last one: a file closed before the trouble came back is not its registration. */
export type Wait = Clocks & { readonly ours?: Run; readonly theirs?: Run; readonly times: number }

export function currentWait(state: ComplaintState, today: CalendarDay): Wait {
  const ours = state.tenant.at(-1)
  const begun = ours && state.tenant.length > 1 ? ours.from.latest : undefined
  const landlord = state.landlord.filter(({ until }) => !begun || !until || until.latest >= begun)
  const theirs = landlord.at(-1)
  return {
    ...clocksOn({ ...state, landlord }, today),
    ...(ours && { ours }),
    ...(theirs && { theirs }),
    times: state.tenant.length,
  }
}
