/** A compiled form: what a survey asks. */
export type { Form } from './domain/form.ts'
/** A workbook into a form, or every refusal with its sheet, row and column. */
export { compileForm } from './domain/compile/compile-form.ts'
/** One refusal as a French sentence that starts with its place. */
export { sayFormRefusal } from './words.fr.ts'
/** Published versions, which a campaign may ask. */
export { publishedInstruments } from './store.ts'
/** Their forms by version, as a phone takes them. */
export { publishedForms } from './actions.ts'
