import { describe, expect, it } from 'vitest'
import { homeId } from '../../places/domain/home-id.ts'
import { boardOf, type DoorMark, doorSign, doorToFind } from './door-board.ts'
import type { LastVisit, PackStaircase } from './pack.ts'

const space = '0192f1c4-0000-7000-8000-000000000001'
const staircase = '0192f1c4-0000-7000-8000-000000000002'
const door = (floor: number, position: number, last: LastVisit | null = null) => ({
  id: homeId(space, staircase, { floor, position }),
  floor,
  position,
  label: '',
  last,
})
const absent = { outcome: 'absent', on: '2026-11-20', comeBackOn: null } as const
const stairs: PackStaircase = {
  id: staircase,
  estate: 'Les Tilleuls',
  building: 'C',
  label: 'Entrée 14',
  doors: [door(0, 2), door(0, 1), door(3, 1, absent), door(1, 1)],
}
const mark: DoorMark = {
  door: door(3, 1).id,
  outcome: 'answered',
  on: '2026-11-23',
  comeBackOn: null,
  event: 'e1',
}
const marks = new Map([[mark.door, mark]])

describe('a staircase on the phone', () => {
  it('stands top floor first, doors in the order of the landing', () => {
    const { floors, all } = boardOf(stairs, [], new Map(), new Set())
    expect(floors.map(({ floor, doors }) => [floor, doors.map(({ position }) => position)])).toEqual([
      [3, [1]],
      [1, [1]],
      [0, [1, 2]],
    ])
    expect(all).toBe(4)
  })

  it('tells the last outcome of the pack, then what was noted here since', () => {
    const before = boardOf(stairs, [], new Map(), new Set())
    expect(before.floors[0]?.doors[0]).toMatchObject({ noted: 'absent', isHeld: false })
    const after = boardOf(stairs, [], marks, new Set(['e1']))
    expect(after.floors[0]?.doors[0]).toMatchObject({ noted: 'answered', isHeld: true })
    expect([after.done, after.spoke]).toEqual([1, 1])
    expect(boardOf(stairs, [], marks, new Set()).floors[0]?.doors[0]?.isHeld).toBe(false)
  })
})

describe('a door that was missing', () => {
  it('has the id that the server and another phone give it, and is counted once when the union learns it', () => {
    const found = doorToFind(
      space,
      staircase,
      1,
      stairs.doors.filter(({ floor }) => floor === 1),
    )
    expect(found).toMatchObject({ id: door(1, 2).id, position: 2, label: 'B' })
    if (!found) return
    expect(boardOf(stairs, [found], marks, new Set()).all).toBe(5)
    const learnt = { ...stairs, doors: [...stairs.doors, door(1, 2)] }
    expect(boardOf(learnt, [found], marks, new Set()).all).toBe(5)
  })

  it.each([
    [400, [], 'four hundred floors are a slip of the finger'],
    [1, [{ position: 20 }], 'no landing has twenty-one doors'],
  ])('is not made on floor %i beside %j: %s', (floor, taken) =>
    expect(doorToFind(space, staircase, floor, taken)).toBeUndefined(),
  )

  it('does not show on another staircase', () => {
    const elsewhere = doorToFind(space, space, 1, [])
    expect(boardOf(stairs, elsewhere ? [elsewhere] : [], marks, new Set()).all).toBe(4)
  })
})

it.each([
  ['', 2, 'B'],
  ['12', 1, '12'],
  ['porte de gauche', 1, 'A'],
  ['', 27, '27'],
])('a door labelled %j in position %i is shown as %s', (label, position, sign) =>
  expect(doorSign({ label, position })).toBe(sign),
)
