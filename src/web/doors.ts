import type { Door } from '../access/door.ts'
import { deadlinesDoors } from '../deadlines/doors.ts'
import { institutionDoors } from '../institutions/doors.ts'
import { peopleDoors } from '../people/doors.ts'
import { placesDoors } from '../places/doors.ts'

/** Every door of the house: the doorkeeper carries through these and no other, and a page lists them. */
export const DOORS: readonly Door[] = [...placesDoors, ...peopleDoors, ...institutionDoors, ...deadlinesDoors]
