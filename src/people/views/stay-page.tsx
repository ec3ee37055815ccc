import { ApproximateDateField } from '../../ui/approximate-date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, type FormState } from '../../ui/form.tsx'
import type { Person } from '../domain/person.ts'
import type { Whereabouts } from '../store/whereabouts.ts'
import { HomeFields } from './home-fields.tsx'
import { FIELD_LABELS } from './person-fields.tsx'

type Props = {
  readonly form: FormState
  readonly person: Person
  readonly home: Whereabouts | undefined
  readonly found: readonly Whereabouts[]
}

/** Somebody lives or lived in a home, as far as anybody remembers. */
export const StayPage = ({ form, person, home, found }: Props) => (
  <>
    <h1>
      Où habite <bdi>{person.name}</bdi>
    </h1>
    <ErrorSummary form={form} labels={FIELD_LABELS} />
    <Form>
      <HomeFields form={form} chosen={home} found={found} />
      <ApproximateDateField form={form} name="since" label="Depuis quand" />
      <ApproximateDateField
        form={form}
        name="until"
        label="Jusqu’à quand"
        hint={'Seulement si la personne est partie\u202f: «\u202fmars 2024\u202f», «\u202fhier\u202f»…'}
      />
      <div class="acts">
        <button class="btn" type="submit">
          Enregistrer
        </button>
        <a class="btn second" href={`/personnes/${person.id}`}>
          Revenir à la fiche
        </a>
      </div>
    </Form>
  </>
)
