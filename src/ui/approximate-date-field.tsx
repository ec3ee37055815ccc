import { Field, type FormState } from './form.tsx'

type Props = {
  readonly form: FormState
  readonly name: string
  readonly label: string
  /** How an earlier sending was understood, in words. */
  readonly understood?: string
  readonly hint?: string
}

const EXAMPLES =
  'Comme vous vous en souvenez\u202f: «\u202f12 mars 2024\u202f», «\u202fmars 2024\u202f», «\u202fprintemps 2023\u202f», «\u202fvers 2019\u202f», «\u202favant l’hiver 2023\u202f».'

/** A date as somebody remembers it; the precision is kept, never invented. */
export const ApproximateDateField = ({ form, name, label, understood, hint = EXAMPLES }: Props) => (
  <>
    <Field form={form} name={name} label={label} hint={hint} maxLength={80} />
    {understood === undefined ? null : (
      <p class="small quiet understood">
        Compris{'\u202f'}: {understood}
      </p>
    )}
  </>
)
