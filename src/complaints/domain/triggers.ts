import type { Trigger } from '../../deadlines/domain/rule.ts'
import type { Moment } from '../../kernel/length.ts'
import { momentOf, standingEvents, type ThreadEvent } from './event.ts'
import type { Channel, EventKind } from './event-kinds.ts'

const WRITTEN: readonly Channel[] = ['letter', 'registered_letter', 'email']

/** What each kind of event is to a deadline; `written` when it only counts on paper or by e-mail. */
const TRIGGERED_BY: Partial<Record<EventKind, readonly { trigger: Trigger; written?: true }[]>> = {
  first_telling: [{ trigger: 'told' }, { trigger: 'told_in_writing', written: true }],
  recurrence: [{ trigger: 'told' }, { trigger: 'told_in_writing', written: true }],
  reminder: [{ trigger: 'told_in_writing', written: true }],
  registered: [{ trigger: 'registered' }],
  acknowledged: [{ trigger: 'acknowledged' }],
  answer_substantive: [{ trigger: 'answered' }],
  refusal_with_reasons: [{ trigger: 'answered' }, { trigger: 'refused' }],
  refusal_without_reasons: [{ trigger: 'refused' }],
  promise: [{ trigger: 'promised' }],
  visit: [{ trigger: 'visited' }],
  appointment_kept: [{ trigger: 'visited' }],
  work_done: [{ trigger: 'repaired' }],
  closed_by_landlord: [{ trigger: 'closed' }],
  commission_seized: [{ trigger: 'commission_seized' }],
  confirmed_gone: [{ trigger: 'gone' }],
  given_up: [{ trigger: 'left' }],
  moved_out: [{ trigger: 'left' }],
}

/** Something that starts or stops deadlines, in the run of the wait it belongs to: 1 is the first. */
export type Occurrence = { readonly trigger: Trigger; readonly run: number; readonly at: Moment }

/** What happened to a complaint, for deadlines, in order. */
export function occurrencesOf(thread: readonly ThreadEvent[]): readonly Occurrence[] {
  let run = 1
  const events = standingEvents(thread)
  return events.flatMap((event, at) => {
    if (event.kind === 'recurrence') run += 1
    if (event.kind === 'work_done' && isContested(events.slice(at + 1))) return []
    return triggersOf(event).map((trigger) => ({ trigger, run, at: momentOf(event.happened) }))
  })
}

/** Works that the household says were not done, or did not mend, repaired nothing. */
function isContested(after: readonly ThreadEvent[]): boolean {
  const next = after.find(({ kind }) =>
    ['closure_contested', 'confirmed_gone', 'work_done', 'recurrence'].includes(kind),
  )
  return next?.kind === 'closure_contested'
}

function triggersOf({ kind, channel }: ThreadEvent): readonly Trigger[] {
  const inWriting = WRITTEN.includes(channel)
  return (TRIGGERED_BY[kind] ?? [])
    .filter(({ written }) => !written || inWriting)
    .map(({ trigger }) => trigger)
}
