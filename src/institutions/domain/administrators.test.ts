import { describe, expect, it } from 'vitest'
import { stillAdministrator, withoutAdministrator } from './administrators.ts'

describe('who may stop being an administrator', () => {
  it.each<[string[], string, string[] | string, string]>([
    // administrators   leaving  remaining or refusal      why
    [['ana', 'bea'], 'ana', ['bea'], 'a second person was named before'],
    [['ana', 'bea', 'chu'], 'bea', ['ana', 'chu'], 'two remain'],
    [['ana'], 'ana', 'last_administrator', 'nobody could let anyone in any more'],
    [['ana'], 'bea', ['ana'], 'bea is no administrator: nothing is lost'],
    [[], 'bea', [], 'a space just founded waits for its first administrator'],
  ])('%j, %s leaves: %j (%s)', (administrators, leaving, expected) => {
    const done = withoutAdministrator(administrators, leaving)
    expect(done.ok ? done.value : done.refusal.because).toEqual(expected)
  })

  it('asks again whether the one who acts is an administrator when her turn comes', () => {
    expect(stillAdministrator(['ana'], 'ana').ok).toBe(true)
    expect(stillAdministrator(['ana'], 'bea')).toMatchObject({
      refusal: { because: 'not_administrator_any_more' },
    })
  })
})
