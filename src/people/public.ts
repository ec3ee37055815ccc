/** Keeps a person with their home and agreements, as the form does: for the seed and for door-to-door. */
export { keepPerson, type NewPerson } from './actions/keep-person.ts'
/** Notes that somebody lives in a home. */
export { noteStay } from './actions/live-somewhere.ts'
/** Gives or takes back an agreement, and what left on its strength. */
export { giveConsent, withdrawConsent } from './actions/agree.ts'
/** Presents to a landlord a person who agreed: for the seed. */
export { presentToLandlord } from './actions/present-spokesperson.ts'
/** One file, and the files joined to it, the kept one first. */
export { filesOf, findPerson } from './store/people.ts'
/** Who lives or lived in these homes. */
export { type Occupant, occupantsOf } from './store/stays.ts'
/** The agreements of these files. */
export { consentsOf } from './store/consents.ts'
/** What the door to a desk carries, and how the desk reads it. */
export { presentSpokesperson, SpokespersonProjection } from './doors.ts'
/** The view of a presented person, in the desk's list of what it received. */
export { PresentedSpokesperson } from './views/spokesperson.tsx'
/** People who agreed to be called back, who was met longest ago first. */
export { listToCallBack, type ToCallBack } from './store/to-call-back.ts'
/** A home in one line, as a link to its page. */
export { HomeLink } from './views/place-line.tsx'
/** A home in one line of text. */
export { placeLine } from './views/place-line.tsx'
/** Homes by a few words of their door and address, or by identifier. */
export { searchHomes, type Whereabouts, whereaboutsOf } from './store/whereabouts.ts'
/** What a later noun adds to «tout ce que nous avons sur vous». */
export type { HeldChapter, ReadChapter } from './actions/everything-held.ts'
