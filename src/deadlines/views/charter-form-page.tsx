import { sayUnit } from '../../kernel/working-calendar.fr.ts'
import { UNITS } from '../../kernel/working-calendar.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { CHARTER_STARTS, CHARTER_STOPS } from '../domain/charter.ts'
import type { FamilyLabel } from '../store/directory.ts'
import { sayTrigger } from '../words.fr.ts'

type Landlord = { readonly id: string; readonly name: string }
type Props = {
  readonly form: FormState
  readonly families: readonly FamilyLabel[]
  /** To choose from; none when it is known whose charter this is. */
  readonly landlords: readonly Landlord[] | undefined
  /** The version that this one will close. */
  readonly former: { readonly title: string } | undefined
}

export const CharterFormPage = ({ form, families, landlords, former }: Props) => (
  <>
    <h1>{former === undefined ? 'Ajouter un engagement' : 'Changer un engagement'}</h1>
    <p class="lead">
      {former === undefined
        ? 'Recopiez ce que dit le document, sans arrondir\u202f: l’unité qu’il emploie, et rien qu’il ne dise pas.'
        : 'L’ancienne règle reste écrite et s’arrête la veille\u202f; les réclamations déjà en cours la gardent.'}
    </p>
    <ErrorSummary form={form} />
    <Form>
      {landlords === undefined ? null : (
        <Field
          form={form}
          name="bailleur"
          label="Bailleur"
          options={[
            { value: '', label: 'Choisissez' },
            ...landlords.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <Promised form={form} families={families} />
      <Source form={form} />
      <Validity form={form} />
      <div class="acts">
        <button class="btn" type="submit">
          Enregistrer
        </button>
        <a href="/chartes">Ne rien changer</a>
      </div>
    </Form>
  </>
)

const asOptions = (values: readonly Parameters<typeof sayTrigger>[0][]) =>
  values.map((value) => ({ value, label: sayTrigger(value) }))

const Promised = ({ form, families }: { form: FormState; families: readonly FamilyLabel[] }) => (
  <fieldset>
    <legend>Ce qui est promis</legend>
    <Field
      form={form}
      name="intitule"
      label="L’engagement, en une ligne"
      hint={'Par exemple «\u202fFuite d’eau\u202f: intervention\u202f».'}
      maxLength={300}
      required
    />
    <Field form={form} name="longueur" label="Durée" inputMode="numeric" maxLength={6} required />
    <Field
      form={form}
      name="unite"
      label="Comptée en"
      options={UNITS.map((unit) => ({ value: unit, label: sayUnit(unit) }))}
    />
    <Field form={form} name="depart" label="Le délai part de" options={asOptions(CHARTER_STARTS)} />
    <Field form={form} name="arret" label="La promesse est tenue par" options={asOptions(CHARTER_STOPS)} />
    <Field
      form={form}
      name="famille"
      label="De quoi parle-t-elle"
      options={[
        { value: '', label: 'Toutes les familles de demandes' },
        ...families.map(({ code, label }) => ({ value: code, label })),
      ]}
    />
  </fieldset>
)

const Source = ({ form }: { form: FormState }) => (
  <fieldset>
    <legend>Le document</legend>
    <Field
      form={form}
      name="source_titre"
      label="Titre du document"
      hint="Charte de services, contrat multiservice, engagement Qualibail…"
      maxLength={300}
      required
    />
    <Field form={form} name="source_page" label="Page ou article" maxLength={50} />
    <Field form={form} name="source_date" type="date" label="Date du document" required />
    <Field
      form={form}
      name="source_lien"
      label="Adresse en ligne, s’il y en a une"
      dir="ltr"
      maxLength={1000}
    />
    <Field form={form} name="note" label="Remarque" hint="Une exception, une condition." rows={3} />
  </fieldset>
)

const Validity = ({ form }: { form: FormState }) => (
  <fieldset>
    <legend>Quand il vaut</legend>
    <Field form={form} name="valable_du" type="date" label="Premier jour" required />
    <Field
      form={form}
      name="valable_au"
      type="date"
      label="Dernier jour, s’il est connu"
      hint="Sinon, laissez vide."
    />
  </fieldset>
)
