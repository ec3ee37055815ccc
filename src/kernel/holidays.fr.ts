import type { HolidayCode, HolidayZone } from './holiday-rules.ts'

const HOLIDAYS: Record<HolidayCode, string> = {
  new_year: '1er janvier',
  good_friday: 'Vendredi saint',
  easter_monday: 'lundi de Pâques',
  labour_day: '1er mai',
  victory_1945: '8 mai',
  ascension: 'Ascension',
  whit_monday: 'lundi de Pentecôte',
  bastille_day: '14 juillet',
  assumption: '15 août',
  all_saints: 'Toussaint',
  armistice_1918: '11 novembre',
  christmas: 'Noël',
  saint_stephen: 'Saint-Étienne',
  abolition: 'abolition de l’esclavage',
}

const ZONES: Record<HolidayZone, string> = {
  national: 'France, cas général',
  alsace_moselle: 'Alsace et Moselle',
  guadeloupe: 'Guadeloupe',
  martinique: 'Martinique',
  guyane: 'Guyane',
  la_reunion: 'La Réunion',
  mayotte: 'Mayotte',
  saint_barthelemy: 'Saint-Barthélemy',
  saint_martin: 'Saint-Martin',
}

/** «lundi de Pâques». */
export const sayHoliday = (code: HolidayCode): string => HOLIDAYS[code]

/** «Alsace et Moselle». */
export const sayZone = (zone: HolidayZone): string => ZONES[zone]
