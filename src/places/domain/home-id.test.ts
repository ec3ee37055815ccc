import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isUuid, newId } from '../../kernel/ids.ts'
import { homeId } from './home-id.ts'

const door = fc.record({ floor: fc.integer({ min: -5, max: 60 }), position: fc.integer({ min: 1, max: 20 }) })
const [space, staircase] = [newId(new Date()), newId(new Date())]

it('is the same on two phones without network', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), door, (inSpace, on, at) => {
      const [one, other] = [homeId(inSpace, on, at), homeId(inSpace, on, { ...at })]
      expect(isUuid(one)).toBe(true)
      expect(one).toBe(other)
    }),
  )
})

it('differs for two doors, two staircases and two spaces', () => {
  fc.assert(
    fc.property(door, door, (a, b) => {
      const same = a.floor === b.floor && a.position === b.position
      expect(homeId(space, staircase, a) === homeId(space, staircase, b)).toBe(same)
    }),
  )
  const here = { floor: 1, position: 1 }
  expect(homeId(space, newId(new Date()), here)).not.toBe(homeId(space, staircase, here))
  expect(homeId(newId(new Date()), staircase, here)).not.toBe(homeId(space, staircase, here))
})

it('does not take floor 1 door 12 for floor 11 door 2', () => {
  expect(homeId(space, staircase, { floor: 1, position: 12 })).not.toBe(
    homeId(space, staircase, { floor: 11, position: 2 }),
  )
})

it('stays what it was the day the first home was written', () => {
  const named = homeId('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', {
    floor: 3,
    position: 2,
  })
  expect(named).toBe('3aaa6546-403a-50ed-bdee-c1b56b3fedcb')
})
