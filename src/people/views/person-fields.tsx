import { Choice, Field, type FormState } from '../../ui/form.tsx'
import { LANGUAGES, type Person, REACHES } from '../domain/person.ts'
import { LANGUAGE_NAMES, REACH_NAMES } from '../words.fr.ts'

export const FIELD_LABELS: Readonly<Record<string, string>> = {
  name: 'Nom',
  phone: 'Téléphone',
  email: 'Courriel',
  language: 'Langue',
  reach_by: 'Comment la joindre',
  note: 'Note',
  home_words: 'Logement',
  home_id: 'Logement',
  since: 'Depuis quand',
  until: 'Jusqu’à quand',
  another: 'Une autre personne',
}

/** What the form of a person holds when nobody typed yet. */
export const valuesOf = (person: Person): Record<string, string> => ({
  name: person.name,
  phone: person.phone,
  email: person.email,
  language: person.language,
  reach_by: person.reachBy,
  note: person.note,
  version: String(person.version),
})

/** Who somebody is, as they tell it; only the name is needed. */
export const PersonFields = ({ form }: { form: FormState }) => (
  <>
    <Field form={form} name="name" label="Nom" hint="Comme la personne le dit." maxLength={600} required />
    <Field form={form} name="phone" label="Téléphone" type="tel" inputMode="tel" maxLength={40} />
    <Field form={form} name="email" label="Courriel" type="email" inputMode="email" maxLength={254} />
    <Field
      form={form}
      name="language"
      label="Langue dans laquelle lui parler"
      options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
    />
    <Choice
      form={form}
      name="reach_by"
      legend="Si quelqu’un d’autre que l’union doit la joindre"
      options={REACHES.map((value) => ({ value, label: REACH_NAMES[value] }))}
    />
    <Field
      form={form}
      name="note"
      label="Note"
      rows={3}
      hint="Rien sur la santé, l’origine, la religion ou les opinions : la personne peut lire cette note à tout moment."
    />
  </>
)
