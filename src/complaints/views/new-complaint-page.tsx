import type { Person } from '../../people/domain/person.ts'
import { ApproximateDateField } from '../../ui/approximate-date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState, Tick } from '../../ui/form.tsx'
import type { Colleague } from '../store/colleagues.ts'
import type { PlaceInNames } from '../store/places-to-choose.ts'
import type { Family } from '../store/nomenclature.ts'
import { CHANNEL_CHOICES, colleagueChoices, EVIDENCE_OPTIONS, problemChoices } from './choices.ts'
import { Notice } from '../../ui/notice.tsx'
import { PlaceFields } from './place-fields.tsx'
import { Agreements, InformationNotice, TellerFields } from './teller-fields.tsx'

export type NewComplaintProps = {
  readonly form: FormState
  readonly place: PlaceInNames | undefined
  readonly found: readonly PlaceInNames[]
  readonly families: readonly Family[]
  readonly colleagues: readonly Colleague[]
  /** Who lives there, to choose from. */
  readonly occupants: readonly { readonly id: string; readonly name: string }[]
  readonly namesakes: readonly Person[]
  readonly spaceName: string
}

const LABELS = {
  place: 'Lieu',
  place_words: 'Lieu',
  problem: 'De quoi il s’agit',
  since: 'Depuis quand',
  words: 'Les mots du foyer',
  told_on: 'Premier signalement',
  told_channel: 'Comment',
  told_to: 'À qui',
  told_evidence: 'Preuve',
  person_id: 'Qui le dit',
  person_name: 'Nom',
  person_phone: 'Téléphone',
  another: 'Une autre personne',
  assigned_to: 'À qui c’est confié',
  follow_up_on: 'À relancer le',
}

export const NewComplaintPage = (p: NewComplaintProps) => (
  <>
    <h1>Noter une réclamation</h1>
    <ErrorSummary form={p.form} labels={LABELS} />
    {p.found.length === 0 ? null : <OneMoreStep places={p.found.length} />}
    <Form>
      <PlaceFields form={p.form} chosen={p.place} found={p.found} />
      <Field form={p.form} name="problem" label="Quoi" options={problemChoices(p.families)} required />
      <Field
        form={p.form}
        name="words"
        label="Dans ses mots"
        rows={4}
        hint="Comme le foyer le dit. Pas le nom d’autres personnes ; sur la santé, seulement ce que le foyer veut voir écrit et qui compte pour la demande."
        maxLength={4000}
      />
      <ApproximateDateField
        form={p.form}
        name="since"
        label="Depuis quand le problème dure, si on le sait"
        hint="Même à peu près : « printemps 2023 », « avant l’hiver 2023 ». Cette date ne fait partir aucune horloge."
      />
      <FirstTelling form={p.form} />
      <TellerFields form={p.form} occupants={p.occupants} namesakes={p.namesakes} />
      <InformationNotice spaceName={p.spaceName} />
      <Agreements form={p.form} />
      <h2>Qui suit, ici</h2>
      <Field
        form={p.form}
        name="assigned_to"
        label="À qui c’est confié"
        options={colleagueChoices(p.colleagues)}
      />
      <Field form={p.form} name="follow_up_on" label="À relancer le" type="date" />
      <div class="acts">
        <button class="btn" type="submit">
          Enregistrer
        </button>
      </div>
    </Form>
  </>
)

/** The words typed for the place are understood; which one is meant is asked, and nothing was wrong. */
const OneMoreStep = ({ places }: { places: number }) => (
  <Notice alert>
    <p>
      <strong>{'Encore une étape\u202f:'}</strong>{' '}
      <a href="#place">
        {places === 1
          ? 'dites si c’est bien ce lieu'
          : 'choisissez le lieu parmi ceux que vos mots désignent'}
      </a>
      , puis enregistrez. Ce que vous avez écrit est toujours là.
    </p>
  </Notice>
)

const FirstTelling = ({ form }: { form: FormState }) => (
  <>
    <h2>Première fois que le bailleur l’a su</h2>
    <ApproximateDateField
      form={form}
      name="told_on"
      label="Quand"
      hint="Même à peu près : « hier », « 12 mars 2024 », « mars 2024 », « vers 2019 ». L’attente compte à partir de ce jour."
    />
    <Field form={form} name="told_channel" label="Comment" options={CHANNEL_CHOICES} />
    <Field
      form={form}
      name="told_to"
      label="À qui"
      hint="Comme le foyer le nomme : « la gardienne », « le numéro vert »."
      maxLength={300}
    />
    <Field form={form} name="told_evidence" label="Ce qui le montre" options={EVIDENCE_OPTIONS} />
    <Tick
      form={form}
      name="not_told"
      label="Pas encore signalé"
      small="Aucune horloge ne part : elles attendent le premier signalement."
    />
  </>
)
