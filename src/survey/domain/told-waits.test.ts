import { expect, it } from 'vitest'
import type { Json } from '../../kernel/canonical-json.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { toldWaits } from './told-waits.ts'

const DAY = calendarDay('2026-11-21')
const said = (answers: Record<string, Json>, rank = 1): Record<string, Json> =>
  Object.fromEntries(Object.entries(answers).map(([name, value]) => [`/delais/wait[${rank}]/${name}`, value]))

it('tells each wait apart, in their order, and nothing of one whose problem was not said', () => {
  const answers = {
    ...said({ problem: 'lift' }, 2),
    ...said({ problem: 'cold', words: 'On gèle' }),
    ...said({ words: 'Rien' }, 3),
  }
  expect(toldWaits(answers, DAY)).toMatchObject([
    { rank: 1, problemCode: 'heating', words: 'On gèle' },
    { rank: 2, problemCode: 'equipment.lift', words: 'Ascenseur' },
  ])
})

it.each<[string, Record<string, Json>, object | undefined]>([
  [
    'a length keeps its two ends',
    { since: 'three_twelve_months' },
    { earliest: '2025-11-21', latest: '2026-08-21' },
  ],
  [
    'what was remembered says more than a length',
    { since: 'one_two_years', since_said: 'mars 2025' },
    { earliest: '2025-03-01', latest: '2025-03-31' },
  ],
  [
    'a mark that is no date is kept in words only',
    { since: 'under_month', since_said: 'la rentrée du petit' },
    { earliest: '2026-10-21', said: 'Moins d’un mois, la rentrée du petit' },
  ],
  [
    'more than two years has no floor',
    { since: 'over_two_years' },
    { latest: '2024-11-21', precision: 'before' },
  ],
  ['who does not know says nothing', { since: 'since_unknown' }, undefined],
])('since when: %s', (_, answers, since) => {
  const [wait] = toldWaits(said({ problem: 'damp', ...answers }), DAY)
  expect({ since: wait?.since }).toMatchObject({ since })
})

it.each<[string, Record<string, Json>, object | undefined]>([
  ['nobody was told: no clock', { told_to: 'nobody', told_how: 'by_phone' }, undefined],
  ['not asked: no clock', {}, undefined],
  [
    'a caretaker, by voice',
    { told_to: 'caretaker', told_how: 'by_voice', told_when: 'mars 2026' },
    { channel: 'caretaker', on: { earliest: '2026-03-01' } },
  ],
  [
    'a day nobody remembers is before the visit',
    { told_to: 'agency', told_how: 'by_letter' },
    { channel: 'letter', interlocutor: 'Agence', on: { precision: 'before', latest: DAY } },
  ],
])('who was told: %s', (_, answers, told) => {
  const [wait] = toldWaits(said({ problem: 'damp', ...answers }), DAY)
  expect({ told: wait?.told }).toMatchObject({ told })
})

it('keeps all else in words, leaves to a person what no family names, and forgets what no database writes', () => {
  const [wait] = toldWaits(
    said({ problem: 'other_problem', words: 'Un\0 mot', effects: 'sleep work', reminders: 4 }),
    DAY,
  )
  expect(wait).not.toHaveProperty('problemCode')
  expect(wait).toMatchObject({ words: 'Un mot' })
  expect(wait?.note).toBe(
    'Combien de fois l’avez-vous redit\u202f? 4\nQu’est-ce que cela vous fait\u202f? Le sommeil, Le travail',
  )
})
