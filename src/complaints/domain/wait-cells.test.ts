import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { line } from '../../../tools/testing/thread.ts'
import { addDays, calendarDay } from '../../kernel/calendar-day.ts'
import { dayNumber } from '../../measure/day-number.ts'
import { contributionsOf, STILL_OPEN, tableOf } from '../../measure/lexis.ts'
import { codeOf } from '../../measure/outcomes.ts'
import { EVENT_KINDS, type EventKind } from './event-kinds.ts'
import type { ThreadEvent } from './event.ts'
import { foldWaits } from './fold.ts'
import { waitCells } from './wait-cells.ts'

const on = (day: string): Date => new Date(`${day}T10:00:00Z`)
const day = (text: string): number => dayNumber(calendarDay(text))
const told = line('2026-07-02', 'first_telling', { recordedAt: on('2026-07-03') })
const gone = line('2026-07-20', 'confirmed_gone', { recordedAt: on('2026-08-01') })
const cell = (opened: string, closed: string | null, outcome: number, known: string, count: number) => ({
  stratum: 0,
  opened: day(opened),
  closed: closed === null ? STILL_OPEN : day(closed),
  outcome,
  knownFrom: day(known),
  count,
})

describe('what a thread adds to the counts', () => {
  it.each<[string, ThreadEvent[], object[]]>([
    ['nothing before anybody was told', [line('2026-07-02', 'note')], []],
    ['a wait that lasts, known the day it was noted', [told], [cell('2026-07-02', null, 0, '2026-07-03', 1)]],
    [
      'its end when it became known: the open wait taken away, the ended one added',
      [told, gone],
      [
        cell('2026-07-02', null, 0, '2026-07-03', 1),
        cell('2026-07-02', null, 0, '2026-08-01', -1),
        cell('2026-07-02', '2026-07-20', codeOf('repaired'), '2026-08-01', 1),
      ],
    ],
    [
      'one wait more when it comes back',
      [told, gone, line('2026-09-01', 'recurrence', { recordedAt: on('2026-09-02') })],
      [
        cell('2026-07-02', null, 0, '2026-07-03', 1),
        cell('2026-07-02', null, 0, '2026-08-01', -1),
        cell('2026-07-02', '2026-07-20', codeOf('repaired'), '2026-08-01', 1),
        cell('2026-09-01', null, 0, '2026-09-02', 1),
      ],
    ],
    [
      'another outcome than a repair for who moved out',
      [told, line('2026-07-20', 'moved_out', { recordedAt: on('2026-07-03') })],
      [cell('2026-07-02', '2026-07-20', codeOf('withdrawn'), '2026-07-03', 1)],
    ],
    [
      'a correction, from the day it was made',
      [told, line('2026-06-02', 'first_telling', { supersedes: told.id, recordedAt: on('2026-07-10') })],
      [
        cell('2026-07-02', null, 0, '2026-07-03', 1),
        cell('2026-07-02', null, 0, '2026-07-10', -1),
        cell('2026-06-02', null, 0, '2026-07-10', 1),
      ],
    ],
    [
      'the shortest wait that a vague day allows',
      [
        line('juillet 2026', 'first_telling', { recordedAt: on('2026-08-03') }),
        line('septembre 2026', 'confirmed_gone', { recordedAt: on('2026-08-03') }),
      ],
      [cell('2026-07-31', '2026-09-01', codeOf('repaired'), '2026-08-03', 1)],
    ],
  ])('%s', (_, thread, cells) => {
    expect(waitCells(thread)).toEqual(cells)
  })

  it('sums, as known on any day, to the waits that the lines known on that day tell', () => {
    const start = calendarDay('2026-01-01')
    const kind = fc.constantFrom(...EVENT_KINDS.map((row): EventKind => row.kind))
    const drawn = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 60 }),
        kind,
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: -4, max: 9 }),
      ),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(drawn, fc.integer({ min: 0, max: 90 }), (all, after) => {
        const thread: ThreadEvent[] = []
        for (const [happened, of, recorded, back] of all) {
          const supersedes = thread[back]?.id
          const recordedAt = on(addDays(start, recorded))
          thread.push(
            line(addDays(start, happened), of, { recordedAt, ...(supersedes ? { supersedes } : {}) }),
          )
        }
        const limit = dayNumber(start) + after
        const known = thread.filter(({ recordedAt }) => recordedAt <= on(addDays(start, after)))
        const cells = contributionsOf(
          tableOf(waitCells(thread).filter(({ knownFrom }) => knownFrom <= limit)),
        )
        const summed = contributionsOf(tableOf(cells.map((one) => ({ ...one, knownFrom: 0 }))))
        const waits = foldWaits(known)
        expect(summed.reduce((sum, { count }) => sum + count, 0)).toBe(waits.length)
        const openWaits = summed.filter(({ closed }) => closed === STILL_OPEN)
        expect(openWaits.reduce((sum, { count }) => sum + count, 0)).toBe(
          waits.filter(({ until }) => !until).length,
        )
      }),
      { numRuns: 300 },
    )
  })
})
