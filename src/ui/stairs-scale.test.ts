import { describe, expect, it } from 'vitest'
import { drawStair, drawStairBand, scaleOf, shareAt } from './stairs-scale.ts'

const steps = [
  { day: 0, share: 1, low: 1, high: 1 },
  { day: 50, share: 0.5, low: 0.4, high: 0.6 },
  { day: 400, share: 0.1, low: 0, high: 0.2 },
]
const scale = scaleOf({ wide: false, head: 0, lastDay: 100 })

describe('a stair', () => {
  it('goes along, then down, and never on a slope', () => {
    const drawn = drawStair(scale, steps, 'share')
    expect(drawn).toBe('M40 0H194V150H348')
    expect(drawn).not.toMatch(/[LCQ]/)
  })

  it('stops at the last day shown: what comes later is not drawn', () => {
    expect(drawStair(scale, steps, 'share')).not.toContain(String(scale.y(0.1)))
  })

  it('has a band that goes out along its upper bound and comes back along its lower one', () => {
    expect(drawStairBand(scale, steps)).toBe('M40 0H194V120H348V180H194V0H40Z')
  })

  it.each([
    [0, 1, 'the first day'],
    [49, 1, 'before anything happens'],
    [50, 0.5, 'the very day'],
    [399, 0.5, 'still the same landing'],
  ])('on day %i, %d are waiting: %s', (day, share) => expect(shareAt(steps, day)).toBe(share))
})
