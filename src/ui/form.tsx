import type { ComponentChildren } from 'preact'
import { described, HintAndError } from './field-help.tsx'
import { type Option, Options } from './options.tsx'

/** What was typed, and what is wrong with it, by name of field; the error of the whole form is under ''. */
export type FormState = {
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}
export const emptyForm: FormState = { values: {}, errors: {} }

/**
 * Mints the token that a form carries; each form of a page has one of its own. Given to the drawing of the page, which
 * hands it to every component as a second argument: a provider would keep the whole page alive long after it is sent.
 */
export type FormTokens = { readonly mint?: () => string }

type FormProps = {
  readonly action?: string
  readonly files?: boolean
  readonly label?: string
  readonly sheet?: boolean
  readonly children: ComponentChildren
}

/** A form that posts to its own page unless told otherwise, and can be sent once. */
export function Form(
  { action, files = false, label, sheet = false, children }: FormProps,
  { mint }: FormTokens = {},
) {
  const token = mint?.() ?? ''
  return (
    <form
      method="post"
      {...(sheet ? { class: 'sheet' } : {})}
      {...(action === undefined ? {} : { action })}
      {...(files ? { enctype: 'multipart/form-data' } : {})}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {token === '' ? null : <input type="hidden" name="form_token" value={token} />}
      {children}
    </form>
  )
}

export type FieldProps = {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'number' | 'date' | 'file'
  readonly rows?: number
  readonly options?: readonly Option[]
  readonly autocomplete?: string
  readonly inputMode?: 'text' | 'email' | 'tel' | 'numeric' | 'search'
  readonly dir?: 'auto' | 'ltr' | 'rtl'
  readonly maxLength?: number
  readonly required?: boolean
  readonly accept?: string
  readonly multiple?: boolean
}

/** One question: its label, its hint, its error, and what was typed. */
export const Field = (p: FieldProps) => (
  <div class={p.form.errors[p.name] === undefined ? 'field' : 'field wrong'}>
    <label for={p.name}>{p.label}</label>
    <HintAndError form={p.form} name={p.name} hint={p.hint} />
    <Control {...p} />
  </div>
)

function Control({
  form,
  name,
  hint,
  type = 'text',
  rows,
  options,
  dir = 'auto',
  maxLength = 2000,
  required = false,
  autocomplete,
  inputMode,
  accept,
  multiple = false,
}: FieldProps) {
  const value = form.values[name] ?? ''
  const common = {
    id: name,
    name,
    ...described(form, name, hint),
    ...(required ? { 'aria-required': true } : {}),
  }
  if (options) {
    return (
      <select {...common}>
        <Options options={options} value={value} />
      </select>
    )
  }
  if (rows !== undefined)
    return (
      <textarea {...common} rows={rows} dir={dir} maxLength={maxLength}>
        {value}
      </textarea>
    )
  // Preact types each kind of input apart; what sets them apart (role, list) is not used here.
  return (
    <input
      {...common}
      type={type as 'text'}
      dir={type === 'email' || type === 'tel' ? 'ltr' : dir}
      {...(type === 'file' ? {} : { value, maxLength })}
      {...(autocomplete === undefined ? {} : { autocomplete })}
      {...(inputMode === undefined ? {} : { inputMode })}
      {...(accept === undefined ? {} : { accept })}
      {...(multiple ? { multiple } : {})}
    />
  )
}

type TickProps = {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly small?: string
  readonly value?: string
}

/** One agreement, one box: what it means is written under it. */
export const Tick = ({ form, name, label, small, value = 'oui' }: TickProps) => (
  <label class="tick">
    <input
      type="checkbox"
      id={name}
      name={name}
      value={value}
      checked={form.values[name] === value}
      {...described(form, name, undefined)}
    />
    <span>
      <strong>{label}</strong>
      {small === undefined ? null : <small>{small}</small>}
      <HintAndError form={form} name={name} />
    </span>
  </label>
)

type ChoiceProps = {
  readonly form: FormState
  readonly name: string
  readonly legend: string
  readonly hint?: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly small?: string }[]
}

/** One answer among a few, all in sight. */
export const Choice = ({ form, name, legend, hint, options }: ChoiceProps) => (
  <fieldset
    class={form.errors[name] === undefined ? 'field' : 'field wrong'}
    {...described(form, name, hint)}
  >
    <legend>{legend}</legend>
    <HintAndError form={form} name={name} hint={hint} />
    {options.map((o, i) => (
      <label class="tick" key={o.value}>
        <input
          type="radio"
          name={name}
          value={o.value}
          {...(i === 0 ? { id: name } : {})}
          checked={form.values[name] === o.value}
        />
        <span>
          {o.label}
          {o.small === undefined ? null : <small>{o.small}</small>}
        </span>
      </label>
    ))}
  </fieldset>
)
