import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { followWait } from '../domain/followed-wait.ts'
import { SPEECHES } from '../domain/speech.ts'
import { HouseholdPage } from './household-page.tsx'

const today = calendarDay('2026-11-22')
const followed = {
  ...followWait({ problemCode: 'damp', thread: [], deadlines: [] }, today),
  next: { kind: 'L', title: 'Réponse du bailleur', dueOn: calendarDay('2026-12-01'), passed: false },
} as const

it.each([
  ['en', 'Law'],
  ['ar', 'قانون'],
] as const)(
  'names the deadline in %s by its kind, and by its French title, marked as French',
  (language, kind) => {
    const html = renderToString(<HouseholdPage speech={SPEECHES[language]} followed={followed} />)
    expect(html).toContain(kind)
    expect(html).toContain('<bdi lang="fr">Réponse du bailleur</bdi>')
  },
)
