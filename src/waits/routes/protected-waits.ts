import type { ScopedDb } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { TALLIES } from '../../measure/disclosure.ts'
import type { Tally } from '../../measure/tally.ts'
import type { CutStratum } from '../domain/counted-waits.ts'
import { type Header, headersOf, tallyOfCut, toldIn, type Wanted, wideningOf } from '../domain/leaving.ts'
import { keepRelease, releasesOf } from '../store/releases.ts'
import type { ClockReader } from './clock-reading.ts'

/** One selection as it may leave: itself, or what it stands in. */
export type ToldSelection = { readonly told: Wanted; readonly stratum: CutStratum; readonly tally: Tally }

/** The counts of a clock as of one day, by any of its headers. */
type Edition = (by: readonly Header[]) => Promise<Tally | undefined>

/**
 * What may leave of these selections, all as of one day: today's counts, made against all that left before; or, where
 * too little has changed since, what left last, which tells nothing new.
 */
export async function toldSelections(
  db: ScopedDb,
  reader: ClockReader,
  wanted: readonly Wanted[],
  now: Date,
): Promise<readonly ToldSelection[] | undefined> {
  const released = await releasesOf(db, reader.clock)
  const days = [...new Set(released.map(({ asOf }) => asOf))].toReversed()
  const fresh: Edition = async (by) =>
    tallyOfCut(by, await reader.cut(by, TALLIES.bins), reader.origin(0), released)
  for (const edition of [fresh, ...days.map((day) => earlier(released, day))]) {
    const told = await allTold(edition, wanted)
    if (!told) continue
    for (const tally of new Set(told.map((one) => one.tally)))
      if (!released.includes(tally)) await keepRelease(db, reader.clock, tally, now)
    return told
  }
  return undefined
}

const earlier =
  (released: readonly Tally[], asOf: CalendarDay | string): Edition =>
  (by) =>
    Promise.resolve(released.findLast((tally) => tally.asOf === asOf && tally.by.join() === by.join()))

async function allTold(
  edition: Edition,
  wanted: readonly Wanted[],
): Promise<readonly ToldSelection[] | undefined> {
  const all: ToldSelection[] = []
  for (const one of wanted) {
    const found = await firstTold(edition, one)
    if (!found) return undefined
    all.push(found)
  }
  return all
}

async function firstTold(edition: Edition, wanted: Wanted): Promise<ToldSelection | undefined> {
  for (const told of wideningOf(wanted)) {
    const tally = await edition(headersOf(told))
    const stratum = tally && toldIn(tally, told)
    if (stratum) return { told, stratum, tally }
  }
  return undefined
}
