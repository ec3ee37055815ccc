import { expect, it } from 'vitest'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { IMPERSONAL, RETENTION_RULES } from './retention-rules.fr.ts'
import { type RetentionLength, keptSince } from './retention.ts'

it.each<[RetentionLength, string, string | undefined, string]>([
  [{ years: 3 }, '2026-02-28', '2023-02-28', 'three years'],
  [{ years: 1 }, '2028-02-29', '2027-02-28', 'from a leap day'],
  [{ days: 30 }, '2026-11-22', '2026-10-23', 'thirty days'],
  [{ as: 'its_person' }, '2026-11-22', undefined, 'no length of its own'],
])('%j on %s keeps since %s: %s', (keptFor, today, since) => {
  expect(keptSince(keptFor, calendarDay(today))).toBe(since)
})

it('gives each table one rule, or one reason to have none', () => {
  const tables = [...RETENTION_RULES.map((r) => r.table), ...Object.keys(IMPERSONAL)]
  expect(new Set(tables).size).toBe(tables.length)
})
