import { parseCalendarDay } from '../../kernel/calendar-day.ts'
import { sayDay } from '../../kernel/french-calendar.fr.ts'
import type { Answer } from './answer.ts'

/** «au 17 février 2026»; an instant as it was written. */
export function sayAsOf(asOf: string): string {
  const day = parseCalendarDay(asOf)
  return day ? `au ${sayDay(day)}` : `au ${asOf}`
}

/** The rule of days, named beside every figure. */
export function sayDayRule(days: Answer['days']): string {
  if (days === null) return 'durées déjà faites'
  return days === 'civil' ? 'jours civils' : 'jours écoulés (24 h)'
}

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
