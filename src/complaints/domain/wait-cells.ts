import { dayIn } from '../../kernel/calendar-day.ts'
import { type CaseState, contributionsOfStates } from '../../measure/case-history.ts'
import { dayNumber } from '../../measure/day-number.ts'
import { type Contribution, STILL_OPEN } from '../../measure/lexis.ts'
import { codeOf, NOT_ENDED } from '../../measure/outcomes.ts'
import type { ThreadEvent } from './event.ts'
import { rowOf } from './event-kinds.ts'
import { foldWaits } from './fold.ts'
import type { Run } from './state.ts'

/**
 * What a thread adds to the counts of its estate and family: each of the household's waits, from when it was known. A
 * recurrence is one wait more. A day is known when its line was recorded; a vague day is taken where the wait is the
 * shortest. `stratum` is 0: whoever adds them knows whose they are.
 */
export function waitCells(thread: readonly ThreadEvent[]): Contribution[] {
  const lines = thread.map((line) => ({ line, knownFrom: dayNumber(dayIn(line.recordedAt)) }))
  const days = lines.flatMap(({ line, knownFrom }) => (mayChangeWaits(line) ? [knownFrom] : []))
  const inOrder = [...new Set(days)].toSorted((a, b) => a - b)
  return contributionsOfStates(
    inOrder.map((day) => {
      const known = lines.flatMap(({ line, knownFrom }) => (knownFrom <= day ? [line] : []))
      return { knownFrom: day, states: foldWaits(known).map(stateOfRun) }
    }),
  )
}

const mayChangeWaits = ({ kind, supersedes }: ThreadEvent): boolean =>
  supersedes !== undefined || rowOf(kind).clocks.tenant !== 'none'

/** Who gave up or moved out stopped waiting without an end of the trouble: another outcome than a repair. */
function stateOfRun({ from, until, ending }: Run): CaseState {
  const opened = dayNumber(from.latest)
  if (!until) return { stratum: 0, opened, closed: STILL_OPEN, outcome: NOT_ENDED }
  const closed = Math.max(opened, dayNumber(until.earliest ?? until.latest))
  const isGone = ending === undefined || ending === 'gone'
  return { stratum: 0, opened, closed, outcome: codeOf(isGone ? 'repaired' : 'withdrawn') }
}
