import { parseCalendarDay } from '../../kernel/calendar-day.ts'
import { sayDay } from '../../kernel/french-calendar.fr.ts'
import type { Answer } from './answer.ts'

/** «au 17 février 2026», «au 17 février 2026 à 2 h 21 UTC»; of tallies of several dates, from the first to the last. */
export function sayAsOf(asOf: string): string {
  const [first = '', last] = asOf.split('/')
  return last === undefined
    ? `au ${sayMoment(first)}`
    : `entre le ${sayMoment(first)} et le ${sayMoment(last)}`
}

function sayMoment(text: string): string {
  const day = parseCalendarDay(text)
  if (day) return sayDay(day)
  const instant = new Date(text)
  const utcDay = Number.isNaN(instant.getTime())
    ? undefined
    : parseCalendarDay(instant.toISOString().slice(0, 10))
  if (!utcDay) return text
  const minutes = String(instant.getUTCMinutes()).padStart(2, '0')
  return `${sayDay(utcDay)} à ${instant.getUTCHours()}\u00a0h\u00a0${minutes} UTC`
}

/** The rule of days, named beside every figure; lengths already made, in their unit. */
export function sayDayRule({ days, timeUnit }: Pick<Answer, 'days' | 'timeUnit'>): string {
  if (days === null) return `durées déjà faites, en ${UNITS[timeUnit]}`
  return days === 'civil' ? 'jours civils' : 'jours écoulés (24 h)'
}

const UNITS = { day: 'jours', hour: 'heures', month: 'mois' } as const

const OUTCOMES: Readonly<Record<string, string>> = {
  repaired: 'réparé',
  closed_without_repair: 'clos sans réparation',
  withdrawn: 'retiré',
  transferred: 'transféré',
  other: 'autre fin',
}
export const sayOutcome = (outcome: string): string => OUTCOMES[outcome] ?? outcome

const REJECTS: Readonly<Record<string, string>> = {
  unreadable_date: 'date illisible',
  missing_opened: 'sans date d’ouverture',
  closed_before_opened: 'close avant d’être ouverte',
  repeated_id: 'numéro répété',
  repeated_header: 'en-tête répété',
  opened_after_as_of: 'ouverte après la date d’arrêt',
  never_at_risk: 'jamais observée en attente',
  status_contradicts_dates: 'statut contraire aux dates',
  too_few_columns: 'trop peu de colonnes',
}

/** Lines left out, by reason; nothing when none was. */
export function sayRejects(rejects: Answer['rejects']): string[] {
  const said = Object.entries(rejects).filter(([, count]) => count > 0)
  if (said.length === 0) return []
  const all = said.map(
    ([reason, count]) => `${REJECTS[reason] ?? reason} ${new Intl.NumberFormat('fr-FR').format(count)}`,
  )
  return [`Lignes écartées\u202f: ${all.join(', ')}.`]
}

export const sayTie = (tie: Answer['tie']): string =>
  tie === 'day+0.5' ? 'sorties placées à jour + ½' : 'durées telles quelles'

export const sayMethod = ({ ci, tie, rules }: Answer): string =>
  `Kaplan–Meier, erreurs de Greenwood, intervalles ${ci} à 95\u202f%, ${sayTie(tie)}, règles ${rules}.`
