import { ApproximateDateField } from '../../ui/approximate-date-field.tsx'
import { Choice, Field, type FormState } from '../../ui/form.tsx'
import {
  CONTEMPTS,
  EFFECTS,
  type EventKind,
  type Need,
  type Party,
  PROMISED,
  rowOf,
} from '../domain/event-kinds.ts'
import { CONTEMPT_WORDS, EFFECT_WORDS, PARTY_WORDS, PROMISED_WORDS } from '../words.fr.ts'
import { askedFor } from './asked-fields.ts'
import { CHANNEL_CHOICES, EVIDENCE_OPTIONS } from './choices.ts'

export const EVENT_LABELS: Readonly<Record<string, string>> = {
  happened: 'Quand',
  actor: 'Qui',
  channel: 'Comment',
  interlocutor: 'Interlocuteur·ice',
  evidence: 'Ce qui le montre',
  words: 'Les mots',
  reference: 'Numéro',
  service: 'Service',
  promise_what: 'Ce qui est promis',
  promise_due: 'Pour quand',
  contempt: 'Ce qui s’est passé',
  effect: 'Ce que cela change',
  'pieces[]': 'Photos ou PDF',
  piece_label: 'Ce qu’ils montrent',
}

type Props = { readonly form: FormState; readonly kind: EventKind; readonly understood?: string }

/** The few questions that one kind of event needs. */
export const EventFields = ({ form, kind, understood }: Props) => {
  const asked = askedFor(kind)
  return (
    <>
      <ApproximateDateField
        form={form}
        name="happened"
        label="Quand"
        hint="Même à peu près : « aujourd’hui », « hier », « 12 mars 2024 », « mars 2024 », « vers 2019 »."
        {...(understood === undefined ? {} : { understood })}
      />
      {asked.actor ? (
        <Choice form={form} name="actor" legend="Qui" options={rowOf(kind).actors.map(partyOption)} />
      ) : null}
      {rowOf(kind).needs.map((need) => (
        <NeedField key={need} form={form} need={need} />
      ))}
      {asked.reference ? (
        <Field form={form} name="reference" label="Numéro donné par le bailleur" maxLength={300} />
      ) : null}
      {asked.channel === undefined ? (
        <input type="hidden" name="channel" value={asked.fixedChannel} />
      ) : (
        <Field form={form} name="channel" label="Comment" options={CHANNEL_CHOICES} />
      )}
      {asked.interlocutor ? (
        <Field
          form={form}
          name="interlocutor"
          label="Avec qui, de l’autre côté"
          hint="Comme le foyer le nomme : « la gardienne », « le numéro vert »."
          maxLength={300}
        />
      ) : null}
      <Words form={form} kind={kind} />
      {kind === 'note' ? null : (
        <Field form={form} name="evidence" label="Ce qui le montre" options={EVIDENCE_OPTIONS} />
      )}
    </>
  )
}

const partyOption = (value: Party) => ({ value, label: PARTY_WORDS[value] })

const Words = ({ form, kind }: Props) => (
  <Field
    form={form}
    name="words"
    label={kind === 'note' ? 'La note' : 'Dans les mots de qui le dit'}
    rows={3}
    hint="Pas le nom d’autres personnes ; sur la santé, seulement ce que le foyer veut voir écrit et qui compte pour la demande."
    maxLength={4000}
  />
)

const optionsOf = <T extends string>(known: readonly T[], words: Readonly<Record<T, string>>) => [
  { value: '', label: 'Choisissez dans la liste' },
  ...known.map((value) => ({ value, label: words[value].charAt(0).toUpperCase() + words[value].slice(1) })),
]

function NeedField({ form, need }: { form: FormState; need: Need }) {
  switch (need) {
    case 'promise':
      return (
        <>
          <Field
            form={form}
            name="promise_what"
            label="Ce qui est promis"
            options={optionsOf(PROMISED, PROMISED_WORDS)}
          />
          <Field form={form} name="promise_due" label="Pour quand, au plus tard" type="date" />
        </>
      )
    case 'contempt':
      return (
        <Field
          form={form}
          name="contempt"
          label="Ce qui s’est passé"
          options={optionsOf(CONTEMPTS, CONTEMPT_WORDS)}
        />
      )
    case 'effect':
      return (
        <Field
          form={form}
          name="effect"
          label="Ce que cela change"
          options={optionsOf(EFFECTS, EFFECT_WORDS)}
        />
      )
    case 'service':
      return <Field form={form} name="service" label="Vers quel service" maxLength={300} />
    default:
      return null
  }
}
