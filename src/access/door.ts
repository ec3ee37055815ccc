import type * as v from 'valibot'
import type { SpaceKind } from '../db/logins.ts'
import { type Circle, DECIDERS } from './circles.ts'

/** An opening in a wall: what crosses it, exactly, and whose word opens it. */
export type Door<P = unknown> = {
  readonly name: string
  readonly from: SpaceKind
  readonly to: SpaceKind | 'public'
  /** French, for the page of all doors. */
  readonly title: string
  readonly why: string
  /** The fields that cross, and no other. */
  readonly projection: v.GenericSchema<unknown, P>
  readonly decidedBy: Circle
  /** Purposes of the consents without which nothing crosses. */
  readonly reliesOn: readonly string[]
}

/** A door is checked when it is made: one that would let unnamed fields through never exists. */
export function defineDoor<P>(door: Door<P>): Door<P> {
  if (door.decidedBy !== DECIDERS[door.from]) {
    throw new TypeError(`${door.name}: only ${DECIDERS[door.from]} decides for ${door.from}`)
  }
  if (door.reliesOn.length > 0 && door.from !== 'union') {
    throw new TypeError(`${door.name}: consents are kept by unions`)
  }
  const fields = fieldsOf(door)
  if (door.to === 'public' && !fields.includes('title')) {
    throw new TypeError(`${door.name}: a publication needs a title, which makes its address`)
  }
  return door
}

type Part = {
  type: string
  entries?: Readonly<Record<string, Part>>
  item?: Part
  items?: readonly Part[]
  wrapped?: Part
  options?: readonly Part[]
}

const LEAVES = ['string', 'number', 'boolean', 'picklist', 'literal', 'null']

/** The names of what crosses, for the page of all doors: «place.commune», «tiers[].name». */
export const fieldsOf = (door: Door): string[] => walk(door.name, door.projection as unknown as Part, '')

function walk(door: string, part: Part, path: string): string[] {
  if (LEAVES.includes(part.type)) return [path]
  if (part.type === 'strict_object') {
    return Object.entries(part.entries ?? {}).flatMap(([name, p]) =>
      walk(door, p, path ? `${path}.${name}` : name),
    )
  }
  if (part.type === 'array' && part.item) return walk(door, part.item, `${path}[]`)
  if (['optional', 'nullable', 'nullish'].includes(part.type) && part.wrapped)
    return walk(door, part.wrapped, path)
  if (part.type === 'strict_tuple')
    return (part.items ?? []).flatMap((p, i) => walk(door, p, `${path}[${i}]`))
  if (part.type === 'union' || part.type === 'variant') {
    return [...new Set((part.options ?? []).flatMap((p) => walk(door, p, path)))]
  }
  throw new TypeError(`${door}: ${path || 'the projection'} is a ${part.type}, which could hold anything`)
}
