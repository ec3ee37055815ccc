import type { FormState } from './form.tsx'

const errorId = (name: string): string => `${name}-erreur`
const hintId = (name: string): string => `${name}-aide`

/** The attributes that tie a control to its hint and its error. */
export function described(form: FormState, name: string, hint: string | undefined) {
  const ids = [
    hint === undefined ? '' : hintId(name),
    form.errors[name] === undefined ? '' : errorId(name),
  ].filter((id) => id !== '')
  return {
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
    ...(form.errors[name] === undefined ? {} : { 'aria-invalid': true }),
  }
}

/** Above the control: what helps to answer, then what is wrong with the answer given. */
export const HintAndError = ({
  form,
  name,
  hint,
}: {
  form: FormState
  name: string
  hint?: string | undefined
}) => (
  <>
    {hint === undefined ? null : (
      <span class="hint" id={hintId(name)}>
        {hint}
      </span>
    )}
    {form.errors[name] === undefined ? null : (
      <span class="error" id={errorId(name)}>
        {form.errors[name]}
      </span>
    )}
  </>
)
