import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDay } from '../../kernel/calendar-day.ts'
import { addressBlock } from './address-block.ts'
import { inLanguage, LANGUAGES, readLanguage } from './language.ts'
import { PROBLEM_CODES } from './problem-codes.ts'
import { SPEECHES } from './speech.ts'

const day = calendarDay
const about = (
  earliest: string,
  latest: string,
  precision: 'day' | 'month' | 'year' | 'before' | 'about',
) => ({
  earliest: day(earliest),
  latest: day(latest),
  precision,
  said: 'vers la Saint-Jean',
})

describe('a length, never more certain than it is', () => {
  it.each([
    ['fr', { days: 143, most: 143, ended: false }, 'au moins 143\u00a0jours'],
    ['fr', { days: 1, most: 1, ended: true }, '1\u00a0jour'],
    ['fr', { days: 130, most: 160, ended: false }, 'au moins 130\u00a0jours, peut-être 160'],
    ['fr', { days: 130, most: 160, ended: true }, 'entre 130 et 160\u00a0jours'],
    ['fr', { days: 900, ended: true }, 'au moins 900\u00a0jours'],
    ['en', { days: 143, most: 143, ended: false }, 'at least 143\u00a0days'],
    ['en', { days: 1, most: 1, ended: true }, '1\u00a0day'],
    ['ar', { days: 1, most: 1, ended: true }, 'يوم واحد'],
    ['ar', { days: 2, most: 2, ended: true }, 'يومان'],
    ['ar', { days: 7, most: 7, ended: true }, '7\u00a0أيام'],
    ['ar', { days: 11, most: 11, ended: true }, '11\u00a0يومًا'],
    ['ar', { days: 100, most: 100, ended: true }, '100\u00a0يوم'],
    ['ar', { days: 143, most: 143, ended: false }, 'ما لا يقلّ عن 143\u00a0يومًا'],
    ['ar', { days: 103, most: 120, ended: true }, 'بين 103 و120\u00a0يومًا'],
  ] as const)('%s %o: %s', (language, length, said) => {
    expect(SPEECHES[language].length(length)).toBe(said)
  })
})

describe('a day, as precisely as it is known', () => {
  it.each([
    ['fr', about('2026-05-01', '2026-05-01', 'day'), '1er mai 2026'],
    ['fr', about('2026-05-01', '2026-05-31', 'month'), 'mai 2026'],
    ['fr', about('2026-12-01', '2026-12-31', 'month'), 'décembre 2026'],
    ['fr', about('2025-01-01', '2025-12-31', 'year'), '2025'],
    ['fr', about('1900-01-01', '2022-12-31', 'before'), 'avant le 1er janvier 2023'],
    ['fr', about('2026-04-21', '2026-05-10', 'about'), 'entre le 21 avril 2026 et le 10 mai 2026'],
    ['en', about('2028-02-29', '2028-02-29', 'day'), '29 February 2028'],
    ['ar', about('2026-11-22', '2026-11-22', 'day'), '22 نوفمبر 2026'],
    ['ar', about('2026-05-01', '2026-05-31', 'month'), 'مايو 2026'],
    ['ar', about('1900-01-01', '2022-12-31', 'before'), 'قبل 1 يناير 2023'],
  ] as const)('%s: %o', (language, approximate, said) => {
    expect(SPEECHES[language].about(approximate)).toBe(said)
  })

  it('has the digits of the telephone in every language', () => {
    const days = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays(day('1950-01-01'), n))
    fc.assert(
      fc.property(days, fc.constantFrom(...LANGUAGES), (d, l) => !/[٠-٩۰-۹]/.test(SPEECHES[l].day(d))),
    )
  })
})

describe('catalogues', () => {
  it('name every code of the nomenclature, each in its own words', () => {
    const migration = readFileSync(
      new URL('../../db/migrations/0070_nomenclature.sql', import.meta.url),
      'utf8',
    )
    const codes = [...migration.matchAll(/^ {2}\('([a-z_.]+)', (?:null|'[a-z]+'), /gm)].map(
      ([, code = '']) => code,
    )
    expect([...PROBLEM_CODES].toSorted()).toEqual(codes.toSorted())
    for (const language of LANGUAGES)
      expect(new Set(PROBLEM_CODES.map(SPEECHES[language].problem)).size).toBe(PROBLEM_CODES.length)
  })

  it('name by its family a code that came after them', () => {
    expect(SPEECHES.en.problem('heating.radiators')).toBe('Heating')
  })

  it('speak their own language: no sentence of the French one is left in the others', () => {
    const said = (value: unknown): string[] => {
      if (typeof value === 'string') return [value]
      return typeof value === 'object' && value !== null ? Object.values(value).flatMap(said) : []
    }
    const french = new Set(said(SPEECHES.fr.say).filter((text) => /\p{L}{3}/u.test(text)))
    for (const language of ['ar', 'en'] as const)
      expect(said(SPEECHES[language].say).filter((text) => french.has(text))).toEqual([])
    expect(said(SPEECHES.ar.say).filter((text) => /[A-Za-z]/.test(text))).toEqual([])
  })
})

it('keeps the language in the address, and falls back to French', () => {
  expect(inLanguage('/suivi?fait=gone', 'ar')).toBe('/suivi?fait=gone&langue=ar')
  expect(inLanguage('/suivi', 'fr')).toBe('/suivi')
  expect(['ar', 'en', 'xx', undefined].map(readLanguage)).toEqual(['ar', 'en', 'fr', 'fr'])
})

it.each([
  ['192.0.2.7', '192.0.2.0/24'],
  ['2001:db8:7:1::5', '2001:db8:7::/48'],
  ['2001:DB8:0007:ffff:1:2:3:4', '2001:db8:7::/48'],
  ['2001:db8::1', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['', ''],
])('%s is counted with %s', (address, block) => {
  expect(addressBlock(address)).toBe(block)
})
