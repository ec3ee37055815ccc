import { Notice } from '../../ui/notice.tsx'
import { Field, type FormState, Tick } from '../../ui/form.tsx'
import { parametersOf, listHref } from '../domain/list-address.fr.ts'
import type { ListFilter } from '../domain/list-filter.ts'
import type { FilterNames, Named } from '../store/filter-names.ts'
import { sayFilter, without } from './list-words.fr.ts'

export type FilterChoices = {
  readonly families: readonly { readonly code: string; readonly label: string }[]
  readonly estates: readonly Named[]
}
type Props = { readonly filter: ListFilter; readonly names: FilterNames; readonly choices: FilterChoices }

const any = (label: string) => ({ value: '', label })
const PROGRESS = [
  { value: 'en-cours', label: 'En cours' },
  { value: 'finies', label: 'Finies' },
  { value: 'pas-dites', label: 'Pas encore signalées au bailleur' },
  { value: 'toutes', label: 'Toutes' },
]
const CARE = [
  any('Tout le monde'),
  { value: 'moi', label: 'Confiées à vous' },
  { value: 'personne', label: 'Confiées à personne' },
]
const BALL = [
  any('Peu importe'),
  { value: 'bailleur', label: 'Au bailleur d’agir' },
  { value: 'foyer', label: 'Au foyer de dire la suite' },
]

/** Every question one may ask of the list, sent as an address: no JavaScript, and a link to give a colleague. */
export const ListFilters = ({ filter, names, choices }: Props) => {
  const form: FormState = { values: Object.fromEntries(parametersOf(filter)), errors: {} }
  return (
    <search>
      <form method="get" action="/reclamations" aria-label="Choisir les réclamations">
        <Field
          form={form}
          name="mots"
          label="Chercher un lieu"
          hint="Une adresse, un bâtiment, une porte."
          type="search"
          maxLength={200}
        />
        <details>
          <summary>Choisir parmi elles</summary>
          <Selects form={form} choices={choices} />
          <Ticks form={form} />
        </details>
        {(['batiment', 'logement'] as const).map((name) =>
          form.values[name] === undefined ? null : (
            <input key={name} type="hidden" name={name} value={form.values[name]} />
          ),
        )}
        <div class="acts">
          <button class="btn second" type="submit">
            Montrer
          </button>
        </div>
      </form>
      <AskedFilters filter={filter} names={names} />
    </search>
  )
}

const Selects = ({ form, choices }: { form: FormState; choices: FilterChoices }) => (
  <>
    <Field form={form} name="etat" label="L’attente du foyer" options={PROGRESS} />
    <Field
      form={form}
      name="famille"
      label="De quoi il s’agit"
      options={[any('Tout'), ...choices.families.map(({ code, label }) => ({ value: code, label }))]}
    />
    <Field
      form={form}
      name="residence"
      label="Résidence"
      options={[any('Toutes'), ...choices.estates.map(({ id, name }) => ({ value: id, label: name }))]}
    />
    <Field form={form} name="suivi" label="Qui suit" options={CARE} />
    <Field form={form} name="a-qui" label="À qui d’agir" options={BALL} />
    <Field
      form={form}
      name="silence"
      label="Sans un mot du bailleur depuis plus de"
      hint="Un nombre de jours, par exemple 30."
      type="number"
      inputMode="numeric"
    />
  </>
)

const Ticks = ({ form }: { form: FormState }) => (
  <>
    <Tick form={form} name="relance" label="À relancer" small="Le jour choisi pour y revenir est venu." />
    <Tick
      form={form}
      name="promesse"
      value="passee"
      label="Promesse passée"
      small="Son jour est passé sans que rien ne la tienne."
    />
    <Tick
      form={form}
      name="delai"
      value="passe"
      label="Délai passé"
      small="Un délai qui engage le bailleur."
    />
    <Tick form={form} name="contestee" label="Clôture contestée" />
  </>
)

/** What was asked, each taken away by a press. */
const AskedFilters = ({ filter, names }: { filter: ListFilter; names: FilterNames }) => {
  const asked = sayFilter(filter, names)
  if (asked.length === 0) return null
  return (
    <p>
      Filtres{'\u202f'}:{' '}
      {asked.map(({ name, words }, at) => (
        <span key={name}>
          {at > 0 ? ' · ' : null}
          <bdi>{words}</bdi> (
          <a href={listHref(without(filter, name))}>
            enlever<span class="hidden"> {words}</span>
          </a>
          )
        </span>
      ))}
      {asked.length > 1 ? (
        <>
          {' · '}
          <a href="/reclamations">tout enlever</a>
        </>
      ) : null}
    </p>
  )
}

/** What the address asked and nobody understood: the list is wider than what was meant. */
export const Unread = ({ asked }: { asked: readonly string[] }) =>
  asked.length === 0 ? null : (
    <Notice tone="lamp">
      {asked.map((one) => (
        <p key={one}>
          Ce filtre n’a pas été compris{'\u202f'}: <bdi>{one}</bdi>
        </p>
      ))}
    </Notice>
  )
