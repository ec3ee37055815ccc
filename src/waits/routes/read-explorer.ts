import type { ScopedDb } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { ClockFigure, Explorer, NoClock } from '../domain/explorer.ts'
import { COMPLAINTS, type ExplorerQuestion, surveySource } from '../domain/explorer-question.ts'
import { type ToldCampaign, toldCampaigns } from '../../survey/public.ts'
import { holdsComplaints } from '../store/complaint-waits.ts'
import { type ReadySource, readySources } from '../store/sources.ts'
import { OUR_COMPLAINTS } from '../views/explorer-words.fr.ts'
import { readChosen } from './chosen-clock.ts'
import { clockFigure } from './clock-figure.ts'
import { surveyReader } from './survey-clock.ts'
import { type ClockReader, complaintReader, readWaits, sourceReader } from './clock-reading.ts'

/** All that a question asks, read in one transaction. */
export async function readExplorer(
  db: ScopedDb,
  question: ExplorerQuestion,
  today: CalendarDay,
): Promise<Explorer> {
  const clocks = await clocksOf(db, question, today)
  const { sources, surveys, hasComplaints, chosen, ours, reader } = clocks
  const known = {
    question: { ...question, source: clocks.source },
    sources: sources.map(({ id, name }) => ({ value: id, label: name })),
    surveys: surveys.map(({ id, name }) => ({ value: surveySource(id), label: name })),
    hasComplaints,
    landlord: reader?.landlord ?? null,
    today,
  }
  if (!reader) return { ...known, ...NOTHING }
  const read = await readChosen(db, reader, question, today)
  const other = chosen
    ? await readOther(hasComplaints ? ours() : null, question, 'not_kept_here')
    : await readOther(firstOf(db, sources, question), question, 'no_source')
  const sides = chosen ? [other, read.own] : [read.own, other]
  return { ...known, ...read, tenantSide: sides[0] ?? other, landlordSide: sides[1] ?? other }
}

/** The clocks there are, and the one that is asked for: a campaign, a loaded source, or our complaints. */
async function clocksOf(db: ScopedDb, question: ExplorerQuestion, today: CalendarDay) {
  const sources = await readySources(db)
  const surveys = await surveysOf(db)
  const hasComplaints = holdsComplaints(db)
  const survey = surveys.find(({ id }) => question.source === surveySource(id))
  const chosen = survey ? null : chosenOf(sources, hasComplaints, question)
  const landlord = chosen?.institutionId ?? null
  const ours = () => complaintReader(db, question, { today, landlord, name: OUR_COMPLAINTS })
  const there = { sources, surveys, hasComplaints, chosen, ours }
  if (survey) {
    const reader = await surveyReader(db, survey, question, today)
    return { ...there, source: question.source, reader }
  }
  if (chosen) return { ...there, source: chosen.id, reader: sourceReader(db, chosen, question) }
  if (hasComplaints) return { ...there, source: COMPLAINTS, reader: ours() }
  return { ...there, source: null, reader: null }
}

/** Campaigns whose waits can be counted: unions have some. */
const surveysOf = async (db: ScopedDb): Promise<readonly ToldCampaign[]> =>
  holdsComplaints(db) ? toldCampaigns(db) : []

/** The loaded source that a question asks for; null when it asks for our complaints, or for none there is. */
export const sourceOf = async (db: ScopedDb, question: ExplorerQuestion): Promise<ReadySource | null> =>
  chosenOf(await readySources(db), holdsComplaints(db), question)

/** The clock that a question asks for; null when there is none to read. */
export async function readerOf(
  db: ScopedDb,
  question: ExplorerQuestion,
  today: CalendarDay,
): Promise<ClockReader | null> {
  const survey = (await surveysOf(db)).find(({ id }) => question.source === surveySource(id))
  if (survey) return surveyReader(db, survey, question, today)
  const sources = await readySources(db)
  const hasComplaints = holdsComplaints(db)
  const chosen = chosenOf(sources, hasComplaints, question)
  if (chosen) return sourceReader(db, chosen, question)
  if (question.source !== null && question.source !== COMPLAINTS) return null
  return hasComplaints ? complaintReader(db, question, { today, name: OUR_COMPLAINTS }) : null
}

/** The source asked for, null when it is not there; the first when none is asked for. */
function chosenOf(
  sources: readonly ReadySource[],
  hasComplaints: boolean,
  { source }: ExplorerQuestion,
): ReadySource | null {
  if (source !== null && source !== COMPLAINTS) return sources.find(({ id }) => id === source) ?? null
  return source === COMPLAINTS && hasComplaints ? null : (sources[0] ?? null)
}

const NOTHING = {
  title: '',
  choices: { places: [], categories: [] },
  origin: null,
  figures: null,
  tenantSide: 'not_kept_here',
  landlordSide: 'no_source',
  two: null,
  sameMix: null,
  many: null,
  flows: null,
  landings: [],
  withoutBulk: null,
  notComputed: [],
} as const

/** The source that stands beside our own complaints when none is chosen. */
const firstOf = (
  db: ScopedDb,
  [source]: readonly ReadySource[],
  question: ExplorerQuestion,
): ClockReader | null => (source ? sourceReader(db, source, question) : null)

async function readOther(
  reader: ClockReader | null,
  q: ExplorerQuestion,
  otherwise: NoClock,
): Promise<ClockFigure | NoClock> {
  if (!reader) return otherwise
  const selection = { place: null, category: null, name: OUR_COMPLAINTS }
  const { waits } = await readWaits(reader, [selection], { days: 'civil' })
  const [all] = waits
  return all && all.exits.n > 0
    ? clockFigure(reader, all, { interval: q.interval, days: 'civil' })
    : 'nothing_told'
}
