import type { Moment } from '../../kernel/length.ts'
import { lengthBetween, lengthUntil } from '../../kernel/length.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { momentOf, type ThreadEvent } from './event.ts'
import { rowOf } from './event-kinds.ts'
import type { ComplaintState, Run } from './state.ts'

/** The last sign from the other side, and the longest stretch between two signs while the household waited, in days. */
export function foldSilence(
  events: readonly ThreadEvent[],
  tenant: readonly Run[],
): Pick<ComplaintState, 'lastWord' | 'longestSilence'> {
  const words = events.filter(({ kind }) => rowOf(kind).word).map(({ happened }) => momentOf(happened))
  const stretches = tenant.map((run) => longestIn(run, words))
  const lastWord = words.reduce<Moment | undefined>((a, b) => (a && a.latest > b.latest ? a : b), undefined)
  return { ...(lastWord ? { lastWord } : {}), longestSilence: Math.max(0, ...stretches) }
}

function longestIn({ from, until }: Run, words: readonly Moment[]): number {
  const inside = words.filter(({ latest }) => latest >= from.latest && (!until || latest <= until.latest))
  const ordered = [
    from,
    ...inside.toSorted((a, b) => (a.latest < b.latest ? -1 : 1)),
    ...(until ? [until] : []),
  ]
  const stretches = ordered.slice(1).map((next, at) => lengthBetween(ordered[at] ?? next, next).days)
  return Math.max(0, ...stretches)
}

/** Days since the last sign, or since the telling when there was none. Nothing once the wait is over. */
export function silenceNow(state: ComplaintState, today: CalendarDay): number | undefined {
  const run = state.tenant.at(-1)
  if (!run || run.until) return undefined
  const since = state.lastWord && state.lastWord.latest > run.from.latest ? state.lastWord : run.from
  return lengthUntil(since, { earliest: today, latest: today }).days
}

/** The longest stretch without a word, the one that still runs included. */
export function longestSilence(
  state: ComplaintState,
  today: CalendarDay,
): { days: number; running: boolean } {
  const now = silenceNow(state, today) ?? 0
  return now > state.longestSilence
    ? { days: now, running: true }
    : { days: state.longestSilence, running: false }
}
