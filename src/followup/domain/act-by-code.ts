import type { ThreadEvent } from '../../complaints/domain/event.ts'
import { linesOf } from '../../complaints/domain/thread-lines.ts'

const DAYS = 7

/** What a household did by itself, and until when the union can take it back. */
export type ActByCode = {
  readonly event: ThreadEvent
  readonly undoneAt?: Date
  /** Absent once undone or corrected, or once the week is over. */
  readonly undoableUntil?: Date
}

const endOf = (at: Date): Date => new Date(at.getTime() + DAYS * 86_400_000)

/** The acts by code of one thread, the latest first. */
export function actsByCode(thread: readonly ThreadEvent[], now: Date): readonly ActByCode[] {
  const lines = linesOf(thread)
  return thread
    .filter(({ byCode }) => byCode !== undefined)
    .map((event) => {
      const undone = lines.find((line) => line.event.id === event.id)?.retraction
      const superseded = thread.some(({ supersedes }) => supersedes === event.id)
      const until = endOf(event.recordedAt)
      return {
        event,
        ...(undone && { undoneAt: undone.recordedAt }),
        ...(!superseded && now < until && { undoableUntil: until }),
      }
    })
    .toSorted((a, b) => b.event.recordedAt.getTime() - a.event.recordedAt.getTime())
}
