import { type Actor, isIn, noteLine, type ScopedDb } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { closedOnly } from '../../measure/closed-only.ts'
import { TALLIES } from '../../measure/disclosure.ts'
import {
  casesOf,
  type CountedStratum,
  type CountedWaits,
  type ExactStratum,
} from '../domain/counted-waits.ts'
import type { ExplorerQuestion } from '../domain/explorer-question.ts'
import { TIE, type WaitsOrigin } from '../domain/explorer-waits.ts'
import { countedLeaving, headersOf, tallyOfCut, toldIn, type Wanted, wideningOf } from '../domain/leaving.ts'
import { nameOf, sayRolledUp, WHOLE_PERIOD } from '../views/explorer-words.fr.ts'
import { type ClockReader, readWaits } from './clock-reading.ts'
import { readerOf } from './read-explorer.ts'

/** Who may take exact figures of its own file away, for its own use (docs/decisions/0125). */
const EXACT = {
  union: ['officer'],
  desk: ['data_officer', 'decision_owner'],
  programme: [],
  research: ['data_steward'],
} as const

export const mayTakeExact = (actor: Actor): boolean => isIn(actor, ...EXACT[actor.kind])

/** Waits on their way out, with what was rolled up on the way. */
export type LeavingWaits = {
  readonly counted: CountedWaits
  readonly names: readonly string[]
  readonly origin: WaitsOrigin
  readonly rolledUp: readonly string[]
}
export type NothingLeaves = { readonly because: 'nothing_to_take' } | { readonly because: 'too_few_to_leave' }

export async function leavingWaits(
  db: ScopedDb,
  q: ExplorerQuestion,
  today: CalendarDay,
  exact: boolean,
): Promise<Result<LeavingWaits, NothingLeaves>> {
  const reader = await readerOf(db, q, today)
  if (!reader) return refuse({ because: 'nothing_to_take' })
  const own = { place: q.place, category: q.category }
  const wanted: readonly Wanted[] = [own, ...(q.beside ? [{ ...own, [q.beside.by]: q.beside.value }] : [])]
  const choices = await reader.choices()
  const name = (one: Wanted) => nameOf(one, choices)
  return exact
    ? exactWaits(
        db,
        reader,
        q,
        wanted.map((one) => ({ ...one, name: name(one) })),
      )
    : protectedWaits(reader, q, wanted, name)
}

/** Every count as it is, of the period that was asked; that somebody took it is noted. */
async function exactWaits(
  db: ScopedDb,
  reader: ClockReader,
  q: ExplorerQuestion,
  selections: readonly (Wanted & { readonly name: string })[],
): Promise<Result<LeavingWaits, NothingLeaves>> {
  const { waits } = await readWaits(reader, selections, { days: 'civil' })
  const strata = waits.map(({ name, exits }): ExactStratum => ({
    key: { selection: name },
    exits,
    closedOnly: closedOnly(
      Array.from(exits.time, (time, row) => ({ length: time - TIE, count: exits.ended[row] ?? 0 })),
    ),
  }))
  if (strata.every(({ exits }) => exits.n === 0)) return refuse({ because: 'nothing_to_take' })
  await noteLine(db, 'read', 'source_wait', q.source ?? db.actor.spaceId)
  const origin = reader.origin(strata[0]?.exits.n ?? 0)
  const names = selections.map(({ name }) => name)
  return accept({ counted: countedLeaving(strata, origin, false), names, origin, rolledUp: [] })
}

/** All of the source, whatever the period: two periods would subtract. What is too small is told with more around it. */
async function protectedWaits(
  reader: ClockReader,
  q: ExplorerQuestion,
  wanted: readonly Wanted[],
  name: (one: Wanted) => string,
): Promise<Result<LeavingWaits, NothingLeaves>> {
  const strata: CountedStratum[] = []
  const names: string[] = []
  const rolledUp = q.from === null && q.until === null ? [] : [WHOLE_PERIOD]
  for (const one of wanted) {
    const found = await firstTold(reader, one)
    if (!found) return refuse({ because: 'too_few_to_leave' })
    if (found.told !== one) rolledUp.push(sayRolledUp(name(one), name(found.told)))
    if (names.includes(name(found.told))) continue
    strata.push({ ...found.stratum, key: { selection: name(found.told) } })
    names.push(name(found.told))
  }
  const origin = reader.origin(strata[0] ? casesOf(strata[0]) : 0)
  return accept({ counted: countedLeaving(strata, origin, true), names, origin, rolledUp })
}

async function firstTold(reader: ClockReader, wanted: Wanted) {
  const [finest] = wideningOf(wanted)
  for (const told of wideningOf(wanted)) {
    const by = headersOf(told)
    const tally = tallyOfCut(by, await reader.cut(by, TALLIES.bins), reader.origin(0), false)
    const stratum = toldIn(tally, told)
    if (stratum) return { told: sameAs(told, finest) ? wanted : told, stratum }
  }
  return undefined
}

const sameAs = (a: Wanted, b: Wanted | undefined): boolean =>
  a.place === b?.place && a.category === b?.category
