import { type Actor, isIn } from '../../access/scope.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, type FormState, Tick } from '../../ui/form.tsx'

export const LeavePage = ({ form, actor }: { form: FormState; actor: Actor }) => (
  <>
    <h1>
      Quitter <bdi>{actor.spaceName}</bdi>
    </h1>
    <ErrorSummary form={form} />
    <p class="lead">
      Votre accès s’arrête aussitôt. Ce que vous avez écrit reste à l’espace, et le journal garde la trace de
      votre passage.
    </p>
    {isIn(actor, 'administrator') ? (
      <p>
        Vous administrez cet espace{'\u202f'}: vous pouvez partir si une autre personne l’administre aussi.{' '}
        <a href="/espace/membres">Voir les membres</a>
      </p>
    ) : null}
    <Form>
      <Tick form={form} name="confirmed" label="Oui, je quitte cet espace" />
      <div class="acts">
        <button class="btn" type="submit">
          Quitter l’espace
        </button>
        <a href="/espace">Rester</a>
      </div>
    </Form>
  </>
)
