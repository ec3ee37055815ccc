import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import type { Commune, Landlord } from '../domain/place.ts'

type Props = {
  readonly form: FormState
  readonly landlords: readonly Landlord[]
  readonly communes: readonly Commune[]
  readonly mayAddLandlord: boolean
}

const NONE = { value: '', label: 'Choisir…' }

/** A new estate of the directory. Everybody sees it: nothing personal goes here. */
export const EstateFormPage = ({ form, landlords, communes, mayAddLandlord }: Props) => (
  <>
    <h1>Ajouter une résidence</h1>
    <p class="lead">L’annuaire est commun à tous les espaces{'\u202f'}: n’y écrivez rien de personnel.</p>
    <Form>
      <ErrorSummary
        form={form}
        labels={{
          nom: 'Le nom',
          bailleur: 'Le bailleur',
          commune: 'La commune',
          code_insee: 'Le code INSEE',
          code_postal: 'Le code postal',
        }}
      />
      <Field form={form} name="nom" label="Nom de la résidence" maxLength={300} required />
      <Field
        form={form}
        name="bailleur"
        label="Bailleur"
        options={[NONE, ...landlords.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      {mayAddLandlord ? (
        <Field
          form={form}
          name="nouveau_bailleur"
          label="Un autre bailleur"
          hint="S’il n’est pas dans la liste."
          maxLength={300}
        />
      ) : null}
      <Field
        form={form}
        name="commune"
        label="Commune"
        options={[
          NONE,
          ...communes.map(({ code, name, postcode }) => ({ value: code, label: `${name} (${postcode})` })),
        ]}
      />
      <fieldset>
        <legend>Une autre commune, si elle n’est pas dans la liste</legend>
        <Field form={form} name="nouvelle_commune" label="Nom de la commune" maxLength={200} />
        <Field
          form={form}
          name="code_insee"
          label="Code INSEE"
          hint="Cinq signes, par exemple 69266."
          maxLength={5}
        />
        <Field form={form} name="code_postal" label="Code postal" inputMode="numeric" maxLength={5} />
      </fieldset>
      <div class="acts">
        <button class="btn" type="submit">
          Ajouter la résidence
        </button>
      </div>
    </Form>
  </>
)
