import { ApproximateDateField } from '../../ui/approximate-date-field.tsx'
import { deBefore } from '../../ui/format.fr.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, type FormState, Tick } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PURPOSES } from '../domain/consent.ts'
import { currentWording } from '../domain/consent-wordings.fr.ts'
import type { Person } from '../domain/person.ts'
import type { Whereabouts } from '../store/whereabouts.ts'
import { LANGUAGE_NAMES, REACH_NAMES } from '../words.fr.ts'
import { HomeFields } from './home-fields.tsx'
import { FIELD_LABELS, PersonFields } from './person-fields.tsx'

type NewProps = {
  readonly form: FormState
  readonly home: Whereabouts | undefined
  readonly found: readonly Whereabouts[]
  readonly namesakes: readonly Person[]
}

export const NewPersonPage = ({ form, home, found, namesakes }: NewProps) => (
  <>
    <h1>Noter une personne</h1>
    <ErrorSummary form={form} labels={FIELD_LABELS} />
    {namesakes.length === 0 ? null : <Namesakes people={namesakes} />}
    <Form>
      {namesakes.length === 0 ? null : (
        <Tick
          form={form}
          name="another"
          label="C’est une autre personne"
          small="Une nouvelle fiche sera créée."
        />
      )}
      <PersonFields form={form} />
      <h2>Logement et depuis quand</h2>
      <HomeFields form={form} chosen={home} found={found} />
      <ApproximateDateField form={form} name="since" label="Depuis quand" />
      <h2>Ses accords</h2>
      <p>
        Lisez chaque phrase à voix haute. Chaque accord est à part, et se retire aussi facilement qu’il se
        donne.
      </p>
      {PURPOSES.map((purpose) => {
        const wording = currentWording(purpose)
        return <Tick key={purpose} form={form} name={purpose} label={wording.title} small={wording.text} />
      })}
      <div class="acts">
        <button class="btn" type="submit">
          Enregistrer
        </button>
      </div>
    </Form>
  </>
)

const Namesakes = ({ people }: { people: readonly Person[] }) => (
  <Notice tone="lamp">
    <p>Est-ce l’une de ces personnes ?</p>
    <ul>
      {people.map((person) => (
        <li key={person.id}>
          <a href={`/personnes/${person.id}`}>
            <bdi>{person.name}</bdi>
          </a>{' '}
          {person.phone === '' ? null : <span class="num">{person.phone}</span>}
        </li>
      ))}
    </ul>
  </Notice>
)

type EditProps = { readonly form: FormState; readonly person: Person; readonly meanwhile: boolean }

export const EditPersonPage = ({ form, person, meanwhile }: EditProps) => (
  <>
    <h1>
      Modifier la fiche {deBefore(person.name)}
      <bdi>{person.name}</bdi>
    </h1>
    <ErrorSummary form={form} labels={FIELD_LABELS} />
    {meanwhile ? <WrittenMeanwhile person={person} /> : null}
    <Form>
      <input type="hidden" name="version" value={form.values['version'] ?? ''} />
      <PersonFields form={form} />
      <Tick
        form={form}
        name="spoke"
        label="Je viens de lui parler"
        small="Le délai de conservation repart d’aujourd’hui."
      />
      <div class="acts">
        <button class="btn" type="submit">
          Enregistrer
        </button>
        <a class="btn second" href={`/personnes/${person.id}`}>
          Revenir à la fiche
        </a>
      </div>
    </Form>
  </>
)

/** What somebody else wrote, in full: whoever came second decides with both in sight. */
const WrittenMeanwhile = ({ person }: { person: Person }) => (
  <Notice tone="lamp">
    <p>Voici ce que la fiche dit maintenant. Enregistrer remplacera ces réponses par les vôtres, plus bas.</p>
    <ul>
      <li>
        Nom : <bdi>{person.name}</bdi>
      </li>
      <li>Téléphone : {person.phone || 'aucun'}</li>
      <li>Courriel : {person.email || 'aucun'}</li>
      <li>Langue : {LANGUAGE_NAMES[person.language]}</li>
      <li>À joindre {REACH_NAMES[person.reachBy]}</li>
      <li>
        Note : <bdi>{person.note || 'aucune'}</bdi>
      </li>
    </ul>
  </Notice>
)
