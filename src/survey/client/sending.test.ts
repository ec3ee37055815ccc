import { describe, expect, it } from 'vitest'
import { judge, pauseAfter } from './sending.ts'

const sent = { id: '0192f1c4-0000-7000-8000-000000000001', sha256: 'ab'.repeat(32) }
const receipt = (over = {}) =>
  JSON.stringify({ receipt: 1, ...sent, receivedAt: '2026-11-23T10:00:00Z', ...over })

describe('what may be believed of an answer', () => {
  it.each([
    [201, receipt(), 'let_go', 'kept anew'],
    [200, receipt(), 'let_go', 'the same bytes once more'],
    [409, receipt(), 'let_go', 'kept beside another content: the queue empties'],
    [200, '<!doctype html><title>Wi-Fi</title>', 'wait', 'the page of a hotel says 200'],
    [200, receipt({ sha256: 'cd'.repeat(32) }), 'wait', 'a receipt for other bytes'],
    [200, receipt({ id: 'another' }), 'wait', 'a stolen receipt'],
    [204, '', 'wait', 'a proxy that says nothing'],
    [401, '{}', 'sign_in', 'nobody is signed in: all stays'],
    [400, '{}', 'pass', 'this one is refused, the others may pass'],
    [413, '', 'pass', 'too large for this server today'],
    [429, '', 'wait', 'asked to slow down'],
    [500, receipt(), 'wait', 'a broken server promises nothing, whatever it says'],
    [502, 'Bad gateway', 'wait', 'nobody behind the door'],
    [302, '', 'wait', 'sent elsewhere'],
  ])('%i %j: %s (%s)', (status, text, verdict) => {
    expect(judge(sent, { status, text }).verdict).toBe(verdict)
  })

  it('waits when nobody answers', () => expect(judge(sent, undefined).verdict).toBe('wait'))
})

it.each([
  [1, 1000, 2000],
  [2, 2000, 4000],
  [5, 16_000, 32_000],
  [40, 150_000, 300_000],
])('after %i failures it waits between %i and %i ms', (failures, least, most) => {
  expect(pauseAfter(failures, 0)).toBe(least)
  expect(pauseAfter(failures, 0.9999)).toBeLessThanOrEqual(most)
  expect(pauseAfter(failures, 0.9999)).toBeGreaterThan(most - 20)
})
