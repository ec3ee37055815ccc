import { expect, it } from 'vitest'
import { paceOf } from './pace.ts'

const START = Date.parse('2026-11-24T10:00:00Z')
const after = (seconds: number): Date => new Date(START + seconds * 1000)

it.each([
  ['as many as are allowed', [0, 1, 2], [0, 0, 0]],
  ['one too many waits for the end of the window', [0, 1, 2, 10], [0, 0, 0, 50]],
  ['and again, without making it longer', [0, 1, 2, 10, 20], [0, 0, 0, 50, 40]],
  ['a window later all begins again', [0, 1, 2, 60, 61], [0, 0, 0, 0, 0]],
])('%s', (_, seconds, expected) => {
  const pace = paceOf(3, 60)
  expect(seconds.map((second) => pace('a phone', after(second)))).toEqual(expected)
})

it('each has their own count', () => {
  const pace = paceOf(1, 60)
  expect([pace('one', after(0)), pace('another', after(0)), pace('one', after(1))]).toEqual([0, 0, 59])
})

it.each([
  ['whose window is past are forgotten, not those of now', 61, [60, 0]],
  ['of now are all forgotten rather than kept without end', 1, [0, 0]],
])('ten thousand names: those %s', (_, second, expected) => {
  const pace = paceOf(1, 60)
  pace('one', after(0))
  for (let name = 0; name < 9_999; name++) pace(`name ${name}`, after(second))
  expect([pace('name 9998', after(second)), pace('one', after(second))]).toEqual(expected)
})
