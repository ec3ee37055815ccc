import { calendarDay } from '../../kernel/calendar-day.ts'
import { isUuid } from '../../kernel/ids.ts'
import { dayNumber } from '../../measure/day-number.ts'
import { INTERVAL_KINDS, type IntervalKind } from '../../measure/interval.ts'

/** Days of a wait: of the calendar, ouvrés (Monday to Friday) or ouvrables (Monday to Saturday), without holidays. */
export type DayKind = 'civil' | 'working_days' | 'business_days'

/** What is set beside the waits in question: another place, or another category. */
export type Beside = { readonly by: 'place' | 'category'; readonly value: string }

/** In `source`: our own complaints, on the tenants’ clock. */
export const COMPLAINTS = 'complaints'

/** In `source`: the waits told at the doors of one campaign. */
export const surveySource = (campaignId: string): string => `enquete-${campaignId}`
const isSurveySource = (said: string): boolean =>
  said.startsWith(surveySource('')) && isUuid(said.slice(surveySource('').length))

/** What a source is in the register: a file, a campaign; null for our complaints, which are no one thing. */
export const registeredId = (source: string | null): string | null =>
  [source, source?.replace(surveySource(''), '')].find((id) => id && isUuid(id)) ?? null

/** All that an address of the explorer asks. A month is year × 12 + month − 1. */
export type ExplorerQuestion = {
  /** A loaded source (its id), our own complaints (COMPLAINTS), a campaign (surveySource), or nothing said. */
  readonly source: string | null
  readonly place: string | null
  readonly category: string | null
  readonly from: number | null
  readonly until: number | null
  readonly beside: Beside | null
  /** Every place, or every category, in a row. */
  readonly each: 'place' | 'category' | null
  readonly interval: IntervalKind
  /** The declared time of restricted means. */
  readonly tau: number
  readonly closedOnly: boolean
  readonly days: DayKind
  /** The figure without the days of bulk closing, computed whatever it costs. */
  readonly withoutBulk: boolean
  /** Marks of other countries, drawn as landings too. */
  readonly norms: boolean
}

export const TAUS = [30, 90, 180, 365] as const

type Query = Readonly<Record<string, string | undefined>>
const LONGEST_VALUE = 500
const LONGEST_TAU = 3650

const DAY_KINDS: Readonly<Record<string, DayKind>> = { ouvres: 'working_days', ouvrables: 'business_days' }
const EACH: Readonly<Record<string, 'place' | 'category'>> = { lieu: 'place', famille: 'category' }

/** Reads an address; what it does not understand asks nothing. */
export function readQuestion(query: Query): ExplorerQuestion {
  const source = query['source'] ?? ''
  const interval = INTERVAL_KINDS.find((kind) => kind === query['intervalle'])
  const tau = Number(query['horizon'])
  return {
    source: source === 'reclamations' ? COMPLAINTS : isUuid(source) || isSurveySource(source) ? source : null,
    place: textOf(query['lieu']),
    category: textOf(query['famille']),
    from: readMonth(query['de']),
    until: readMonth(query['a']),
    beside: readBeside(query['avec']),
    each: EACH[query['cote'] ?? ''] ?? null,
    interval: interval ?? 'log-log',
    tau: Number.isInteger(tau) && tau > 0 && tau <= LONGEST_TAU ? tau : 90,
    closedOnly: query['clos'] === 'oui',
    days: DAY_KINDS[query['jours'] ?? ''] ?? 'civil',
    withoutBulk: query['masse'] === 'oui',
    norms: query['reperes'] === 'oui',
  }
}

/** A value of the file, as it stands there: nothing is trimmed that a file could have meant. */
const textOf = (said: string | undefined): string | null =>
  said === undefined || said === '' || said === '*' || said.length > LONGEST_VALUE ? null : said

function readBeside(said = ''): Beside | null {
  const [word = '', ...rest] = said.split(':')
  const by = EACH[word]
  const value = textOf(rest.join(':'))
  return by && value !== null ? { by, value } : null
}

/** `2024-03` → 24,290. */
export function readMonth(said = ''): number | null {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(said.trim()) ?? []
  return year && month ? Number(year) * 12 + Number(month) - 1 : null
}

export const writeMonth = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`

/** The first day of a month, as a day number. */
export const firstDayOf = (month: number): number => dayNumber(calendarDay(`${writeMonth(month)}-01`))

const wordFor = (words: Readonly<Record<string, string>>, value: string | null): string | undefined =>
  Object.keys(words).find((word) => words[word] === value)

/** The parameters that say a question, in one order: the same figures have one address. */
export function parametersOf(q: ExplorerQuestion): readonly (readonly [string, string])[] {
  const yes = (asked: boolean) => (asked ? 'oui' : undefined)
  const said: readonly (readonly [string, string | undefined])[] = [
    ['source', q.source === COMPLAINTS ? 'reclamations' : (q.source ?? undefined)],
    ['lieu', q.place ?? undefined],
    ['famille', q.category ?? undefined],
    ['de', q.from === null ? undefined : writeMonth(q.from)],
    ['a', q.until === null ? undefined : writeMonth(q.until)],
    ['avec', q.beside ? `${wordFor(EACH, q.beside.by)}:${q.beside.value}` : undefined],
    ['cote', wordFor(EACH, q.each)],
    ['intervalle', q.interval === 'log-log' ? undefined : q.interval],
    ['horizon', q.tau === 90 ? undefined : String(q.tau)],
    ['clos', yes(q.closedOnly)],
    ['jours', wordFor(DAY_KINDS, q.days)],
    ['masse', yes(q.withoutBulk)],
    ['reperes', yes(q.norms)],
  ]
  return said.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
}

/** The address of a question, or of the same with something changed; `file` is what is taken away (`.csv`). */
export function explorerHref(q: ExplorerQuestion, change: Partial<ExplorerQuestion> = {}, file = ''): string {
  const said = parametersOf({ ...q, ...change })
  const query = said.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return `/attentes${file}${query === '' ? '' : `?${query}`}`
}

/** Two selections share no case when what sets them beside each other is fixed in both, and differs. */
export const isApart = ({ beside, ...q }: ExplorerQuestion): boolean =>
  beside !== null && q[beside.by] !== null && q[beside.by] !== beside.value

/** Words of an address, and what they say when they ask for nothing. */
const WORDS: Query = {
  source: '',
  lieu: '',
  famille: '',
  de: '',
  a: '',
  avec: '',
  cote: '',
  intervalle: 'log-log',
  horizon: '90',
  clos: 'non',
  jours: 'civils',
  masse: 'non',
  reperes: 'non',
  exact: 'oui',
}

/** What an address asks, and that nothing here understands: said as it was written. */
export function notUnderstood(query: Query): readonly string[] {
  const q = readQuestion(query)
  const read = new Map(parametersOf(q))
  const backwards = q.from !== null && q.until !== null && q.until < q.from
  const unread = Object.entries(query).flatMap(([name, said = '']) => {
    const asked = said.trim()
    const isEmpty = asked === '' || WORDS[name] === asked
    const isRead = Object.hasOwn(WORDS, name) && (isEmpty || read.has(name))
    return isRead ? [] : [`${name} = ${asked}`.slice(0, 80)]
  })
  return backwards
    ? [...unread, `de = ${writeMonth(q.from ?? 0)}, après a = ${writeMonth(q.until ?? 0)}`]
    : unread
}
