import { describe, expect, it } from 'vitest'
import { countExits, type Wait } from '../../measure/exits.ts'
import { answerOf } from './answer.ts'
import { answerTable } from './answer-table.fr.ts'
import { sayAsOf } from './answer-words.fr.ts'
import type { AnswerOptions } from './answer-stratum.ts'
import type { CountedWaits } from './counted-waits.ts'
import { inWidth } from './table-columns.ts'

const LAMPS: readonly Wait[] = [
  { time: 4.5, cause: 1, count: 640 },
  { time: 103.5, cause: 5, count: 200 },
  { time: 200.5, cause: 0, count: 660 },
]
const counted = (strata: readonly { name: string; waits: readonly Wait[] }[]): CountedWaits => ({
  strata: strata.map(({ name, waits }) => ({
    key: { Sujet: name },
    exits: countExits(waits, 5).exits,
    closedOnly: { n: 840, median: 4.889, mean: 15.2 },
  })),
  asOf: '2026-02-17',
  days: 'civil',
  timeUnit: 'day',
  tie: 0.5,
  rules: '2026-11',
  lateEntries: false,
  rejects: { repeated_id: 2, unreadable_date: 0 },
  sources: [{ name: 'ville.csv', sha256: 'a'.repeat(64), rows: 1502 }],
  grid: null,
  protected: false,
})
const options: AnswerOptions = { ci: 'log-log', tau: 90, causes: ['repaired', 'other'] }
const table = (strata: Parameters<typeof counted>[0]) => answerTable(answerOf(counted(strata), options))

describe('the table of a terminal', () => {
  const text = table([
    { name: 'Éclairage public', waits: LAMPS },
    { name: 'Un sujet dont le nom ne tient dans aucune colonne', waits: LAMPS },
    { name: '', waits: [{ time: 3.5, cause: 0 }] },
  ])

  it('says who waits still, the honest median, and what closed cases alone would say', () => {
    expect(text).toContain('Attentes au 17 février 2026 · jours civils')
    expect(text).toContain('3\u202f001 demandes, dont 1\u202f321\nattendent encore')
    expect(text).toMatch(/Éclairage public +1\u202f500 +840 +660 +103,5 \[103,5\u202f; 103,5\] +4,9/)
  })

  it('names what is not reached, what is blank, what was left out, and how it was counted', () => {
    expect(text).toMatch(/\(vide\) +1 +0 +1 +non atteinte/)
    expect(text).toContain('Lignes écartées\u202f: numéro répété 2.')
    expect(text).toContain('règles 2026-11')
    expect(text).toContain('ville.csv, 1\u202f502 lignes, sha256 aaaaaaaaaaaaaaaa…')
  })

  it('is 80 columns wide, whatever is in it', () => {
    const widths = text.split('\n').map((line) => line.length)
    expect(Math.max(...widths)).toBeLessThanOrEqual(80)
  })

  it('shows means and endings when they were asked', () => {
    expect(text).toContain('Moyenne jusqu’à 90')
    expect(text).toMatch(/réparé +42,7\u202f%/)
  })
})

it('one stratum without a key is everything', () => {
  const one = counted([{ name: 'x', waits: LAMPS }])
  const text = answerTable(
    answerOf({ ...one, strata: one.strata.map((each) => ({ ...each, key: {} })) }, options),
  )
  expect(text).toMatch(/ensemble +1\u202f500/)
})

it.each([
  ['a day', '2026-02-17', 'au 17 février 2026'],
  ['an instant', '2026-02-16T21:21:40-05:00', 'au 17 février 2026 à 2\u00a0h\u00a021 UTC'],
  ['tallies of several dates', '2026-01-31/2026-02-28', 'entre le 31 janvier 2026 et le 28 février 2026'],
])('until when, %s', (_, asOf, said) => expect(sayAsOf(asOf)).toBe(said))

it.each([
  ['a value that would move the cursor', '\u001b[2Jx', 6, ' [2Jx '],
  ['an end of line', 'a\nb', 4, 'a b '],
  ['a sign of several codes is one column', 'e\u0301x', 3, 'e\u0301x '],
  ['what is too long says so', 'abcdef', 4, 'abc…'],
])('%s', (_, text, width, shown) => expect(inWidth(text, width, 'left')).toBe(shown))
