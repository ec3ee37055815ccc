import { describe, expect, it } from 'vitest'
import { mayLeaveAsCell, mayLeaveAsStratum, TALLIES, withheldPlace } from './disclosure.ts'

describe('a place', () => {
  it.each([
    ['estate', 20, 11, undefined, 'just enough of both'],
    ['estate', 19, 11, 'too_few_homes', 'one home short'],
    ['estate', 20, 10, 'too_few_households', 'one household short'],
    ['building', 200, 100, undefined, 'a large building may be told'],
    ['staircase', 200, 100, 'too_fine', 'never a staircase, however large'],
    ['commune', 0, 0, 'too_few_homes', 'nothing known'],
  ] as const)('%s of %i homes, %i households: %s (%s)', (kind, homes, households, expected, _why) => {
    expect(withheldPlace({ kind, homes, households })).toBe(expected)
  })
})

describe('a tally', () => {
  it.each([
    [9, false],
    [10, true],
  ])('a stratum of %i leaves: %s', (cases, leaves) => expect(mayLeaveAsStratum(cases)).toBe(leaves))
  it.each([
    [0, true],
    [1, false],
    [4, false],
    [5, true],
  ])('a cell of %i leaves: %s', (cases, leaves) => expect(mayLeaveAsCell(cases)).toBe(leaves))
  it('is cut at days that rise, daily for a week', () => {
    expect(TALLIES.bins.slice(0, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect([...TALLIES.bins]).toEqual(TALLIES.bins.toSorted((a, b) => a - b))
  })
})
