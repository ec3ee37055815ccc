import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import type { Canvasser, WalkedStaircase } from '../store/assignments.ts'

type Props = {
  readonly form: FormState
  readonly staircases: readonly WalkedStaircase[]
  readonly canvassers: readonly Canvasser[]
}

export const AssignmentPage = ({ form, staircases, canvassers }: Props) => (
  <>
    <h1>Confier une entrée</h1>
    <ErrorSummary form={form} />
    <Form>
      <Field
        form={form}
        name="staircase"
        label="Entrée"
        options={[
          { value: '', label: 'Choisir une entrée' },
          ...staircases.map(({ id, name, group }) => ({ value: id, label: name, group })),
        ]}
      />
      <Field
        form={form}
        name="canvasser"
        label="Qui la parcourt"
        options={[
          { value: '', label: 'Choisir une personne' },
          ...canvassers.map(({ accountId, name }) => ({ value: accountId, label: name })),
        ]}
      />
      <Field form={form} name="from" label="Du" type="date" required />
      <Field form={form} name="to" label="Au" type="date" required />
      <Field
        form={form}
        name="instructions"
        label="Consignes"
        rows={3}
        hint="Sans nom\u202f: elles vont sur le téléphone."
      />
      <div class="acts">
        <button class="btn" type="submit">
          Confier l’entrée
        </button>
      </div>
    </Form>
  </>
)
