import type { FormState } from './form.tsx'
import { Notice } from './notice.tsx'

/** What it says, for forms that are not in French. */
export type ErrorSummaryWords = { readonly toMend: (n: number) => string; readonly kept: string }
const FRENCH: ErrorSummaryWords = {
  toMend: (n) => (n === 1 ? 'Il reste une chose à corriger.' : `Il reste ${n} choses à corriger.`),
  kept: 'Ce que vous aviez écrit est toujours là.',
}

/** At the head of a refused form: how many things to mend, each a link to its field. `labels` names the fields. */
export function ErrorSummary({
  form,
  labels = {},
  words = FRENCH,
}: {
  form: FormState
  labels?: Readonly<Record<string, string>>
  words?: ErrorSummaryWords
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
          <strong>{words.toMend(fields.length)}</strong>{' '}
          {fields.map(([name, message], i) => (
            <span key={name}>
              {i > 0 ? ' · ' : null}
              <a href={`#${name}`}>{labels[name] ?? message}</a>
            </span>
          ))}
        </p>
      )}
      <p>{words.kept}</p>
    </Notice>
  )
}
