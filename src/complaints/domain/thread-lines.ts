import { inOrder, type ThreadEvent } from './event.ts'

/** A line as a page shows it: what it says now, what it said before, and whether it was taken back. */
export type ThreadLine = {
  readonly event: ThreadEvent
  /** The latest first. */
  readonly former: readonly ThreadEvent[]
  readonly retraction?: ThreadEvent
}

/** Every line that was ever told, in the order of a life; nothing that was written disappears. */
export function linesOf(thread: readonly ThreadEvent[]): readonly ThreadLine[] {
  const byId = new Map(thread.map((event) => [event.id, event]))
  const replaced = new Set(thread.flatMap(({ supersedes }) => supersedes ?? []))
  return thread
    .filter(({ id }) => !replaced.has(id))
    .map((last) => lineEndingWith(last, byId))
    .sort((a, b) => inOrder(a.event, b.event))
}

function lineEndingWith(last: ThreadEvent, byId: ReadonlyMap<string, ThreadEvent>): ThreadLine {
  const versions = [last]
  for (let at = last; at.supersedes !== undefined;) {
    const before = byId.get(at.supersedes)
    if (!before || versions.includes(before)) break
    versions.push(before)
    at = before
  }
  const [first, ...rest] = versions
  const event = first?.kind === 'retraction' ? rest[0] : first
  if (!event) return { event: last, former: [] }
  const former = versions.slice(versions.indexOf(event) + 1)
  return last.kind === 'retraction' ? { event, former, retraction: last } : { event, former }
}

/** What stands today where this line stood: the end of its corrections, or what took it back. */
export function standingVersion(thread: readonly ThreadEvent[], eventId: string): ThreadLine | undefined {
  return linesOf(thread).find(
    ({ event, former, retraction }) =>
      event.id === eventId || retraction?.id === eventId || former.some(({ id }) => id === eventId),
  )
}
