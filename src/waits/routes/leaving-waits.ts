import { type Actor, isIn, noteLine, type ScopedDb } from '../../access/scope.ts'
import { type CalendarDay, calendarDay } from '../../kernel/calendar-day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { closedOnly } from '../../measure/closed-only.ts'
import { casesOf, type CountedWaits, type ExactStratum } from '../domain/counted-waits.ts'
import { type ExplorerQuestion, registeredId } from '../domain/explorer-question.ts'
import { TIE, type WaitsOrigin } from '../domain/explorer-waits.ts'
import { countedLeaving, type Wanted } from '../domain/leaving.ts'
import { nameOf, sayRolledUp, WHOLE_PERIOD } from '../views/explorer-words.fr.ts'
import { sayEarlier } from '../views/leaving-words.fr.ts'
import { type ClockReader, readWaits } from './clock-reading.ts'
import { toldSelections } from './protected-waits.ts'
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
  { today, now, exact }: { readonly today: CalendarDay; readonly now: Date; readonly exact: boolean },
): Promise<Result<LeavingWaits, NothingLeaves>> {
  const reader = await readerOf(db, q, today)
  if (!reader) return refuse({ because: 'nothing_to_take' })
  const own = { place: q.place, category: q.category }
  const asked: readonly Wanted[] = [own, ...(q.beside ? [{ ...own, [q.beside.by]: q.beside.value }] : [])]
  const choices = await reader.choices()
  const name = (one: Wanted) => nameOf(one, choices)
  const wanted = asked.map((one) => ({ ...one, name: name(one) }))
  return exact ? exactWaits(db, reader, q, wanted) : protectedWaits(db, reader, q, wanted, { now, name })
}

type Named = Wanted & { readonly name: string }

/** Every count as it is, of the period that was asked; that somebody took it is noted. */
async function exactWaits(
  db: ScopedDb,
  reader: ClockReader,
  q: ExplorerQuestion,
  selections: readonly Named[],
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
  await noteLine(db, 'read', 'source_wait', registeredId(q.source) ?? db.actor.spaceId)
  const origin = reader.origin(strata[0]?.exits.n ?? 0)
  const names = selections.map(({ name }) => name)
  return accept({ counted: countedLeaving(strata, origin, false), names, origin, rolledUp: [] })
}

/** All of the source, whatever the period: two periods would subtract. What is too small is told with more around it. */
async function protectedWaits(
  db: ScopedDb,
  reader: ClockReader,
  q: ExplorerQuestion,
  wanted: readonly Named[],
  { now, name }: { readonly now: Date; readonly name: (one: Wanted) => string },
): Promise<Result<LeavingWaits, NothingLeaves>> {
  const found = await toldSelections(db, reader, wanted, now)
  const [first] = found ?? []
  if (!found || !first) return refuse({ because: 'too_few_to_leave' })
  const told = found.map((one) => ({ ...one, name: name(one.told) }))
  const names = [...new Set(told.map((one) => one.name))]
  const strata = names.flatMap((key) => {
    const one = told.find((each) => each.name === key)
    return one ? [{ ...one.stratum, key: { selection: key } }] : []
  })
  const fresh = reader.origin(casesOf(first.stratum))
  const { asOf } = first.tally
  const [source = fresh.sources[0], ...others] = first.tally.sources
  const rolledUp = [
    ...(q.from === null && q.until === null ? [] : [WHOLE_PERIOD]),
    ...(asOf === fresh.asOf ? [] : [sayEarlier(fresh.asOf, asOf)]),
    ...told.flatMap((one, at) => {
      const asked = wanted[at]?.name ?? one.name
      return asked === one.name ? [] : [sayRolledUp(asked, one.name)]
    }),
  ]
  const origin = { ...fresh, asOf: calendarDay(asOf), sources: [source, ...others] as const }
  return accept({ counted: countedLeaving(strata, origin, true), names, origin, rolledUp })
}
