import { describe, expect, it } from 'vitest'
import { newPersonForm } from '../forms.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { PURPOSES } from './consent.ts'
import { currentWording, WORDINGS, wordingOf } from './consent-wordings.fr.ts'

describe('what is read aloud before somebody agrees', () => {
  it.each(PURPOSES)('%s has words of its own, in the first person, short enough to be heard', (purpose) => {
    const { text, title } = currentWording(purpose)
    expect(text).toMatch(/^J’accepte que /)
    expect(text.length).toBeLessThan(180)
    expect(WORDINGS.filter((w) => w.title === title && w.purpose !== purpose)).toEqual([])
  })

  it('every version that was heard is still known', () => {
    for (const { purpose, version } of WORDINGS) expect(wordingOf(purpose, version)?.purpose).toBe(purpose)
    const named = WORDINGS.map(({ purpose, version }) => `${purpose} ${version}`)
    expect(new Set(named).size).toBe(named.length)
  })

  it('each can be ticked by itself where a person is noted', () => {
    expect(Object.keys(newPersonForm(calendarDay('2026-11-23')).entries)).toEqual(
      expect.arrayContaining([...PURPOSES]),
    )
  })
})
