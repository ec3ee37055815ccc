import { formatCount, formatDay, formatDays, quote } from '../../ui/format.fr.ts'
import { type CalendarDay, daysInMonth, partsOf } from '../../kernel/calendar-day.ts'
import { sayMonthOf } from '../../kernel/french-calendar.fr.ts'
import type { Ending } from '../../complaints/domain/event-kinds.ts'
import type { ListFilter } from '../domain/list-filter.ts'
import { daysWaited, type ListedComplaint } from '../domain/listed-complaint.ts'
import { MOST_COUNTED } from '../store/lists.ts'
import type { FilterNames } from '../store/filter-names.ts'

export const sayTold = ({ told }: Pick<ListedComplaint, 'told'>): string => {
  if (!told) return 'pas encore signalé'
  const { earliest, latest } = told
  if (earliest === latest) return formatDay(latest)
  if (earliest === undefined) return `au plus tard le ${formatDay(latest)}`
  const { year, month, day } = partsOf(latest)
  const isMonth = earliest === `${latest.slice(0, 8)}01` && day === daysInMonth(year, month)
  return isMonth ? sayMonthOf(latest) : `entre le ${formatDay(earliest)} et le ${formatDay(latest)}`
}

/** A wait that runs, or was left before its end, is «au moins». */
export function sayWait(complaint: ListedComplaint, today: CalendarDay): string {
  const days = daysWaited(complaint, today)
  if (days === undefined) return 'pas encore signalé'
  const exact = complaint.ended?.how === 'gone' && complaint.told?.earliest === complaint.told?.latest
  return exact ? formatDays(days) : `au moins ${formatDays(days)}`
}

export const ENDING_WORDS: Record<Ending, string> = {
  gone: 'réparé, dit le foyer',
  given_up: 'le foyer a renoncé',
  moved_out: 'le foyer est parti',
}

export const sayCount = (n: number): string =>
  n > MOST_COUNTED ? 'Plus de 1\u202f000 réclamations' : formatCount(n, 'réclamation')

export type Asked = { readonly name: keyof ListFilter; readonly words: string }

const PROGRESS = {
  running: 'en cours',
  over: 'finies',
  untold: 'pas encore signalées',
  all: 'en cours ou finies',
}

/** What a filter asks, one question at a time, as it would be said. */
export function sayFilter(filter: ListFilter, names: FilterNames): readonly Asked[] {
  const asked: readonly (Asked | false | undefined)[] = [
    filter.progress !== 'running' && { name: 'progress', words: PROGRESS[filter.progress] },
    filter.words !== undefined && { name: 'words', words: quote(filter.words) },
    filter.family !== undefined && { name: 'family', words: names.family ?? 'objet inconnu' },
    filter.estate !== undefined && { name: 'estate', words: names.estate ?? 'résidence inconnue' },
    filter.building !== undefined && { name: 'building', words: names.building ?? 'bâtiment inconnu' },
    filter.home !== undefined && { name: 'home', words: names.home ?? 'logement inconnu' },
    filter.caredForBy && {
      name: 'caredForBy',
      words: filter.caredForBy === 'me' ? 'confiées à vous' : 'confiées à personne',
    },
    filter.ball && {
      name: 'ball',
      words: filter.ball === 'landlord' ? 'au bailleur d’agir' : 'au foyer de dire la suite',
    },
    filter.toFollowUp && { name: 'toFollowUp', words: 'à relancer' },
    filter.promisePassed && { name: 'promisePassed', words: 'promesse passée' },
    filter.deadlinePassed && { name: 'deadlinePassed', words: 'délai passé' },
    filter.contested && { name: 'contested', words: 'clôture contestée' },
    filter.silentFor !== undefined && {
      name: 'silentFor',
      words: `plus de ${formatDays(filter.silentFor)} sans un mot du bailleur`,
    },
  ]
  return asked.filter((one): one is Asked => Boolean(one))
}

/** The same filter without one of its questions. */
export function without(filter: ListFilter, name: keyof ListFilter): ListFilter {
  const { [name]: _left, ...rest } = filter
  return { ...rest, progress: name === 'progress' ? 'running' : filter.progress }
}
