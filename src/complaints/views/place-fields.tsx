import { Choice, Field, type FormState } from '../../ui/form.tsx'
import { writeNamedPlace } from '../domain/named-place.ts'
import type { PlaceInNames } from '../store/places-to-choose.ts'

/** «3e gauche, entrée 14, Bâtiment C, Les Tilleuls»; what neighbours share says so. */
export const sayPlace = ({ home, staircase, building, estate, staircaseWord }: PlaceInNames): string => {
  const steps = [home, staircase && `${staircaseWord} ${staircase}`, building, estate]
    .filter(Boolean)
    .join(', ')
  return home === undefined ? `Parties communes\u202f: ${steps}` : steps
}

type Props = {
  readonly form: FormState
  readonly chosen: PlaceInNames | undefined
  readonly found: readonly PlaceInNames[]
}

/** Where the trouble is: the place this page was opened from, or one found by its address and chosen. */
export const PlaceFields = ({ form, chosen, found }: Props) => {
  if (chosen)
    return (
      <>
        <input type="hidden" name="place" value={writeNamedPlace(chosen.place)} />
        <p>
          Lieu : <bdi>{sayPlace(chosen)}</bdi> · <a href="/reclamations/nouvelle">Changer de lieu</a>
        </p>
      </>
    )
  return (
    <>
      <Field
        form={form}
        name="place_words"
        label="Où"
        hint="Quelques mots de la porte et de l’adresse, par exemple « 3e gauche lilas ». Pour l’escalier, le bâtiment ou toute la résidence, leur adresse suffit. Vous choisirez ensuite dans une liste."
        maxLength={200}
      />
      {found.length === 0 ? null : (
        <Choice
          form={form}
          name="place"
          legend="Lequel de ces lieux ?"
          options={found.map((place) => ({ value: writeNamedPlace(place.place), label: sayPlace(place) }))}
        />
      )}
    </>
  )
}
