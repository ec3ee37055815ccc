import { describe, expect, it } from 'vitest'
import { hasReference, WITHOUT_REFERENCE } from '../../tools/testing/reference-answers.ts'
import { instant, referenceWaits } from '../../tools/testing/reference-waits.ts'
import { type ClosedOnly, closedOnly } from './closed-only.ts'

describe('closed cases alone', () => {
  it.each<[number[][], ClosedOnly, string]>([
    [[], { n: 0, median: null, mean: null }, 'none says nothing'],
    [[[3, 1]], { n: 1, median: 3, mean: 3 }, 'one'],
    [
      [
        [9, 1],
        [1, 1],
      ],
      { n: 2, median: 5, mean: 5 },
      'the middle of two',
    ],
    [
      [
        [1, 3],
        [10, 2],
      ],
      { n: 5, median: 1, mean: 4.6 },
      'counts weigh',
    ],
    [
      [
        [1, 2],
        [10, 2],
      ],
      { n: 4, median: 5.5, mean: 5.5 },
      'the middle falls between two counts',
    ],
    [
      [
        [1, 1],
        [10, 0],
      ],
      { n: 1, median: 1, mean: 1 },
      'a count of none is none',
    ],
  ])('%j: %j (%s)', (waits, expected) => {
    expect(closedOnly(waits.map(([length = 0, count = 0]) => ({ length, count })))).toEqual(expected)
  })

  it.skipIf(!hasReference())(`Boston's street lights: 4.889 and 15.244 days: ${WITHOUT_REFERENCE}`, () => {
    const rows = referenceWaits('boston_311', 'topic=Street Light Outage').filter(({ cause }) => cause > 0)
    const waits = rows.map(({ row: { open_date = '', close_date = '' } }) => ({
      length: (instant(close_date) - instant(open_date)) / 86_400_000,
      count: 1,
    }))
    const { n, median, mean } = closedOnly(waits)
    expect([n, median?.toFixed(3), mean?.toFixed(3)]).toEqual([646, '4.889', '15.244'])
  })
})
