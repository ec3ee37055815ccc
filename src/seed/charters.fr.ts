import { type CharterEntry, stopsOf } from '../deadlines/domain/charter.ts'
import { calendarDay } from '../kernel/calendar-day.ts'

/** Both documents are of one day, and hold from it. */
const WRITTEN_ON = calendarDay('2025-01-15')
const source = (title: string, page: string) => ({ title, page, on: WRITTEN_ON, href: '' })
const since = { families: [], note: '', validFrom: WRITTEN_ON, validUntil: null } as const

/** What the invented landlord Toits d’Auvelle wrote in its charter, and published from its desk. */
export const PROMISES_OF_TOITS: readonly CharterEntry[] = [
  {
    ...since,
    title: 'Accuser réception de la demande sous 2 jours ouvrés',
    startsOn: 'told',
    stopsOn: stopsOf('acknowledged'),
    length: 2,
    unit: 'working_days',
    source: source('Charte de service de Toits d’Auvelle', 'p. 3'),
  },
  {
    ...since,
    title: 'Venir voir sous 5 jours ouvrés après l’enregistrement',
    startsOn: 'registered',
    stopsOn: stopsOf('visited'),
    length: 5,
    unit: 'working_days',
    source: source('Charte de service de Toits d’Auvelle', 'p. 4'),
  },
]

/** What the union read in the booklet of Habitat des Deux Rives, whose desk wrote nothing here. */
export const PROMISES_OF_RIVES: readonly CharterEntry[] = [
  {
    ...since,
    title: 'Répondre par écrit sous 15 jours',
    startsOn: 'told_in_writing',
    stopsOn: stopsOf('answered'),
    length: 15,
    unit: 'calendar_days',
    source: source('Livret du locataire d’Habitat des Deux Rives', 'p. 11'),
  },
]
