import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'

/** Six figures, wherever they are asked for. */
export const CodeField = ({ form, hint }: { form: FormState; hint: string }) => (
  <Field
    form={form}
    name="code"
    label="Le code à six chiffres"
    hint={hint}
    inputMode="numeric"
    autocomplete="one-time-code"
    dir="ltr"
    maxLength={20}
    required
  />
)

export const CodePage = ({ form }: { form: FormState }) => (
  <>
    <h1>Votre second facteur</h1>
    <ErrorSummary form={form} labels={{ code: 'Le code à six chiffres' }} />
    <Form action="/entrer/second-facteur" sheet>
      <input type="hidden" name="suite" value={form.values['suite'] ?? ''} />
      <CodeField form={form} hint="Ouvrez votre application de codes et recopiez celui de Palier." />
      <div class="acts">
        <button class="btn" type="submit">
          Continuer
        </button>
      </div>
    </Form>
    <p>
      Téléphone perdu ? Une personne de l’administration de votre espace peut rétablir votre accès. Personne
      d’autre ne le peut, nous non plus.
    </p>
  </>
)
