import { expect, it } from 'vitest'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { doorsPerHour } from './pace.ts'

const walk = (device: string, day: string, ...minutes: readonly number[]) =>
  minutes.map((minute) => ({
    device,
    on: calendarDay(day),
    at: new Date(Date.parse(`${day}T10:00:00Z`) + minute * 60_000),
  }))

it.each<[string, ReturnType<typeof walk>, number | undefined]>([
  ['four doors in half an hour, whatever order they come in', walk('a', '2026-11-21', 30, 0, 10, 20), 6],
  ['a meal is not walking', walk('a', '2026-11-21', 0, 10, 20, 30, 130, 160), 4],
  ['two phones walk side by side', [...walk('a', '2026-11-21', 0, 20), ...walk('b', '2026-11-21', 1, 21)], 3],
  ['two days are two walks', [...walk('a', '2026-11-21', 0, 15), ...walk('a', '2026-11-22', 0, 15)], 4],
  ['under half an hour says nothing', walk('a', '2026-11-21', 0, 10, 20), undefined],
  ['nobody walked', [], undefined],
])('%s', (_, visits, pace) => {
  expect(doorsPerHour(visits)).toEqual(pace)
})
