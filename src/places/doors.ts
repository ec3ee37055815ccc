import * as v from 'valibot'
import { defineDoor, type Door } from '../access/door.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A union tells its federation how far it has come: counts of large places, never a home nor a person. */
export const shareTally = defineDoor({
  name: 'share_tally',
  from: 'union',
  to: 'union',
  title: 'Partager un décompte avec la fédération',
  why: 'La fédération sait où l’union en est, résidence par résidence, sans connaître ni un logement ni une personne.',
  projection: v.strictObject({
    asOf: v.string(),
    estates: v.array(v.strictObject({ name: v.string(), commune: v.string(), homes: count, people: count })),
    withheld: count,
  }),
  decidedBy: 'officer',
  reliesOn: [],
})

/** The doors of this noun, for the doorkeeper and the page of all doors. */
export const placesDoors: readonly Door[] = [shareTally]
