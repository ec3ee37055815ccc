import type { FormState } from '../../ui/form.tsx'
import { refusalWords } from '../words.fr.ts'

export type Because = keyof typeof refusalWords

/** The form as it was sent, with the sentence that says why nothing was done. */
export const refused = (form: FormState, because: Because, field = ''): FormState => ({
  values: form.values,
  errors: { ...form.errors, [field]: refusalWords[because] },
})
