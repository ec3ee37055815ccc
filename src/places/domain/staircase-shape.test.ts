import { describe, expect, it } from 'vitest'
import { defaultDoorName, floorName, readFloor } from './floors.fr.ts'
import { checkShape, doorsOf, floorsOf, isDoorInReach, widenTo } from './staircase-shape.ts'

const shape = { lowestFloor: -1, highestFloor: 2, positions: ['gauche', 'droite'] }

describe('a staircase', () => {
  it('shows its floors from the top and makes its doors from the bottom', () => {
    expect(floorsOf(shape)).toEqual([2, 1, 0, -1])
    expect(doorsOf(shape)).toHaveLength(8)
    expect(doorsOf(shape)[0]).toEqual({ floor: -1, position: 1 })
  })

  it.each([
    [{ ...shape, highestFloor: 61 }, { because: 'floors_out_of_reach', asked: 61 }, 'above the limit'],
    [{ ...shape, lowestFloor: -6 }, { because: 'floors_out_of_reach', asked: -6 }, 'below the limit'],
    [{ ...shape, highestFloor: 1.5 }, { because: 'floors_out_of_reach', asked: 1.5 }, 'half a floor'],
    [{ ...shape, highestFloor: Number.NaN }, { because: 'floors_out_of_reach' }, 'no number'],
    [{ ...shape, lowestFloor: 3 }, { because: 'floors_upside_down' }, 'the bottom above the top'],
    [{ ...shape, positions: [] }, { because: 'no_doors' }, 'no door'],
    [
      { ...shape, positions: Array.from({ length: 21 }, (_, i) => `${i}`) },
      { because: 'too_many_doors', asked: 21 },
      '21 doors',
    ],
    [{ ...shape, positions: ['a', 'a'] }, { because: 'label_twice', label: 'a' }, 'the same label twice'],
  ])('%j is refused: %j (%s)', (asked, refusal, _why) => {
    expect(checkShape(asked)).toMatchObject({ ok: false, refusal })
  })

  it('widens to a door that was not there, and names the doors between', () => {
    expect(widenTo(shape, { floor: 4, position: 4 }, defaultDoorName)).toEqual({
      lowestFloor: -1,
      highestFloor: 4,
      positions: ['gauche', 'droite', 'porte 3', 'porte 4'],
    })
    expect(widenTo(shape, { floor: 0, position: 1 }, defaultDoorName)).toEqual(shape)
  })

  it.each([
    [{ floor: 60, position: 20 }, true],
    [{ floor: 61, position: 1 }, false],
    [{ floor: 0, position: 0 }, false],
    [{ floor: 0, position: 21 }, false],
  ])('the door %j is in reach: %s', (door, expected) => expect(isDoorInReach(door)).toBe(expected))
})

it.each([
  ['3', 3],
  ['3e', 3],
  ['3ème étage', 3],
  ['1er étage', 1],
  ['R+3', 3],
  ['r + 3', 3],
  ['étage 3', 3],
  ['RdC', 0],
  ['rez-de-chaussée', 0],
  ['0', 0],
  ['-1', -1],
  ['−1', -1],
  ['R-2', -2],
  ['sous-sol', -1],
  ['2e sous-sol', -2],
  ['61', undefined],
  ['-6', undefined],
  ['400', undefined],
  ['', undefined],
  ['haut', undefined],
  ['3 bis', undefined],
])('the floor « %s » is %s', (text, floor) => expect(readFloor(text)).toBe(floor))

it('reads back every floor it says', () => {
  for (let floor = -5; floor <= 60; floor++) expect(readFloor(floorName(floor))).toBe(floor)
})
