import { describe, expect, it } from 'vitest'
import { type Clock, type ClockChange, type Strand, strandOf } from './thread-strands.ts'

const nothing: ClockChange = {}
const told: ClockChange = { starts: 'ours' }
const registered: ClockChange = { starts: 'theirs' }
const closed: ClockChange = { stops: 'theirs' }
const mended: ClockChange = { stops: 'ours' }

describe('the strands of a thread', () => {
  it.each<[Clock, ClockChange[], Strand[], string]>([
    ['ours', [nothing, told, nothing], ['none', 'begins', 'runs'], 'nobody said it is mended: it runs on'],
    [
      'ours',
      [told, registered, closed, nothing],
      ['begins', 'passes', 'passes', 'runs'],
      'closing is not mending',
    ],
    ['ours', [told, closed, mended], ['begins', 'passes', 'ends'], 'the household said it is mended'],
    ['theirs', [told, registered, closed, nothing], ['none', 'begins', 'ends', 'none'], 'flat after closing'],
    ['theirs', [told, nothing], ['none', 'none'], 'never registered: no slate at all'],
    ['theirs', [closed, registered], ['none', 'begins'], 'nothing can end before it began'],
    ['ours', [], [], 'an empty thread'],
  ])('%s: %o is %o (%s)', (clock, events, wanted) => expect(strandOf(clock, events)).toEqual(wanted))
})
