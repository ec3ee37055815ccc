import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactDay, NO_FLOOR, parseApproximateDay } from './approximate-day.ts'
import { sayApproximateDay } from './approximate-day.fr.ts'
import { addDays, calendarDay } from './calendar-day.ts'
import { sayDay } from './french-calendar.fr.ts'

const today = calendarDay('2026-11-22') // a Sunday

function read(text: string) {
  const result = parseApproximateDay(text, today)
  return result.ok
    ? `${result.value.precision} ${result.value.earliest} ${result.value.latest}`
    : result.refusal.because
}

function readAndSay(text: string) {
  const result = parseApproximateDay(text, today)
  return result.ok ? sayApproximateDay(result.value) : result.refusal.because
}

describe('a day as people say it', () => {
  it.each([
    ['12/03/2024', 'day 2024-03-12 2024-03-12', 'day, month, year'],
    ['1/3/2024', 'day 2024-03-01 2024-03-01', 'without zeros'],
    ['12.03.2024', 'day 2024-03-12 2024-03-12', 'with dots'],
    ['12-03-2024', 'day 2024-03-12 2024-03-12', 'with hyphens'],
    ['12 03 2024', 'day 2024-03-12 2024-03-12', 'with spaces'],
    ['12/03/24', 'day 2024-03-12 2024-03-12', 'two digits are of this century'],
    ['2024-03-12', 'day 2024-03-12 2024-03-12', 'as a date field sends it'],
    ['12 mars 2024', 'day 2024-03-12 2024-03-12', 'in letters'],
    ['le 12 mars 2024', 'day 2024-03-12 2024-03-12', 'with its article'],
    ['Mardi 12 mars 2024', 'day 2024-03-12 2024-03-12', 'with its weekday'],
    ['1er mai 2026', 'day 2026-05-01 2026-05-01', 'a first'],
    ['1ᵉʳ mai 2026', 'day 2026-05-01 2026-05-01', 'a typographic first'],
    ['15 AOUT 2025', 'day 2025-08-15 2025-08-15', 'capitals without accents'],
    ['3 févr. 2025', 'day 2025-02-03 2025-02-03', 'abbreviated'],
    ['  12   mars\u00a02024 ', 'day 2024-03-12 2024-03-12', 'any spaces'],
    ['hier', 'day 2026-11-21 2026-11-21', 'yesterday'],
    ['avant-hier', 'day 2026-11-20 2026-11-20', 'the day before is not a « before »'],
    ['aujourd’hui', 'day 2026-11-22 2026-11-22', 'typographic apostrophe'],
    ["Aujourd'hui", 'day 2026-11-22 2026-11-22', 'straight apostrophe'],
    ['il y a 3 jours', 'day 2026-11-19 2026-11-19', 'a few days are counted'],
    ['il y a 10 jours', 'about 2026-11-09 2026-11-15', 'more are rounded'],
    ['mars 2024', 'month 2024-03-01 2024-03-31', 'a month'],
    ['en mars 2024', 'month 2024-03-01 2024-03-31', 'a month with its preposition'],
    ['depuis le mois de mars 2024', 'month 2024-03-01 2024-03-31', 'at length'],
    ['03/2024', 'month 2024-03-01 2024-03-31', 'in numbers'],
    ['2024-02', 'month 2024-02-01 2024-02-29', 'as a month field sends it'],
    ['novembre 2026', 'month 2026-11-01 2026-11-22', 'this month ends today: what is told has happened'],
    ['début mars 2024', 'month 2024-03-01 2024-03-10', 'its first days'],
    ['mi-mars 2024', 'month 2024-03-11 2024-03-20', 'its middle'],
    ['fin mars 2024', 'month 2024-03-21 2024-03-31', 'its last days'],
    ['à la fin du mois de mars 2024', 'month 2024-03-21 2024-03-31', 'at length'],
    ['printemps 2023', 'season 2023-03-01 2023-05-31', 'whole months'],
    ['au printemps 2023', 'season 2023-03-01 2023-05-31', 'with its preposition'],
    ['l’été 2023', 'season 2023-06-01 2023-08-31', 'with its article'],
    ["l'automne 2026", 'season 2026-09-01 2026-11-22', 'the current one ends today'],
    ['hiver 2022', 'season 2022-12-01 2023-02-28', 'winter begins in December of its year'],
    ['hiver 2022-2023', 'season 2022-12-01 2023-02-28', 'the same winter'],
    ['hiver 2023/24', 'season 2023-12-01 2024-02-29', 'a winter of a leap year'],
    ['2021', 'year 2021-01-01 2021-12-31', 'a year'],
    ['en 2021', 'year 2021-01-01 2021-12-31', 'a year with its preposition'],
    ['début 2024', 'season 2024-01-01 2024-03-31', 'its first quarter'],
    ['mi-2024', 'season 2024-04-01 2024-09-30', 'its middle'],
    ['fin 2024', 'season 2024-10-01 2024-12-31', 'its last quarter'],
    ['vers mai 2026', 'about 2026-04-01 2026-06-30', 'a month either side'],
    ['vers le 12 mars 2024', 'about 2024-03-05 2024-03-19', 'a week either side'],
    ['environ 2021', 'about 2020-01-01 2022-12-31', 'a year either side'],
    ['vers fin octobre 2026', 'about 2026-09-21 2026-11-22', 'never after today'],
    ['avant l’hiver 2023', 'before 1900-01-01 2023-11-30', 'nobody said a floor'],
    ['avant le 1er mai 2026', 'before 1900-01-01 2026-04-30', 'that day excluded'],
    ['avant 2020', 'before 1900-01-01 2019-12-31', 'that year excluded'],
    ['il y a 3 semaines', 'about 2026-10-29 2026-11-04', 'three days either side'],
    ['depuis trois semaines', 'about 2026-10-29 2026-11-04', 'in letters'],
    ['il y a 2 mois', 'about 2026-09-07 2026-10-07', 'fifteen days either side'],
    ['il y a environ un an', 'about 2025-05-23 2026-05-24', 'six months either side'],
  ])('« %s » is %s: %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('what cannot be a day of the past', () => {
  it.each([
    ['', 'unreadable_date', 'nothing'],
    ['bientôt', 'unreadable_date', 'no date in it'],
    ['31/02/2024', 'no_such_day', 'no such day'],
    ['29/02/2025', 'no_such_day', 'not a leap year'],
    ['12/13/2024', 'no_such_day', 'no thirteenth month'],
    ['00/2024', 'unreadable_date', 'no month zero'],
    ['12 mars', 'unreadable_date', 'no year was said, none is invented'],
    ['été 2023-2024', 'unreadable_date', 'only winter has two years'],
    ['hiver 2022-2024', 'unreadable_date', 'winter has two years that follow'],
    ['vers', 'unreadable_date', 'about what?'],
    ['de '.repeat(60), 'unreadable_date', 'far too long'],
    ['<b>2024</b>', 'unreadable_date', 'a page is not a date'],
    ['23/11/2026', 'future_date', 'tomorrow'],
    ['décembre 2026', 'future_date', 'next month'],
    ['hiver 2026', 'future_date', 'it begins in December'],
    ['2027', 'future_date', 'next year'],
    ['avant 2030', 'future_date', 'a bound that is still to come says nothing'],
    ['12/03/3024', 'future_date', 'a slip of the finger'],
    ['12/03/1824', 'too_old', 'another'],
    ['1899', 'too_old', 'before the calendar'],
    ['avant 1900', 'too_old', 'nothing is before the first day'],
    ['il y a 300 ans', 'too_old', 'three centuries'],
  ])('« %s » is refused, %s: %s', (text, because) => {
    expect(read(text)).toBe(because)
  })
})

describe('said again in French', () => {
  it.each([
    ['01/05/2026', '1er mai 2026'],
    ['hier', '21 novembre 2026'],
    ['03/2024', 'mars 2024'],
    ['novembre 2026', 'novembre 2026'],
    ['début mars 2024', 'début mars 2024'],
    ['mi mars 2024', 'mi-mars 2024'],
    ['fin novembre 2026', 'fin novembre 2026'],
    ['hiver 2022-2023', 'hiver 2022'],
    ['automne 2026', 'automne 2026'],
    ['fin 2024', 'fin 2024'],
    ['début 2024', 'début 2024'],
    ['milieu 2024', 'mi-2024'],
    ['2021', '2021'],
    ['avant l’hiver 2023', 'avant décembre 2023'],
    ['avant 2023', 'avant 2023'],
    ['avant le 12/03/2024', 'avant le 12 mars 2024'],
    ['vers mai 2026', 'entre avril et juin 2026'],
    ['vers décembre 2025', 'entre novembre 2025 et janvier 2026'],
    ['il y a 3 semaines', 'entre le 29 octobre et le 4 novembre 2026'],
  ])('« %s » becomes « %s »', (text, sentence) => {
    expect(readAndSay(text)).toBe(sentence)
  })
})

describe('laws', () => {
  const past = fc.integer({ min: 0, max: 46_000 }).map((n) => addDays(today, -n))

  it('reads back every day that it says', () => {
    fc.assert(
      fc.property(past, (day) => {
        expect(read(sayDay(day))).toBe(`day ${day} ${day}`)
        expect(sayApproximateDay(exactDay(day))).toBe(sayDay(day))
      }),
    )
  })

  const words = [
    'vers',
    'avant',
    'fin',
    'mi-',
    'été',
    'mars',
    '2024',
    '12',
    '/',
    'il y a',
    'un',
    'an',
    'le',
    '9999',
  ]
  const babble = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((said) => said.join(' '))

  it('never throws, never ends after today, and keeps the words', () => {
    fc.assert(
      fc.property(fc.oneof(babble, fc.string()), (text) => {
        const result = parseApproximateDay(text, today)
        if (!result.ok) return
        const { earliest, latest, said } = result.value
        expect(NO_FLOOR <= earliest && earliest <= latest && latest <= today).toBe(true)
        expect(said).toBe(text.trim())
      }),
      { numRuns: 1000 },
    )
  })
})
