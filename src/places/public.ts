/** A home of this space with where it stands, and the home it was merged into if it was; `seesHomes` says who may ask. */
export { findHome, type FoundHome, homesOfStaircases, seesHomes } from './store/homes.ts'
/** Estates and buildings whose name, landlord, commune or address resembles some words. */
export { type FoundPlace, searchPlaces } from './store/search.ts'
/** The directory as it is known: lists, one staircase with where it stands, the word of this space for a staircase. */
export {
  findEstate,
  findStaircase,
  listBuildings,
  listEstates,
  listLandlords,
  listStaircases,
  staircaseWord,
} from './store/directory.ts'
/** Ways into the directory and to homes, for the seed and for door-to-door: what is there already stays. */
export { addDoor, openEstate, writePlan } from './actions/add-places.ts'
/** The head of a home's page, and the crumbs that lead to it. */
export { crumbsTo, HomeHeading, staircaseTitle } from './views/home-heading.tsx'
