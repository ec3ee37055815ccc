import type { ScopedDb } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { dayNumber } from '../../measure/day-number.ts'
import { type Figure, figureOf } from '../../measure/figure.ts'
import { medianOf, type Quantile } from '../../measure/quantile.ts'
import { survivalOf } from '../../measure/survival.ts'
import type { Explorer, NotComputed } from '../domain/explorer.ts'
import { compareMany, compareTwo } from '../domain/explorer-comparison.ts'
import { figuresOf } from '../domain/explorer-figures.ts'
import { type ExplorerQuestion, isApart } from '../domain/explorer-question.ts'
import { type NamedWaits, provenanceOf, waitsByName, type WaitsOrigin } from '../domain/explorer-waits.ts'
import { landingsOf } from '../domain/landings.ts'
import { sameMixOf } from '../domain/same-mix.ts'
import { flowsUntil } from '../domain/weekly-flows.ts'
import type { Selection } from '../store/source-waits.ts'
import { nameOf, sayLanding } from '../views/explorer-words.fr.ts'
import { clockFigure } from './clock-figure.ts'
import { type ClockReader, readWaits } from './clock-reading.ts'
import { rulesFor } from './drawn-rules.ts'

/** Everything that the clock in question says. */
export async function readChosen(db: ScopedDb, reader: ClockReader, q: ExplorerQuestion, today: CalendarDay) {
  const choices = await reader.choices()
  // One connection answers one after the other: what came first is counted while the next is on its way.
  const [flows, rules, read] = await Promise.all([
    flowsIn(reader, q),
    rulesFor(db, reader, q, today),
    readSelections(reader, q, choices),
  ])
  const { subject, compared, days } = read
  const origin = reader.origin(subject.exits.n)
  const how = { origin, interval: q.interval, days, tau: q.tau }
  const landings = landingsOf(rules, sayLanding)
  const apart = compared && isApart(q) && subject.exits.n > 0 && compared.exits.n > 0
  return {
    title: nameOf(q, choices),
    choices,
    origin,
    figures: figuresOf({ ...how, subject, compared, landings, closedOnly: q.closedOnly }),
    two: apart ? compareTwo(subject, compared, how) : null,
    sameMix: apart ? await readSameMix(reader, q, choices, origin) : null,
    many: q.each ? await readMany(reader, q, choices, origin) : null,
    flows,
    landings,
    withoutBulk: await readWithoutBulk(reader, q, subject, flows?.bulk.map(({ day }) => day) ?? []),
    notComputed: notesOf(read.refused, q),
    own: subject.exits.n === 0 ? ('nothing_told' as const) : clockFigure(reader, subject, { ...q, days }),
  }
}

/** What is in question and what is beside it, in the days asked for or else in civil days. */
async function readSelections(reader: ClockReader, q: ExplorerQuestion, choices: Explorer['choices']) {
  const own = { place: q.place, category: q.category }
  const beside = q.beside && { ...own, [q.beside.by]: q.beside.value }
  // What both have in common is said above the drawing, not twice on it.
  const said = (one: Selection) => nameOf(beside && isApart(q) ? onlyOf(one, q) : one, choices)
  const selections = [own, ...(beside ? [beside] : [])].map((one) => ({ ...one, name: said(one) }))
  const asked = await readWaits(reader, selections, q)
  const read = asked.refused ? await readWaits(reader, selections, { days: 'civil' }) : asked
  const [subject, compared = null] = read.waits
  if (!subject) throw new RangeError('a selection has its waits, empty or not')
  return { subject, compared, days: asked.refused ? ('civil' as const) : q.days, refused: asked.refused }
}

const onlyOf = (one: Selection, { beside }: ExplorerQuestion): Selection =>
  beside?.by === 'place' ? { place: one.place, category: null } : { place: null, category: one.category }

const notesOf = (refused: NotComputed | null, q: ExplorerQuestion): readonly NotComputed[] => [
  ...(q.beside && !isApart(q) ? (['one_holds_the_other'] as const) : []),
  ...(refused ? [refused] : []),
  ...(q.each && q.days !== 'civil' ? (['civil_days_only'] as const) : []),
]

async function readMany(
  reader: ClockReader,
  q: ExplorerQuestion,
  choices: Explorer['choices'],
  origin: Explorer['origin'],
) {
  if (!q.each || !origin) return null
  const { names, rows } = await reader.each(q.each, q)
  const labels = q.each === 'place' ? choices.places : choices.categories
  const labelOf = (value: string) => labels.find((choice) => choice.value === value)?.label ?? value
  return compareMany(waitsByName(names.map(labelOf), rows), { ...q, days: 'civil', origin })
}

/** Two places, all their categories: a mix to make equal. One category alone has none. */
async function readSameMix(
  reader: ClockReader,
  q: ExplorerQuestion,
  { places }: Explorer['choices'],
  origin: WaitsOrigin,
) {
  if (q.beside?.by !== 'place' || q.place === null || q.category !== null) return null
  const read = async (place: string) => {
    const { names, rows } = await reader.each('category', { place, category: null })
    const name = places.find(({ value }) => value === place)?.label ?? place
    return { name, categories: waitsByName(names, rows) }
  }
  return sameMixOf([await read(q.place), await read(q.beside.value)], origin, q)
}

async function flowsIn(reader: ClockReader, q: ExplorerQuestion) {
  const rows = await reader.flows(q)
  return rows && rows.length > 0 ? flowsUntil(rows, dayNumber(reader.asOf)) : null
}

/** Below this many cases it costs little to do without the days of bulk closing; above, it is asked for. */
const FEW = 10_000

async function readWithoutBulk(
  reader: ClockReader,
  q: ExplorerQuestion,
  { name, exits }: NamedWaits,
  bulk: readonly number[],
): Promise<Figure<Quantile> | null> {
  if (bulk.length === 0 || (!q.withoutBulk && exits.n > FEW)) return null
  const selection = { place: q.place, category: q.category, name }
  const { waits } = await readWaits(reader, [selection], { days: q.days, doubted: new Set(bulk) })
  const [read] = waits
  const median = read && medianOf(survivalOf(read.exits))
  if (!read || !median) return null
  return figureOf(median, read.exits, provenanceOf(reader.origin(read.exits.n), 'without_bulk', q))
}
