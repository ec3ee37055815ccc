import type { ThreadEvent } from '../../complaints/domain/event.ts'
import { linesOf } from '../../complaints/domain/thread-lines.ts'
import type { ApproximateDay } from '../../kernel/approximate-day.ts'
import { type CalendarDay, dayIn } from '../../kernel/calendar-day.ts'

/** A line of the thread as the household's page shows it: nobody's name, nobody else's words. */
export type ToldLine = Pick<ThreadEvent, 'id' | 'kind' | 'actor' | 'channel' | 'happened'> & {
  /** The household's own, or empty. */
  readonly words: string
  readonly promise?: NonNullable<ThreadEvent['details']['promise']>
  readonly byCode: boolean
  /** The day the union took it back. */
  readonly undoneOn?: CalendarDay
  /** What its date was before it was corrected. */
  readonly before?: ApproximateDay
}

/** What a household reads of its own thread. The union's working notes, and what others said, stay with the union. */
export function linesForHousehold(thread: readonly ThreadEvent[]): readonly ToldLine[] {
  return linesOf(thread)
    .filter(
      ({ event }) => event.kind !== 'retraction' && (event.kind !== 'note' || event.actor === 'household'),
    )
    .map(({ event, former, retraction }) => {
      const before = former.find(({ happened }) => !isSameDay(happened, event.happened))?.happened
      return {
        id: event.id,
        kind: event.kind,
        actor: event.actor,
        channel: event.channel,
        happened: event.happened,
        words: event.actor === 'household' ? event.words : '',
        ...(event.details.promise && { promise: event.details.promise }),
        byCode: event.byCode !== undefined,
        ...(retraction && { undoneOn: dayIn(retraction.recordedAt) }),
        ...(before && { before }),
      }
    })
}

const isSameDay = (a: ApproximateDay, b: ApproximateDay): boolean =>
  a.earliest === b.earliest && a.latest === b.latest
