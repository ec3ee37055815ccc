import * as v from 'valibot'
import { defineDoor, type Door } from '../access/door.ts'
import { REACHES } from './domain/person.ts'

/** All that a landlord learns of a person who agreed to be presented. */
export const SpokespersonProjection = v.strictObject({
  name: v.string(),
  reachBy: v.picklist(REACHES),
  /** The number or the address they chose; empty when they are reached through the union. */
  reachAt: v.string(),
  estate: v.string(),
})
export type SpokespersonProjection = v.InferOutput<typeof SpokespersonProjection>

export const presentSpokesperson: Door<SpokespersonProjection> = defineDoor({
  name: 'present_spokesperson',
  from: 'union',
  to: 'desk',
  title: 'Présenter un·e porte-parole',
  why: 'Une personne qui l’a accepté est présentée à son bailleur\u202f: son nom, sa résidence et la façon de la joindre qu’elle a choisie.',
  projection: SpokespersonProjection,
  decidedBy: 'officer',
  reliesOn: ['presented_to_landlord'],
})

export const peopleDoors: readonly Door[] = [presentSpokesperson]
