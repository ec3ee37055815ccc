import type { DoorPurpose } from '../domain/phone-words.ts'
import type { Contact } from '../domain/event.ts'

export type Reach = Pick<Contact, 'name' | 'phone' | 'email'>
export const NO_WAY: Reach = { name: '', phone: '', email: '' }

/** All that a visit said so far: what its copy holds. */
export type Draft = {
  /** By path. */
  readonly answers: readonly (readonly [string, string])[]
  readonly agreed: readonly (readonly [DoorPurpose, boolean])[]
  readonly reach: Reach
}

export const NOTHING_SAID: Draft = { answers: [], agreed: [], reach: NO_WAY }
