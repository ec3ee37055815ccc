import { expect, test } from 'vitest'
import { calendarDay } from '../kernel/calendar-day.ts'
import { sayCertainty, sayRetired, sayRuleLength, sayStanding, sayValidity } from './words.fr.ts'

const day = calendarDay

test('a retired rule says since when it does not hold; on its last day it still does', () => {
  expect(sayRetired(day('2026-06-30'), day('2026-06-30'))).toBeUndefined()
  expect(sayRetired(day('2026-06-30'), day('2026-07-01'))).toBe(
    'Cette règle ne vaut plus depuis le 1er juillet 2026.',
  )
  expect(sayRetired(null, day('2026-07-01'))).toBeUndefined()
})

const source = { title: 'Un site', article: null, href: null, readOn: day('2026-11-22'), checkedBy: null }

test.each([
  ['L', null, 'art. 6', 'pas de chiffre'],
  ['L', null, null, 'aucun texte trouvé'],
  ['P', null, null, 'pas de chiffre'],
  ['P', 2, null, '2\u00a0mois'],
  ['L', 1032, 'art. 6', '1\u202f032\u00a0mois'],
] as const)('a rule of kind %s, length %s, article %s: %s', (kind, length, article, said) => {
  const unit = length === null ? null : 'months'
  expect(sayRuleLength({ kind, length, unit, source: { ...source, article } })).toBe(said)
})

test('a charter is read in its landlord’s document, whatever page it was found in', () => {
  expect(sayCertainty({ kind: 'C', certainty: 3 })).toBe('Lu dans le document du bailleur')
  expect(sayCertainty({ kind: 'L', certainty: 3 })).toBe('Lu dans une page fiable')
})

test.each([
  [{ validFrom: day('2025-01-01'), validUntil: null }, 'depuis le 1er janvier 2025'],
  [{ validFrom: null, validUntil: day('2025-01-31') }, 'jusqu’au 31 janvier 2025'],
  [{ validFrom: day('2025-01-01'), validUntil: day('2025-01-31') }, 'du 1er janvier 2025 au 31 janvier 2025'],
  [{ validFrom: day('2025-01-02'), validUntil: day('2025-01-01') }, 'n’a jamais eu cours'],
  [{ validFrom: null, validUntil: null }, 'sans date connue'],
])('validity %j: %s', (rule, said) => {
  expect(sayValidity(rule)).toBe(said)
})

test.each([
  [{ state: 'running', left: { days: 12, unit: 'calendar_days' } }, 'encore 12\u00a0jours'],
  [{ state: 'running', left: { days: 0, unit: 'calendar_days' } }, 'dernier jour'],
  [{ state: 'met', before: { days: 1, unit: 'working_days' } }, 'tenu 1\u00a0jour ouvré avant'],
  [{ state: 'late', by: { days: 4, unit: 'business_days' } }, 'tenu avec 4\u00a0jours ouvrables de retard'],
  [{ state: 'passed', since: { days: 48, unit: 'calendar_days' } }, 'passé depuis 48\u00a0jours'],
  [{ state: 'passed', since: { days: 1032, unit: 'calendar_days' } }, 'passé depuis 1\u202f032\u00a0jours'],
  [{ state: 'no_figure' }, 'pas de chiffre, rien à compter'],
] as const)('%j is said «%s»', (standing, said) => {
  expect(sayStanding(standing)).toBe(said)
})
