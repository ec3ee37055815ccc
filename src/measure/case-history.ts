import { type Contribution, STILL_OPEN } from './lexis.ts'
import { NOT_ENDED } from './outcomes.ts'

/** What happened to a case, on a day, as known from a day; day numbers. `sequence` orders what one day brings. */
export type CaseEvent = { readonly day: number; readonly knownFrom: number; readonly sequence: number } & (
  | { readonly kind: 'opened'; readonly stratum: number }
  | { readonly kind: 'closed'; readonly outcome: number }
  | { readonly kind: 'reopened' }
  /** An event of this case that never was: a typing mistake, a consent withdrawn. */
  | { readonly kind: 'taken_back'; readonly what: number }
)

export type CaseState = Pick<Contribution, 'stratum' | 'opened' | 'closed' | 'outcome'>

/**
 * The state after these events, in whatever order they are given: from the first opening to the last closing that no
 * reopening follows. Undefined while the case is not opened. A closing dated before the opening is on its day.
 */
export function stateOf(events: readonly CaseEvent[]): CaseState | undefined {
  const gone = new Set(events.flatMap((event) => (event.kind === 'taken_back' ? [event.what] : [])))
  const lived = events.filter((event) => !gone.has(event.sequence)).toSorted(byDay)
  const opening = lived.find((event) => event.kind === 'opened')
  if (opening?.kind !== 'opened') return undefined
  const last = lived.findLast((event) => event.kind === 'closed' || event.kind === 'reopened')
  const start = { stratum: opening.stratum, opened: opening.day }
  if (last?.kind !== 'closed') return { ...start, closed: STILL_OPEN, outcome: NOT_ENDED }
  return { ...start, closed: Math.max(last.day, opening.day), outcome: last.outcome }
}

/**
 * What a case adds to the Lexis table: its state when it became known, and at each day that changed it the old state
 * taken away and the new one added. As known on any day, the contributions sum to the state known on that day.
 * To add an event later: merge the table with the negative of the old contributions and with the new ones.
 */
export function contributionsOfCase(events: readonly CaseEvent[]): Contribution[] {
  const days = [...new Set(events.map((event) => event.knownFrom))].toSorted((a, b) => a - b)
  return contributionsOfStates(
    days.map((knownFrom) => {
      const state = stateOf(events.filter((event) => event.knownFrom <= knownFrom))
      return { knownFrom, states: state ? [state] : [] }
    }),
  )
}

/** The same, of what was known day after day, for whoever has another fold: none, one or several waits at once. */
export function contributionsOfStates(
  known: readonly { readonly knownFrom: number; readonly states: readonly CaseState[] }[],
): Contribution[] {
  return known.flatMap(({ knownFrom, states }, at) => {
    const before = known[at - 1]?.states ?? []
    return [
      ...missingFrom(states, before).map((state) => ({ ...state, knownFrom, count: -1 })),
      ...missingFrom(before, states).map((state) => ({ ...state, knownFrom, count: 1 })),
    ]
  })
}

/** The states that the first list lacks, each as often as it lacks it. */
function missingFrom(first: readonly CaseState[], second: readonly CaseState[]): CaseState[] {
  const left = [...first]
  return second.filter((state) => {
    const found = left.findIndex((other) => sameState(other, state))
    if (found >= 0) left.splice(found, 1)
    return found === -1
  })
}

const byDay = (a: CaseEvent, b: CaseEvent): number => a.day - b.day || a.sequence - b.sequence

const sameState = (a: CaseState, b: CaseState): boolean =>
  a.stratum === b.stratum && a.opened === b.opened && a.closed === b.closed && a.outcome === b.outcome
