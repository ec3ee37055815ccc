import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { type Length, lengthBetween, lengthUntil, momentOn } from '../../kernel/length.ts'
import type { AnswerRun, ComplaintState, Run } from './state.ts'

/**
 * The clocks of one complaint on one day, in whole days; absent when a clock never ran. They stand side by side and are
 * never added: `gap` is how much longer the household waited than the landlord's file says.
 */
export type Clocks = {
  readonly tenant?: Length
  readonly landlord?: Length
  readonly answer?: Length
  readonly gap?: Length
}

export function clocksOn(state: ComplaintState, today: CalendarDay): Clocks {
  const tenant = lengthOfLast(state.tenant, today)
  const file = fileOf(state)
  const landlord = file && lengthOf(file, today)
  const answer = answerLength(state.answer.at(-1), today)
  return {
    ...(tenant && { tenant }),
    ...(landlord && { landlord }),
    ...(answer && { answer }),
    ...(tenant && landlord && { gap: gapOf(tenant, landlord) }),
  }
}

/** A household that moves out or gives up has not been repaired: its wait was at least that long. */
export function lengthOf(run: Run, today: CalendarDay): Length {
  if (!run.until) return lengthUntil(run.from, momentOn(today))
  return run.ending === undefined || run.ending === 'gone'
    ? lengthBetween(run.from, run.until)
    : lengthUntil(run.from, run.until)
}

function lengthOfLast(runs: readonly Run[], today: CalendarDay): Length | undefined {
  const last = runs.at(-1)
  return last && lengthOf(last, today)
}

function answerLength(run: AnswerRun | undefined, today: CalendarDay): Length | undefined {
  if (!run) return undefined
  return run.until && !run.answered ? lengthUntil(run.from, run.until) : lengthOf(run, today)
}

/** The landlord's file of the wait that runs, or of the last one: a file closed before the trouble came back is not its. */
export function fileOf({ tenant, landlord }: ComplaintState): Run | undefined {
  const begun = tenant.length > 1 ? tenant.at(-1)?.from.latest : undefined
  return landlord.findLast(({ until }) => !begun || !until || until.latest >= begun)
}

function gapOf(tenant: Length, landlord: Length): Length {
  const days = Math.max(0, tenant.days - (landlord.most ?? landlord.days))
  const most = tenant.most === undefined ? undefined : Math.max(days, tenant.most - landlord.days)
  return { days, ...(most === undefined ? {} : { most }), ended: tenant.ended }
}
