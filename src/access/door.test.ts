import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { defineDoor, type Door, fieldsOf } from './door.ts'

const door = (projection: Door['projection'], over: Partial<Door> = {}): Door => ({
  name: 'a_door',
  from: 'union',
  to: 'desk',
  title: 'Une porte',
  why: 'Pour l’essai.',
  projection,
  decidedBy: 'officer',
  reliesOn: [],
  ...over,
})
const titled = v.strictObject({ title: v.string() })

describe('a door', () => {
  it('names every field that crosses', () => {
    const projection = v.strictObject({
      title: v.pipe(v.string(), v.maxLength(300)),
      place: v.optional(v.strictObject({ commune: v.string() })),
      tiers: v.array(v.strictObject({ name: v.string(), due: v.nullable(v.number()) })),
      kind: v.picklist(['a', 'b']),
    })
    const fields = ['title', 'place.commune', 'tiers[].name', 'tiers[].due', 'kind']
    expect(fieldsOf(defineDoor(door(projection)))).toEqual(fields)
  })

  it.each<[Door['projection'], string]>([
    [v.object({ a: v.string() }), 'an object that drops what it does not know'],
    [v.looseObject({ a: v.string() }), 'an object that keeps anything'],
    [v.strictObject({ a: v.object({}) }), 'the same, one level below'],
    [v.strictObject({ a: v.optional(v.array(v.unknown())) }), 'a list of anything'],
    [v.strictObject({ a: v.record(v.string(), v.string()) }), 'names that nobody has read'],
    [v.any(), 'anything at all'],
  ])('is refused when it could let unnamed fields through (case %#: %s)', (projection) => {
    expect(() => defineDoor(door(projection))).toThrow('could hold anything')
  })

  it.each([
    [{ decidedBy: 'canvasser' }, 'only officer decides for union'],
    [{ from: 'desk', decidedBy: 'decision_owner', reliesOn: ['kept'] }, 'consents are kept by unions'],
  ] as const)('is refused with %j', (over, because) => {
    expect(() => defineDoor(door(titled, over))).toThrow(because)
  })

  it('needs a title when it opens on the public', () => {
    expect(() => defineDoor(door(v.strictObject({ a: v.string() }), { to: 'public' }))).toThrow('a title')
    expect(defineDoor(door(titled, { to: 'public' })).to).toBe('public')
  })
})
