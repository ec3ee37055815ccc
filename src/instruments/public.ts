/** A compiled form: what a survey asks. */
export type { Form } from './domain/form.ts'
