import { type Id, nameId } from '../../kernel/ids.ts'

export type HomeId = Id<'home'>

/** One door of one staircase. Floor 0 is the ground floor; positions count from 1, in the order of the landing. */
export type Door = { readonly floor: number; readonly position: number }

/**
 * The id of the home behind a door, for one space. Made from where the door is and never from its label, so that two
 * phones without network name the same home alike, and a corrected label changes nothing.
 */
export function homeId(spaceId: string, staircaseId: string, { floor, position }: Door): HomeId {
  return nameId<'home'>(spaceId, staircaseId, String(floor), String(position))
}
