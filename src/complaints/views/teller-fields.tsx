import { currentWording } from '../../people/domain/consent-wordings.fr.ts'
import type { Person } from '../../people/domain/person.ts'
import { Choice, Field, type FormState, Tick } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ASKED_PURPOSES } from '../domain/asked-purposes.ts'

type Props = {
  readonly form: FormState
  readonly occupants: readonly { readonly id: string; readonly name: string }[]
  readonly namesakes: readonly Person[]
}

/** Who tells it: somebody of this home or of this name, or a new name and number. Nobody is a fair answer too. */
export const TellerFields = ({ form, occupants, namesakes }: Props) => {
  const known = [
    ...namesakes.map(({ id, name, phone }) => ({
      value: id,
      label: [name, phone].filter(Boolean).join(' · '),
    })),
    ...occupants
      .filter(({ id }) => !namesakes.some((one) => one.id === id))
      .map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <>
      <h2>Qui le dit</h2>
      {known.length === 0 ? null : (
        <Choice
          form={form}
          name="person_id"
          legend={namesakes.length > 0 ? 'Est-ce l’une de ces personnes ?' : 'Une personne déjà connue ici'}
          options={[...known, { value: '', label: 'Quelqu’un d’autre, ou personne' }]}
        />
      )}
      {namesakes.length === 0 ? null : (
        <Tick
          form={form}
          name="another"
          label="C’est une autre personne"
          small="Une nouvelle fiche sera créée."
        />
      )}
      <Field
        form={form}
        name="person_name"
        label="Nom"
        hint="Facultatif. Une nouvelle fiche sera créée."
        maxLength={600}
      />
      <Field form={form} name="person_phone" label="Téléphone" type="tel" inputMode="tel" maxLength={40} />
    </>
  )
}

export const Agreements = ({ form }: { form: FormState }) => (
  <>
    <h2>Ses accords</h2>
    <p>
      Lisez chaque phrase à voix haute. Chaque accord est à part, et se retire aussi facilement qu’il se
      donne.
    </p>
    {ASKED_PURPOSES.map((purpose) => {
      const { title, text } = currentWording(purpose)
      return <Tick key={purpose} form={form} name={purpose} label={title} small={text} />
    })}
  </>
)

/** What article 13 of the GDPR asks to be told, in words that can be read aloud. */
export const InformationNotice = ({ spaceName }: { spaceName: string }) => (
  <Notice>
    <h2>À dire au foyer</h2>
    <ul>
      <li>
        <bdi>{spaceName}</bdi> garde ce que vous dites, pour défendre votre demande et celles de vos
        voisin·es. Dans l’union, l’organisation, les référent·es et le bureau le lisent ; le bailleur, jamais.
      </li>
      <li>
        C’est gardé trois ans après la fin de l’attente, parce qu’une demande fondée sur le bail se prescrit
        par trois ans. Vos coordonnées le sont trois ans après le dernier contact.
      </li>
      <li>
        Vous pouvez tout lire, tout faire corriger ou effacer, et retirer un accord à tout moment, sans raison
        à donner : dites-le à l’union. Si elle ne répond pas, la CNIL reçoit votre plainte.
      </li>
    </ul>
  </Notice>
)
