import { foldText } from '../kernel/fold-text.ts'
import { addDays, type CalendarDay } from '../kernel/calendar-day.ts'
import type { Purpose } from '../people/domain/consent.ts'
import { seedId } from './neighbourhood.ts'

const FIRST = [
  'Amina',
  'Jeanne',
  'Karim',
  'Lucienne',
  'Moussa',
  'Thi Lan',
  'Élodie',
  'Ahmed',
  'Rosa',
  'Ibrahima',
  'Françoise',
  'Yusuf',
  'Zoé',
  'Fatoumata',
  'Noël',
  'Leïla',
  'Gaëlle',
  'Souleymane',
  'Marie-Ange',
  'Óscar',
  'ليلى',
  'Aïcha',
  'Jean-Loup',
  'Nour',
]
const LAST = [
  'Belvédrin',
  'Tarquat',
  'N’Goulou',
  'Marchevert',
  'El Ouazir',
  'Dupontel-Roche',
  'Vasquelin',
  'Sissomar',
  'Trébuchat',
  'Nguyenval',
  'Kowalarz',
  'Benchaouir',
  'd’Arcelin',
  'Ferrouz',
  'Laplanche',
  'Oumarou-Petit',
  'Ziranec',
  'Çelikan',
  'Moreval',
  'Hautbois',
]
const NOTES = [
  '',
  '',
  '',
  'Rappeler plutôt le soir.',
  'Lit peu le français : passer avec Aminata.',
  'Veut bien monter une réunion de palier.',
  'Craint des représailles : ne rien laisser sous la porte.',
]
const LANGUAGES = ['fr', 'fr', 'fr', 'ar', 'fr', 'en', 'fr', 'tr']
const SINCE = [
  '2021',
  'mars 2019',
  'printemps 2023',
  'vers 2010',
  'septembre 2024',
  '2015',
  'hiver 2022',
  '12 janvier 2020',
]

const AGREED: readonly (readonly Purpose[])[] = [
  ['kept', 'called_back', 'collective_demand'],
  ['kept'],
  ['kept', 'called_back', 'collective_demand', 'quoted_anonymously'],
  ['kept', 'collective_demand', 'research'],
]

const pick = <T>(list: readonly T[], n: number): T => {
  const found = list[n % list.length]
  if (found === undefined) throw new Error('an empty list has nothing to pick')
  return found
}

export type Household = {
  readonly personId: string
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly language: string
  readonly note: string
  readonly searchText: string
  readonly lastContactOn: CalendarDay
  readonly since: string
  readonly agreed: readonly Purpose[]
}

/** The n-th invented household of a union: the same at every demonstration. Numbers in 06 39 98 are kept for fiction. */
export function household(space: string, n: number, today: CalendarDay): Household {
  const name = `${pick(FIRST, n * 7 + space.length)} ${pick(LAST, n * 11 + space.length * 3)}`
  const digits = String(n % 100).padStart(2, '0')
  const phone = n % 3 === 0 ? '' : `06 39 98 ${String(10 + (n % 90))} ${digits}`
  return {
    personId: seedId('person', space, String(n)),
    name,
    phone,
    email: n % 4 === 0 ? `foyer${n}@demo.palier.example` : '',
    language: pick(LANGUAGES, n),
    note: pick(NOTES, n * 5),
    searchText: foldText(`${name} ${phone.replaceAll(' ', '')}`),
    lastContactOn: addDays(today, -((n * 37) % 600)),
    since: pick(SINCE, n),
    agreed: pick(AGREED, n),
  }
}
