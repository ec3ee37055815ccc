import { expect, it } from 'vitest'
import { line } from '../../../tools/testing/thread.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { currentWait } from './current-wait.ts'
import type { ThreadEvent } from './event.ts'
import { foldThread } from './fold.ts'

const today = calendarDay('2026-11-22')
const first = [
  line('2026-01-01', 'first_telling'),
  line('2026-01-05', 'registered'),
  line('2026-02-01', 'closed_by_landlord'),
  line('2026-02-03', 'confirmed_gone'),
]
const back = line('2026-11-02', 'recurrence')

it.each<[string, readonly ThreadEvent[], number, number | undefined, number | undefined]>([
  ['nobody was told', [], 0, undefined, undefined],
  ['one wait, registered and closed', first, 1, 33, 27],
  [
    'back, and not registered since: the old file is not its registration',
    [...first, back],
    2,
    20,
    undefined,
  ],
  ['back, and registered again', [...first, back, line('2026-11-12', 'registered')], 2, 20, 10],
  [
    'back while the first file is still open: it is the same file',
    [...first.filter(({ kind }) => kind !== 'closed_by_landlord'), back],
    2,
    20,
    321,
  ],
])('%s', (_life, thread, times, tenant, landlord) => {
  const wait = currentWait(foldThread(thread), today)
  expect([wait.times, wait.tenant?.days, wait.landlord?.days]).toEqual([times, tenant, landlord])
  expect(wait.gap === undefined).toBe(landlord === undefined)
})
