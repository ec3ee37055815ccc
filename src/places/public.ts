/** A home of this space with where it stands, and the home it was merged into if it was; `seesHomes` says who may ask. */
export { findHome, type FoundHome, seesHomes } from './store/homes.ts'
/** Estates and buildings whose name, landlord, commune or address resembles some words. */
export { type FoundPlace, searchPlaces } from './store/search.ts'
/** An estate with its landlord and commune. */
export { findEstate } from './store/directory.ts'
/** The word of this space for a staircase. */
export { staircaseWord } from './store/directory.ts'
/** The head of a home's page, and the crumbs that lead to it. */
export { crumbsTo, HomeHeading } from './views/home-heading.tsx'
/** Who writes the directory: describes buildings, imports homes. */
export { describes } from './actions/add-places.ts'
/** Per estate of this space: homes known, homes where somebody was met, people. Only for `seesHomes`. */
export { countEstates } from './store/tally.ts'
/** A tally, as both sides of the wall read it. */
export { TallyPicture } from './views/tally-picture.tsx'
/** What a union knows of one estate: homes, homes where somebody was met, people. */
export type { EstateCount } from './domain/tally.ts'
/** The homes of some staircases, from the top floor down: the doors one may knock at. */
export { homesOfStaircases } from './store/homes.ts'
