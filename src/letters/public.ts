/** Keeps a letter written from a thread and from what the household chose: for the seed. */
export { prepareLetter } from './actions/prepare-letter.ts'
/** Notes that a letter left, with the line that this adds to its thread. */
export { recordSending } from './actions/send-letter.ts'
