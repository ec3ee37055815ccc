import { calendarDay } from '../../kernel/calendar-day.ts'
import { readIn } from './law.fr.ts'
import type { DeadlineRule } from './rule.ts'

const norm = {
  kind: 'R',
  startsOn: null,
  stopsOn: [],
  carriedOver: false,
  validFrom: null,
  validUntil: null,
  families: [],
  certainty: 3,
  bound: 'landlord',
} as const satisfies Partial<DeadlineRule>

const AWAAB = 'Loi d’Awaab, SI 2025/1042 (Angleterre)'
const awaab = {
  ...norm,
  country: 'england',
  validFrom: calendarDay('2025-10-27'),
  families: ['damp'],
} as const satisfies Partial<DeadlineRule>
const HERE = 'Oblige en Angleterre ; ici, un repère. Les jours fériés comptés sont ceux de France.'

const ombudsman = {
  ...norm,
  country: 'england',
  unit: 'working_days',
  validFrom: calendarDay('2024-04-01'),
  source: readIn(
    'Slough, Housing 21, Great Yarmouth, Alliance Homes',
    'Complaint Handling Code (Angleterre)',
  ),
} as const satisfies Partial<DeadlineRule>

const scotland = {
  ...norm,
  country: 'scotland',
  unit: 'working_days',
  startsOn: 'told',
  stopsOn: ['repaired', 'gone', 'left'],
  validFrom: calendarDay('2002-01-01'),
  source: readIn('Southside et DPHA, « Right to Repair »', 'Right to Repair, 2002 (Écosse)'),
  note: 'Oblige en Écosse, jusqu’à 350 £, avec indemnité automatique ; ici, un repère. Les jours fériés comptés sont ceux de France.',
} as const satisfies Partial<DeadlineRule>

const newYork = {
  ...norm,
  country: 'new_york',
  source: readIn('Pages sur les classes d’infraction HPD', 'HPD, classes d’infraction (New York)'),
} as const satisfies Partial<DeadlineRule>

/** Norms that bind elsewhere. Here they are marks to compare a wait with, and never law. */
export const FOREIGN: readonly DeadlineRule[] = [
  {
    ...awaab,
    id: 'awaab_emergency',
    title: 'Danger immédiat : logement mis en sécurité',
    startsOn: 'told',
    stopsOn: ['repaired', 'gone', 'left'],
    length: 24,
    unit: 'hours',
    families: ['hazard', 'fire', 'electricity', 'heating.dangerous'],
    source: readIn('OVH, Yorkshire Housing, guide de la loi d’Awaab', AWAAB),
    note: `Seulement pour un danger immédiat. Le règlement compte depuis le constat des travaux de sécurité à faire ; les pages lues, depuis le signalement. ${HERE}`,
  },
  {
    ...awaab,
    id: 'awaab_investigation',
    title: 'Humidité et moisissures : enquête sur place',
    startsOn: 'told',
    stopsOn: ['visited', 'gone', 'left'],
    length: 10,
    unit: 'working_days',
    source: readIn('Guide de la loi d’Awaab, délais', AWAAB),
    note: `Danger important. ${HERE}`,
  },
  {
    ...awaab,
    id: 'awaab_summary',
    title: 'Humidité et moisissures : résumé écrit après l’enquête',
    startsOn: 'visited',
    stopsOn: ['answered', 'gone', 'left'],
    length: 3,
    unit: 'working_days',
    source: readIn('Guide de la loi d’Awaab, délais', AWAAB),
    note: HERE,
  },
  {
    ...awaab,
    id: 'awaab_safety_work',
    title: 'Humidité et moisissures : travaux de sécurité après l’enquête',
    startsOn: 'visited',
    stopsOn: ['repaired', 'gone', 'left'],
    length: 5,
    unit: 'working_days',
    source: readIn('Guide de la loi d’Awaab, délais', AWAAB),
    note: `Sinon, relogement temporaire. ${HERE}`,
  },
  {
    ...awaab,
    id: 'awaab_further_work',
    title: 'Humidité et moisissures : travaux complémentaires commencés, au plus tard',
    startsOn: 'visited',
    stopsOn: ['repaired', 'gone', 'left'],
    length: 84,
    unit: 'calendar_days',
    source: readIn('Venti Group', AWAAB),
    note: `Douze semaines au plus. ${HERE}`,
  },
  {
    ...ombudsman,
    id: 'ombudsman_acknowledgement',
    title: 'Plainte : accusé de réception',
    startsOn: 'told',
    stopsOn: ['acknowledged', 'answered', 'refused', 'gone', 'left'],
    length: 5,
    note: `Le code distingue la plainte de la simple demande de réparation. ${HERE}`,
  },
  {
    ...ombudsman,
    id: 'ombudsman_answer',
    title: 'Plainte : réponse après l’accusé de réception',
    startsOn: 'acknowledged',
    stopsOn: ['answered', 'refused', 'gone', 'left'],
    length: 10,
    note: `Dix jours de plus au maximum, avec des raisons. ${HERE}`,
  },
  {
    ...ombudsman,
    id: 'ombudsman_second_acknowledgement',
    title: 'Plainte, second degré : accusé de réception',
    length: 5,
    note: `Hors du fil. ${HERE}`,
  },
  {
    ...ombudsman,
    id: 'ombudsman_second_answer',
    title: 'Plainte, second degré : réponse',
    length: 20,
    note: `Vingt jours de plus au maximum, par une autre personne qu’au premier degré. Hors du fil. ${HERE}`,
  },
  {
    ...scotland,
    id: 'scotland_one_day',
    title: 'Ni chauffage ni eau chaude, plus de courant ou d’eau, fuite, toilettes, serrure : réparation',
    length: 1,
    families: ['heating.none', 'heating.broken', 'water', 'electricity', 'locks'],
  },
  {
    ...scotland,
    id: 'scotland_three_days',
    title: 'Courant ou eau en partie coupés, rampe, marches : réparation',
    length: 3,
    families: ['electricity', 'water', 'fall'],
  },
  {
    ...scotland,
    id: 'scotland_seven_days',
    title: 'Ventilation mécanique : réparation',
    length: 7,
    families: ['ventilation'],
  },
  {
    ...newYork,
    id: 'new_york_heat',
    title: 'Infraction de classe C, chauffage ou eau chaude : réparation',
    length: 24,
    unit: 'hours',
    families: ['heating', 'water'],
    note: 'Oblige à New York, depuis le constat de l’infraction : hors du fil.',
  },
  {
    ...newYork,
    id: 'new_york_class_c',
    title: 'Infraction de classe C, autres : réparation, au plus',
    length: 21,
    unit: 'calendar_days',
    note: 'Oblige à New York, depuis le constat de l’infraction : hors du fil.',
  },
  {
    ...newYork,
    id: 'new_york_class_b',
    title: 'Infraction de classe B : réparation',
    length: 30,
    unit: 'calendar_days',
    note: 'Oblige à New York, depuis le constat de l’infraction : hors du fil.',
  },
  {
    ...newYork,
    id: 'new_york_class_a',
    title: 'Infraction de classe A : réparation',
    length: 90,
    unit: 'calendar_days',
    note: 'Oblige à New York, depuis le constat de l’infraction : hors du fil.',
  },
]
