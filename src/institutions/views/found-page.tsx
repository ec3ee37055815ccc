import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Choice, Field, Form, type FormState } from '../../ui/form.tsx'
import { type InstitutionKind, SPACE_OF } from '../domain/founding.ts'
import { institutionWords, spaceKindWords } from '../words.fr.ts'
import { InvitedPerson } from './invite-page.tsx'

type Props = {
  readonly form: FormState
  readonly kinds: readonly InstitutionKind[]
  /** Organisations of the directory, so that a landlord already described keeps its name. */
  readonly known: readonly string[]
}

export const FoundPage = ({ form, kinds, known }: Props) => (
  <>
    <h1>Ouvrir une organisation</h1>
    <p class="lead">
      Vous ouvrez son espace, vous n’y entrez pas{'\u202f'}: seule la personne que vous invitez
      l’administrera.
    </p>
    <ErrorSummary form={form} />
    <Form>
      <Choice
        form={form}
        name="kind"
        legend={'Quelle organisation\u202f?'}
        options={kinds.map((value) => ({
          value,
          label: institutionWords[value] ?? value,
          small: `Espace\u202f: ${spaceKindWords[SPACE_OF[value]]}`,
        }))}
      />
      <Field form={form} name="organisation" label="Nom de l’organisation" maxLength={600} required />
      {known.length === 0 ? null : (
        <details>
          <summary>Noms déjà connus dans l’annuaire</summary>
          <p>Écrivez le nom de la même façon, pour que le guichet s’ouvre à la bonne organisation.</p>
          <ul>
            {known.map((name) => (
              <li key={name}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
      <h2>Sa première administratrice, son premier administrateur</h2>
      <InvitedPerson form={form} />
      <div class="acts">
        <button class="btn" type="submit">
          Ouvrir et inviter
        </button>
        <a href="/espace">Ne rien ouvrir</a>
      </div>
    </Form>
  </>
)
