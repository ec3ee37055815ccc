import type { Channel } from '../../complaints/domain/event-kinds.ts'
import { type ApproximateDay, NO_FLOOR, parseApproximateDay } from '../../kernel/approximate-day.ts'
import type { Json } from '../../kernel/canonical-json.ts'
import { addMonths, type CalendarDay } from '../../kernel/calendar-day.ts'
import { WAIT_FR } from './wait-instrument.fr.ts'
import { WAIT_LISTS, type WaitQuestion } from './wait-words.ts'

/** One wait of a household, as a complaint takes it. */
export type ToldWait = {
  readonly rank: number
  /** Its code in the nomenclature; none when no family is its own: somebody sorts it. */
  readonly problemCode?: string
  readonly words: string
  readonly since?: ApproximateDay
  readonly told?: { readonly on: ApproximateDay; readonly channel: Channel; readonly interlocutor: string }
  /** All else that was answered, in words. */
  readonly note: string
}

type Answers = Readonly<Record<string, Json>>
type Said = Partial<Record<WaitQuestion, string>>

const PATH = /^\/delais\/wait\[(\d{1,3})\]\/([a-z_]+)$/

/** The waits that these answers tell, each whose problem was said. @param day of the visit: what « 3 mois » counts from. */
export function toldWaits(answers: Answers, day: CalendarDay): readonly ToldWait[] {
  const byRank = new Map<number, Said>()
  for (const [path, value] of Object.entries(answers)) {
    const [, rank, name] = PATH.exec(path) ?? []
    const text = typeof value === 'number' ? String(value) : value
    if (!rank || !isQuestion(name) || typeof text !== 'string' || text.trim() === '') continue
    byRank.set(Number(rank), { ...byRank.get(Number(rank)), [name]: readable(text) })
  }
  return [...byRank]
    .filter(([, { problem }]) => problem !== undefined)
    .toSorted(([a], [b]) => a - b)
    .map(([rank, said]) => waitOf(rank, said, day))
}

const isQuestion = (name: string | undefined): name is WaitQuestion =>
  name !== undefined && Object.hasOwn(WAIT_FR.questions, name)
const readable = (text: string): string => text.replaceAll('\0', '').toWellFormed().trim()

const CODES: Readonly<Record<string, string>> = {
  damp: 'damp',
  cold: 'heating',
  water: 'water',
  electricity: 'electricity',
  lift: 'equipment.lift',
  pests: 'pests',
  openings: 'equipment',
  noise: 'noise',
  charges: 'charges',
  file: 'transfer',
}

function waitOf(rank: number, said: Said, day: CalendarDay): ToldWait {
  const problemCode = CODES[said.problem ?? '']
  const since = sinceOf(said, day)
  const told = toldOf(said, day)
  return {
    rank,
    ...(problemCode && { problemCode }),
    words: (said.words ?? inWords('problem', said)).slice(0, 4000),
    ...(since && { since }),
    ...(told && { told }),
    note: NOTED.flatMap((name) =>
      said[name] !== undefined ? [`${WAIT_FR.questions[name]} ${inWords(name, said)}`] : [],
    )
      .join('\n')
      .slice(0, 4000),
  }
}

const NOTED = ['reminders', 'answer', 'promise', 'contempt', 'effects', 'wanted', 'wanted_words'] as const

const isChoice = (name: string): name is keyof typeof WAIT_FR.choices => Object.hasOwn(WAIT_FR.choices, name)

/** An answer in French: the words of its choices, or what was typed. */
function inWords(name: WaitQuestion, said: Said): string {
  const text = said[name] ?? ''
  if (!Object.hasOwn(WAIT_LISTS, name)) return text
  return text
    .split(' ')
    .map((each) => (isChoice(each) ? WAIT_FR.choices[each] : each))
    .join(', ')
}

/** In months before the visit: from, until. */
const AGO: Readonly<Record<string, readonly [number, number]>> = {
  under_month: [1, 0],
  one_three_months: [3, 1],
  three_twelve_months: [12, 3],
  one_two_years: [24, 12],
}

/** What was remembered when it can be read, else the length that was chosen: never more precise than it was said. */
function sinceOf(said: Said, day: CalendarDay): ApproximateDay | undefined {
  const read = parseApproximateDay(said.since_said ?? '', day)
  if (read.ok) return read.value
  const words = [inWords('since', said), said.since_said ?? '']
    .filter((each) => each !== '')
    .join(', ')
    .slice(0, 80)
  if (said.since === 'over_two_years') return before(addMonths(day, -24), words)
  const ago = AGO[said.since ?? '']
  if (!ago) return undefined
  return {
    earliest: addMonths(day, -ago[0]),
    latest: addMonths(day, -ago[1]),
    precision: 'about',
    said: words,
  }
}

const before = (latest: CalendarDay, said: string): ApproximateDay => ({
  earliest: NO_FLOOR,
  latest,
  precision: 'before',
  said,
})

const CHANNELS: Readonly<Record<string, Channel>> = {
  by_voice: 'in_person',
  by_phone: 'phone',
  by_letter: 'letter',
  by_email: 'email',
  by_portal: 'portal',
}

/** When somebody was told; a day that nobody remembers is some day before the visit. */
function toldOf(said: Said, day: CalendarDay): ToldWait['told'] {
  if (said.told_to === undefined || said.told_to === 'nobody') return undefined
  const read = parseApproximateDay(said.told_when ?? '', day)
  const asked = CHANNELS[said.told_how ?? ''] ?? 'unknown'
  return {
    on: read.ok ? read.value : before(day, (said.told_when ?? '').slice(0, 80)),
    channel: said.told_to === 'caretaker' && asked === 'in_person' ? 'caretaker' : asked,
    interlocutor: inWords('told_to', said),
  }
}
