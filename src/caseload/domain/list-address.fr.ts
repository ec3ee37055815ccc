import { parseCalendarDay } from '../../kernel/calendar-day.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { BallHolder } from '../../complaints/domain/event-kinds.ts'
import { type ListCursor, type ListFilter, LONGEST_SILENCE_ASKED, type Progress } from './list-filter.ts'

/** What the address of a list says, in French: every list can be sent to a colleague. */
export const PROGRESS_WORDS: Readonly<Record<string, Progress>> = {
  'en-cours': 'running',
  finies: 'over',
  'pas-dites': 'untold',
  toutes: 'all',
}
export const CARE_WORDS: Readonly<Record<string, 'me' | 'nobody'>> = { moi: 'me', personne: 'nobody' }
export const BALL_PARAMETERS: Readonly<Record<string, BallHolder>> = {
  bailleur: 'landlord',
  foyer: 'household',
}

type Query = Readonly<Record<string, string | undefined>>

const CODE = /^[a-z_]{1,40}$/
const MOST_WORDS = 200
const MOST_SHOWN = 60

/** Reads an address; what it does not understand asks nothing. Without a word on progress, only what runs is shown. */
export function readFilter(query: Query): ListFilter {
  const silence = Number(query['silence'])
  const words = (query['mots'] ?? '').normalize('NFC').trim().slice(0, MOST_WORDS)
  const caredForBy = CARE_WORDS[query['suivi'] ?? '']
  const ball = BALL_PARAMETERS[query['a-qui'] ?? '']
  const family = query['famille'] ?? ''
  return {
    progress: PROGRESS_WORDS[query['etat'] ?? ''] ?? 'running',
    ...(query['contestee'] === 'oui' && { contested: true }),
    ...(query['promesse'] === 'passee' && { promisePassed: true }),
    ...(query['delai'] === 'passe' && { deadlinePassed: true }),
    ...(query['relance'] === 'oui' && { toFollowUp: true }),
    ...(caredForBy && { caredForBy }),
    ...(ball && { ball }),
    ...(Number.isInteger(silence) && silence > 0 && silence <= LONGEST_SILENCE_ASKED
      ? { silentFor: silence }
      : {}),
    ...(CODE.test(family) && { family }),
    ...placeIn(query),
    ...(words && { words }),
  }
}

function placeIn(query: Query): Pick<ListFilter, 'estate' | 'building' | 'home'> {
  const [estate, building, home] = [
    query['residence'] ?? '',
    query['batiment'] ?? '',
    query['logement'] ?? '',
  ]
  return {
    ...(isUuid(estate) && { estate }),
    ...(isUuid(building) && { building }),
    ...(isUuid(home) && { home }),
  }
}

const CHOSEN = ['etat', 'famille', 'residence', 'batiment', 'logement', 'suivi', 'a-qui'] as const
const TICKED = ['relance', 'promesse', 'delai', 'contestee', 'silence'] as const

/** What an address asks, and that nothing here understands: said as it was written. */
export function notUnderstood(query: Query): readonly string[] {
  const read = new Map(parametersOf(readFilter(query)))
  return [...CHOSEN, ...TICKED].flatMap((name) => {
    const asked = (query[name] ?? '').trim()
    const isRead = asked === '' || read.has(name) || (name === 'etat' && asked in PROGRESS_WORDS)
    return isRead ? [] : [`${name} = ${asked.slice(0, MOST_SHOWN)}`]
  })
}

const wordFor = (words: Readonly<Record<string, string>>, value: string | undefined): string | undefined =>
  Object.keys(words).find((word) => words[word] === value)

/** The parameters that say a filter, in one order: the same list has one address. */
export function parametersOf(filter: ListFilter): readonly (readonly [string, string])[] {
  const said: readonly (readonly [string, string | undefined])[] = [
    ['etat', filter.progress === 'running' ? undefined : wordFor(PROGRESS_WORDS, filter.progress)],
    ['mots', filter.words],
    ['famille', filter.family],
    ['residence', filter.estate],
    ['batiment', filter.building],
    ['logement', filter.home],
    ['suivi', wordFor(CARE_WORDS, filter.caredForBy)],
    ['a-qui', wordFor(BALL_PARAMETERS, filter.ball)],
    ['relance', filter.toFollowUp ? 'oui' : undefined],
    ['promesse', filter.promisePassed ? 'passee' : undefined],
    ['delai', filter.deadlinePassed ? 'passe' : undefined],
    ['contestee', filter.contested ? 'oui' : undefined],
    ['silence', filter.silentFor === undefined ? undefined : String(filter.silentFor)],
  ]
  return said.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
}

export const queryOf = (filter: ListFilter): string =>
  parametersOf(filter)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

export const listHref = (filter: ListFilter, after?: ListCursor): string => {
  const query = [queryOf(filter), ...(after ? [`apres=${cursorText(after)}`] : [])].filter(
    (part) => part !== '',
  )
  return query.length === 0 ? '/reclamations' : `/reclamations?${query.join('&')}`
}

const NEVER = 'jamais'

const cursorText = ({ told, id }: ListCursor): string => `${told ?? NEVER}_${id}`

export function readCursor(text: string): ListCursor | undefined {
  const [said = '', id = ''] = text.split('_')
  if (!isUuid(id)) return undefined
  const told = parseCalendarDay(said)
  if (told) return { told, id }
  return said === NEVER ? { id } : undefined
}
