import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Choice, Field, Form, type FormState } from '../../ui/form.tsx'
import { type LetterKind, SENDINGS } from '../domain/letter-facts.ts'
import type { Letter } from '../domain/letter.ts'
import { KIND_WORDS, LETTER_FIELDS, SENDING_WORDS } from '../words.fr.ts'
import { LetterSheet } from './letter-sheet.tsx'
import { ToCheck } from './to-check.tsx'

type Props = {
  readonly kind: LetterKind
  readonly complaintId: string
  readonly form: FormState
  readonly toCheck: readonly string[]
  /** The letter that these answers make, once somebody asked to see it. */
  readonly preview: Letter | undefined
}

/** What the thread says is already there; the household chooses the rest. */
export const WriteLetterPage = ({ kind, complaintId, form, toCheck, preview }: Props) => (
  <>
    <h1>{KIND_WORDS[kind].name}</h1>
    <p class="lead">{KIND_WORDS[kind].when}</p>
    <ErrorSummary form={form} labels={LETTER_FIELDS} />
    <ToCheck titles={toCheck} />
    {preview === undefined ? null : (
      <section aria-labelledby="apercu">
        <h2 id="apercu">Aperçu</h2>
        <LetterSheet letter={preview} />
      </section>
    )}
    <h2>Ce que la lettre dit</h2>
    <Form>
      <WhoWrites form={form} />
      <WhoReceives form={form} kind={kind} />
      <WhatIsSaid form={form} />
      <div class="acts">
        <button class="btn second" type="submit" name="act" value="preview">
          Voir la lettre
        </button>
        <button class="btn" type="submit" name="act" value="prepare">
          Préparer la lettre
        </button>
        <a href={`/reclamations/${complaintId}/lettres`}>Revenir aux lettres</a>
      </div>
    </Form>
  </>
)

type Part = { readonly form: FormState }

const WhoWrites = ({ form }: Part) => (
  <>
    <Choice
      form={form}
      name="voice"
      legend={LETTER_FIELDS.voice}
      options={[
        { value: 'je', label: 'Une personne', small: '«\u202fje vous demande\u202f»' },
        { value: 'nous', label: 'Les personnes du foyer', small: '«\u202fnous vous demandons\u202f»' },
      ]}
    />
    <Field
      form={form}
      name="name"
      label={LETTER_FIELDS.name}
      hint="Comme la personne veut signer."
      maxLength={300}
      required
    />
    <Field
      form={form}
      name="address"
      label={LETTER_FIELDS.address}
      hint="Une ligne par ligne d’enveloppe. Une autre adresse que le logement convient aussi."
      rows={4}
      required
    />
  </>
)

const WhoReceives = ({ form, kind }: Part & { readonly kind: LetterKind }) => (
  <>
    <Field form={form} name="landlord_name" label={LETTER_FIELDS.landlord_name} maxLength={300} required />
    <Field
      form={form}
      name="landlord_address"
      label={LETTER_FIELDS.landlord_address}
      hint="Elle est sur le bail ou sur l’avis d’échéance."
      rows={3}
    />
    {kind === 'conciliation' ? (
      <Field
        form={form}
        name="commission_address"
        label={LETTER_FIELDS.commission_address}
        hint="Elle siège à la préfecture ou à la direction départementale chargée du logement."
        rows={3}
      />
    ) : null}
    <Field
      form={form}
      name="sending"
      label={LETTER_FIELDS.sending}
      options={SENDINGS.map((value) => ({ value, label: SENDING_WORDS[value] }))}
    />
  </>
)

const WhatIsSaid = ({ form }: Part) => (
  <>
    <Field form={form} name="place" label={LETTER_FIELDS.place} maxLength={300} required />
    <Field
      form={form}
      name="words"
      label={LETTER_FIELDS.words}
      hint="Ses mots, tels quels, dans sa langue. Rien sur la santé si ce n’est pas voulu."
      rows={6}
      maxLength={4000}
    />
    <Field
      form={form}
      name="asked_by"
      type="date"
      label={LETTER_FIELDS.asked_by}
      hint="Le foyer choisit. Sans date, la lettre demande au bailleur d’en donner une."
    />
    <Field
      form={form}
      name="support"
      label={LETTER_FIELDS.support}
      hint="Seulement si le foyer veut que le bailleur le sache."
      maxLength={300}
    />
    <Field form={form} name="written_at" label={LETTER_FIELDS.written_at} maxLength={300} />
    <Field
      form={form}
      name="attachments"
      label={LETTER_FIELDS.attachments}
      hint="Une par ligne. Joignez des copies, gardez les originaux."
      rows={3}
    />
  </>
)
