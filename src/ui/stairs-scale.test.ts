import { describe, expect, it } from 'vitest'
import { drawBoxes, drawStair, drawStairBand, scaleOf, shareAt, ticksOf } from './stairs-scale.ts'

const steps = [
  { day: 0, share: 1, low: 1, high: 1 },
  { day: 50, share: 0.5, low: 0.4, high: 0.6 },
  { day: 400, share: 0.1, low: 0, high: 0.2 },
]
const scale = scaleOf({ wide: false, head: 0, lastDay: 100 })

describe('a stair', () => {
  it('goes along, then down, and never on a slope', () => {
    const drawn = drawStair(scale, steps, 100, (s) => s.share)
    expect(drawn).toBe('M40 0H194V157H348')
    expect(drawn).not.toMatch(/[LCQ]/)
  })

  it('stops at the last day shown: what comes later is not drawn', () => {
    expect(drawStair(scale, steps, 100, (s) => s.share)).not.toContain(String(scale.y(0.1)))
  })

  it('has a band that goes out along its upper bound and comes back along its lower one', () => {
    expect(drawStairBand(scale, steps, 100)).toBe('M40 0H194V125.6H348V188.4H194V0H40Z')
  })

  it.each([
    [0, 1, 'the first day'],
    [49, 1, 'before anything happens'],
    [50, 0.5, 'the very day'],
    [399, 0.5, 'still the same landing'],
  ])('on day %i, %d are waiting: %s', (day, share) => expect(shareAt(steps, day)).toBe(share))

  it('stops on the day it is told to, before the end of its paper', () => {
    expect(drawStair(scale, steps, 75, (s) => s.share)).toBe('M40 0H194V157H271')
  })

  it('draws one tread where many would fall on one point of the paper, the last of them', () => {
    const many = [0, 50, 50.1, 50.2, 80].map((day) => ({ day, share: 1 - day / 100 }))
    const paper = scaleOf({ wide: false, head: 0, lastDay: 1000 })
    expect(drawStair(paper, many, 1000, (s) => s.share)).toBe(
      `M40 0H55.5V${paper.y(0.498)}H64.6V${paper.y(0.2)}H348`,
    )
  })

  it('known at the ends of bins only, is a box from one to the next and no tread', () => {
    expect(drawBoxes(scale, steps.slice(0, 2), (step) => step)).toBe('M40 0H194V188.4H40Z')
  })

  it('has compressed time on request: a quarter of the days takes half of the paper', () => {
    const compressed = scaleOf({ wide: true, head: 0, lastDay: 400, compressed: true })
    expect(compressed.x(100) - compressed.left).toBe((compressed.right - compressed.left) / 2)
  })

  it.each([
    [
      { wide: true, lastDay: 365, compressed: true },
      ['1\u00a0j', '1\u00a0sem.', '1\u00a0mois', '3\u00a0mois', '6\u00a0mois', '1\u00a0an'],
      'all have room',
    ],
    [
      { wide: false, lastDay: 365, compressed: true },
      ['7\u00a0j', '1\u00a0m.', '3\u00a0m.', '6\u00a0m.', '1\u00a0an'],
      'a phone leaves the first day out',
    ],
    [
      { wide: false, lastDay: 61, compressed: false },
      ['7\u00a0j', '1\u00a0m.'],
      'one day and seven would touch',
    ],
    [{ wide: true, lastDay: 0, compressed: false }, [], 'nothing to mark'],
  ])('marks time where there is room: %o', (paper, words) => {
    expect(ticksOf(scaleOf({ ...paper, head: 0 })).map((tick) => tick.words)).toEqual(words)
  })
})
