import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'

type Props = { readonly form: FormState; readonly agents: boolean }

/** One question: the address. The passkey's button shows only where a browser can use one. */
export const SignInPage = ({ form, agents }: Props) => {
  const suite = form.values['suite'] ?? ''
  const query = suite === '' ? '' : `?suite=${encodeURIComponent(suite)}`
  return (
    <>
      <h1>Entrer</h1>
      <ErrorSummary form={form} labels={{ email: 'Votre adresse électronique' }} />
      <p class="lead">Pas de mot de passe : nous vous envoyons un lien, qui sert une fois.</p>
      <Form action="/entrer" sheet>
        <input type="hidden" name="suite" value={suite} />
        <Field
          form={form}
          name="email"
          label="Votre adresse électronique"
          hint="Celle à laquelle votre organisation vous a invité·e."
          type="email"
          autocomplete="email"
          required
        />
        <div class="acts">
          <button class="btn" type="submit">
            Recevoir un lien
          </button>
        </div>
      </Form>
      <div
        class="part"
        data-passkey="sign-in"
        data-query={query}
        data-refused="Aucune clé n’a été présentée : rien n’a été fait."
        hidden
      >
        <h2>Vous avez une clé d’accès ?</h2>
        <p>Votre téléphone, votre ordinateur ou une clé vous reconnaît : ni lien ni courriel.</p>
        <p role="alert" />
        <div class="acts">
          <button class="btn second" type="button">
            Entrer avec ma clé d’accès
          </button>
        </div>
      </div>
      {agents ? (
        <div class="part">
          <h2>Vous travaillez pour un bailleur ou une collectivité ?</h2>
          <p>Entrez par le service d’identité de votre administration, si votre guichet vous attend.</p>
          <div class="acts">
            <a class="btn second" href={`/entrer/agent${query}`}>
              Entrer avec mon identité professionnelle
            </a>
          </div>
        </div>
      ) : null}
    </>
  )
}
