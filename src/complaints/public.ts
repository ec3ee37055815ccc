/** Notes a household's trouble and its first telling: for the seed, door-to-door and the household's own page. */
export { type NewComplaint, recordComplaint } from './actions/record-complaint.ts'
/** Adds a line to a thread, or corrects one. */
export { type AddRefusal, addEvent, type NewEvent } from './actions/add-event.ts'
/** One complaint with the names of where it is. */
export { findComplaint, type PlacedComplaint } from './store/complaints.ts'
/** Every line of one thread, superseded ones included. */
export { readThread } from './store/events.ts'
