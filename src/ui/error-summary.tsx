import type { FormState } from './form.tsx'
import { Notice } from './notice.tsx'

/** At the head of a refused form: how many things to mend, each a link to its field. `labels` names the fields. */
export function ErrorSummary({
  form,
  labels = {},
}: {
  form: FormState
  labels?: Readonly<Record<string, string>>
}) {
  const errors = Object.entries(form.errors)
  if (errors.length === 0) return null
  const whole = form.errors['']
  const fields = errors.filter(([name]) => name !== '')
  return (
    <Notice tone="brick" alert>
      {whole === undefined ? null : (
        <p>
          <strong>{whole}</strong>
        </p>
      )}
      {fields.length === 0 ? null : (
        <p>
          <strong>
            {fields.length === 1
              ? 'Il reste une chose à corriger.'
              : `Il reste ${fields.length} choses à corriger.`}
          </strong>{' '}
          {fields.map(([name, message], i) => (
            <span key={name}>
              {i > 0 ? ' · ' : null}
              <a href={`#${name}`}>{labels[name] ?? message}</a>
            </span>
          ))}
        </p>
      )}
      <p>Ce que vous aviez écrit est toujours là.</p>
    </Notice>
  )
}
