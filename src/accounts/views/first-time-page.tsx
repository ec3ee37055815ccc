import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Choice, Field, Form, type FormState } from '../../ui/form.tsx'

const LABELS = {
  kind: 'Votre organisation est',
  institution: 'Son nom',
  name: 'Votre nom',
  email: 'Votre adresse électronique',
}
type Props = {
  readonly form: FormState
  readonly kinds: readonly { readonly value: string; readonly label: string }[]
}

/** The first page of an empty house: one organisation, one person who administers it. */
export const FoundHousePage = ({ form, kinds }: Props) => (
  <>
    <h1>La première fois</h1>
    <ErrorSummary form={form} labels={LABELS} />
    <p class="lead">
      Palier est vide. Dites qui vous êtes : votre organisation et son espace seront créés, et vous en aurez
      l’administration.
    </p>
    <Form action="/premiere-fois" sheet>
      <input type="hidden" name="k" value={form.values['k'] ?? ''} />
      <Choice form={form} name="kind" legend={LABELS.kind} options={kinds} />
      <Field form={form} name="institution" label={LABELS.institution} maxLength={300} required />
      <Field form={form} name="name" label={LABELS.name} autocomplete="name" maxLength={300} required />
      <Field
        form={form}
        name="email"
        label={LABELS.email}
        hint="C’est par elle que vous entrerez."
        type="email"
        autocomplete="email"
        required
      />
      <div class="acts">
        <button class="btn" type="submit">
          Commencer
        </button>
      </div>
    </Form>
  </>
)

export const DeadFirstLinkPage = () => (
  <>
    <h1>Ce lien ne sert plus</h1>
    <p class="lead">
      Il a déjà servi, il a plus de 24 heures, ou un autre l’a remplacé. Redémarrez Palier : tant qu’il est
      vide, il en affiche un nouveau.
    </p>
  </>
)
