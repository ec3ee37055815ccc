import * as v from 'valibot'
import { defineDoor, type Door } from '../access/door.ts'
import { CONTACT_LENGTH, WHAT_LENGTH } from './domain/presentation.ts'

/** A union says publicly that it exists. No person of it crosses: a name, two sentences, an address, estates ticked. */
export const publishPresentation = defineDoor({
  name: 'publish_presentation',
  from: 'union',
  to: 'public',
  title: 'Se présenter au public',
  why: 'Pour qu’un·e locataire trouve l’union de sa résidence et lui écrive.',
  projection: v.strictObject({
    title: v.pipe(v.string(), v.maxLength(600)),
    what: v.pipe(v.string(), v.maxLength(2 * WHAT_LENGTH)),
    contact: v.pipe(v.string(), v.maxLength(CONTACT_LENGTH)),
    estates: v.array(v.pipe(v.string(), v.maxLength(600))),
  }),
  decidedBy: 'officer',
  reliesOn: [],
})

export const institutionDoors: readonly Door[] = [publishPresentation]
