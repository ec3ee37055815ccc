/** Where each strand of a thread begins and ends, from what the events do to the clocks. */

export type Clock = 'ours' | 'theirs'
export type ClockChange = { readonly starts?: Clock; readonly stops?: Clock }

/** What one strand does beside one event: nothing, begins, goes past, ends, or runs on under the last one. */
export type Strand = 'none' | 'begins' | 'passes' | 'ends' | 'runs'

/** A strand that nobody stopped runs on below the last event: an unfinished wait is drawn as unfinished. */
export function strandOf(clock: Clock, events: readonly ClockChange[]): readonly Strand[] {
  let running = false
  return events.map((event, i) => {
    const begins = !running && event.starts === clock
    const ends = (running || begins) && event.stops === clock
    const beside = running || begins
    running = beside && !ends
    if (!beside) return 'none'
    if (ends) return 'ends'
    if (begins) return 'begins'
    return i === events.length - 1 ? 'runs' : 'passes'
  })
}
