import { Choice, Field, type FormState } from '../../ui/form.tsx'
import type { Whereabouts } from '../store/whereabouts.ts'
import { placeLine } from './place-line.tsx'

type Props = {
  readonly form: FormState
  readonly chosen: Whereabouts | undefined
  readonly found: readonly Whereabouts[]
}

/** Which home: the one this page was opened from, or one found by its address and chosen. */
export const HomeFields = ({ form, chosen, found }: Props) => {
  if (chosen) {
    return (
      <>
        <input type="hidden" name="home_id" value={chosen.homeId} />
        <p>
          Logement : <bdi>{placeLine(chosen)}</bdi>
        </p>
      </>
    )
  }
  return (
    <>
      <Field
        form={form}
        name="home_words"
        label="Logement"
        hint="Quelques mots de la porte et de l’adresse, par exemple « 3e gauche lilas ». Vous choisirez ensuite dans une liste."
        maxLength={200}
      />
      {found.length === 0 ? null : (
        <Choice
          form={form}
          name="home_id"
          legend="Lequel de ces logements ?"
          options={found.map((place) => ({ value: place.homeId, label: placeLine(place) }))}
        />
      )}
    </>
  )
}
