// One program, one telephone, and between them a network that loses, repeats and lies; both are killed.
import { execFileSync } from 'node:child_process'
import { beforeAll, expect, it } from 'vitest'
import { FAULTS } from '../tools/testing/faulty-network.ts'
import { chanceOf } from '../tools/testing/chance.ts'
import { EVENTS_OF_A_KNOCK } from '../tools/testing/torture.ts'
import { type Arrived, torturedSurvey } from '../tools/testing/tortured-survey.ts'

const KNOCKS = 100
let arrived: Arrived

beforeAll(async () => {
  execFileSync(process.execPath, ['tools/build.mjs'])
  arrived = await torturedSurvey(KNOCKS, 25, chanceOf(20_261_124))
}, 240_000)

it('everything befell it', () => {
  expect([...arrived.befell.keys()].toSorted()).toEqual(FAULTS.toSorted())
  expect(arrived.kills).toEqual({ browser: 2, server: 1 })
  expect(arrived.disk.aborted).toBeGreaterThan(5)
  expect(arrived.disk.closed).toBeGreaterThan(5)
  expect(arrived.full).toBeGreaterThan(1)
})

it('all that it said it kept arrived, once each, and each has its receipt', () => {
  const ids = arrived.held.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThanOrEqual(arrived.acknowledged * EVENTS_OF_A_KNOCK)
  expect(ids.length).toBeLessThanOrEqual((arrived.acknowledged + arrived.unknown) * EVENTS_OF_A_KNOCK)
  expect(ids.length % EVENTS_OF_A_KNOCK).toBe(0) // a knock is kept whole or not at all
  expect(arrived.receipts.toSorted()).toEqual(ids.toSorted())
})

it('its own count has no hole and no double', () => {
  expect(arrived.held.map(({ seq }) => Number(seq))).toEqual(arrived.held.map((_, at) => at + 1))
})
