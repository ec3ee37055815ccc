import { type CalendarDay, weekdayOf } from './calendar-day.ts'
import { sayDay } from './french-calendar.fr.ts'
import { sayHoliday } from './holidays.fr.ts'
import type { StepReason, Unit } from './working-calendar.ts'

const UNITS: Record<Unit, { readonly one: string; readonly many: string; readonly said: string }> = {
  calendar_days: { one: 'jour', many: 'jours', said: 'jours calendaires' },
  working_days: { one: 'jour ouvré', many: 'jours ouvrés', said: 'jours ouvrés (du lundi au vendredi)' },
  business_days: {
    one: 'jour ouvrable',
    many: 'jours ouvrables',
    said: 'jours ouvrables (du lundi au samedi)',
  },
  months: { one: 'mois', many: 'mois', said: 'mois, de date à date' },
  hours: { one: 'heure', many: 'heures', said: 'heures' },
}

/** «jours ouvrés (du lundi au vendredi)». */
export const sayUnit = (unit: Unit): string => UNITS[unit].said

const number = new Intl.NumberFormat('fr-FR')

/** «2 mois», «1 jour ouvré», «1 032 jours». */
export const sayLength = (length: number, unit: Unit): string =>
  `${number.format(length)}\u00a0${length >= 2 ? UNITS[unit].many : UNITS[unit].one}`

/** Why a day stands in a computation: «samedi», «1er mai», «jour de départ, non compté». */
export function sayReason(reason: StepReason): string {
  switch (reason) {
    case 'start_day':
      return 'jour de départ, non compté'
    case 'saturday':
      return 'samedi'
    case 'sunday':
      return 'dimanche'
    case 'month_cut_short':
      return 'mois plus court\u202f: son dernier jour'
    case 'carried_over':
      return 'reporté à ce jour ouvré'
    default:
      return sayHoliday(reason)
  }
}

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

/** «vendredi 1er mai 2026». */
export const sayWeekday = (day: CalendarDay): string => `${WEEKDAYS[weekdayOf(day) - 1] ?? ''} ${sayDay(day)}`
