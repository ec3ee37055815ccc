import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import type { FoundHome } from '../store/homes.ts'
import { HomeHeading } from './home-heading.tsx'

/** The label of a home may change as often as needed; its id does not. */
export const LabelPage = ({ found, form, word }: { found: FoundHome; form: FormState; word: string }) => (
  <>
    <HomeHeading found={found} word={word} />
    <Form>
      <ErrorSummary form={form} />
      <Field
        form={form}
        name="libelle"
        label="Libellé"
        hint={'Comme on le dit sur place\u202f: «\u202f3e gauche\u202f», «\u202fporte 302\u202f».'}
        maxLength={300}
        required
      />
      <div class="acts">
        <button class="btn" type="submit">
          Enregistrer
        </button>
      </div>
    </Form>
  </>
)
