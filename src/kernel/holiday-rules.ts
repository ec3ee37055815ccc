/**
 * Public holidays of France as data: Code du travail, art. L3133-1 (everywhere), L3134-13 (Alsace-Moselle), L3422-2
 * (overseas). Only what the code names: days off by custom (Good Friday or 21 July in the West Indies) are not counted,
 * so that « jour férié » on a page always has an article behind it.
 */
export const HOLIDAY_ZONES = [
  'national',
  'alsace_moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'la_reunion',
  'mayotte',
  'saint_barthelemy',
  'saint_martin',
] as const
export type HolidayZone = (typeof HOLIDAY_ZONES)[number]

export type HolidayCode =
  | 'new_year'
  | 'good_friday'
  | 'easter_monday'
  | 'labour_day'
  | 'victory_1945'
  | 'ascension'
  | 'whit_monday'
  | 'bastille_day'
  | 'assumption'
  | 'all_saints'
  | 'armistice_1918'
  | 'christmas'
  | 'saint_stephen'
  | 'abolition'

export type HolidayRule = {
  readonly code: HolidayCode
  /** A day of the civil year, or so many days after Easter Sunday. */
  readonly when: { readonly month: number; readonly day: number } | { readonly afterEaster: number }
  readonly zones: readonly HolidayZone[]
  /** First and last years in which it holds, when they lie inside the years we know. */
  readonly since?: number
  readonly until?: number
  readonly article: string
}

const everywhere = (code: HolidayCode, when: HolidayRule['when']): HolidayRule => ({
  code,
  when,
  zones: HOLIDAY_ZONES,
  article: 'L3133-1',
})
const abolition = (
  zone: HolidayZone,
  month: number,
  day: number,
  years: Pick<HolidayRule, 'since' | 'until'> = {},
): HolidayRule => ({ code: 'abolition', when: { month, day }, zones: [zone], article: 'L3422-2', ...years })

export const HOLIDAY_RULES: readonly HolidayRule[] = [
  everywhere('new_year', { month: 1, day: 1 }),
  everywhere('easter_monday', { afterEaster: 1 }),
  everywhere('labour_day', { month: 5, day: 1 }),
  everywhere('victory_1945', { month: 5, day: 8 }),
  everywhere('ascension', { afterEaster: 39 }),
  // Still a public holiday since 2004, even where it is worked as the day of solidarity.
  everywhere('whit_monday', { afterEaster: 50 }),
  everywhere('bastille_day', { month: 7, day: 14 }),
  everywhere('assumption', { month: 8, day: 15 }),
  everywhere('all_saints', { month: 11, day: 1 }),
  everywhere('armistice_1918', { month: 11, day: 11 }),
  everywhere('christmas', { month: 12, day: 25 }),
  // In communes with a Protestant or a mixed church. A commune's code does not say so: counted off in all of them, which
  // can make a deadline end a day later than it should, never a day too soon.
  { code: 'good_friday', when: { afterEaster: -2 }, zones: ['alsace_moselle'], article: 'L3134-13' },
  { code: 'saint_stephen', when: { month: 12, day: 26 }, zones: ['alsace_moselle'], article: 'L3134-13' },
  abolition('mayotte', 4, 27),
  abolition('martinique', 5, 22),
  abolition('guadeloupe', 5, 27),
  abolition('guyane', 6, 10),
  abolition('la_reunion', 12, 20),
  // Both were communes of Guadeloupe until 2007, and a decree of 23 April 2012 named them (9 October, 27 May).
  abolition('saint_barthelemy', 5, 27, { until: 2011 }),
  abolition('saint_barthelemy', 10, 9, { since: 2012 }),
  // 28 May since the circulars of 2018 and 2019 (prefecture); the code still prints 27 May.
  abolition('saint_martin', 5, 27, { until: 2017 }),
  abolition('saint_martin', 5, 28, { since: 2018 }),
]
