/** Notes a household's trouble and its first telling: for the seed, door-to-door and the household's own page. */
export { type NewComplaint, recordComplaint } from './actions/record-complaint.ts'
/** Adds a line to a thread, or corrects one. */
export { type AddRefusal, addEvent, type NewEvent } from './actions/add-event.ts'
/** Erases a complaint that no person's file holds: for a visit that was taken back. */
export { eraseComplaint } from './actions/erase-complaint.ts'
/** One complaint with the names of where it is. */
export { findComplaint, type PlacedComplaint } from './store/complaints.ts'
/** Every line of one thread, superseded ones included. */
export { readThread } from './store/events.ts'
/** The rows of a thread, of what it says and of its deadlines: for the seed, which writes them many at a time. */
export { eventOf, eventRow } from './store/events.ts'
/** What a thread says, as a row. */
export { stateRow } from './store/states.ts'
/** A copied deadline, as a row. */
export { deadlineRow } from './store/deadlines.ts'
/** The deadlines copied onto one complaint, in the order in which they started. */
export { readDeadlines } from './store/deadlines.ts'
/** Puts cleaned files beside a line of a thread, in that line's transaction. */
export { attachFiles } from './actions/attach.ts'
/** The photos and PDF of a thread, without their bytes. */
export { type Attachment, attachmentsOf } from './store/attachments.ts'
/** The part of a form that takes files. */
export { AttachmentFields } from './views/attachment-fields.tsx'
/** Reads and cleans what that part brought, before the transaction. */
export { readFiles } from './routes/sent-files.ts'
/** The words of threads: what happened, who, how, with which proof, what was promised. */
export {
  BALL_WORDS,
  CHANNEL_WORDS,
  CONTEMPT_WORDS,
  EVIDENCE_WORDS,
  KIND_WORDS,
  PARTY_WORDS,
  PROMISED_WORDS,
} from './words.fr.ts'
/** The complaints that these files of people told, the oldest first. */
export { complaintsToldBy } from './store/complaints.ts'
/** Writers of one thread take turns, until the transaction ends. */
export { takeTurn } from './store/states.ts'
/** What a thread is about, for whoever reaches the thread and perhaps not the complaint. */
export { subjectOfThread } from './store/states.ts'
/** What a complaint is about: its family, and what it distinguishes. */
export { sayProblem } from './views/thread-words.fr.ts'
/** Where a complaint is, from the door outwards. */
export { sayPlace } from './views/place-words.fr.ts'
/** Lets in who follows a union's complaints; an identifier of a path; the first crumb of their pages. */
export { COMPLAINTS_CRUMB, idIn, onlyFollowers } from './routes/doorstep.ts'
