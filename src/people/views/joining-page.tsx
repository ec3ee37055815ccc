import { deBefore, formatInstant } from '../../ui/format.fr.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import type { Person } from '../domain/person.ts'
import type { DatedMerger } from '../store/mergers.ts'
import type { FoundPerson } from '../store/search.ts'
import { factsOf } from './person-page.tsx'

type Props = {
  readonly form: FormState
  readonly person: Person
  readonly other: Person | undefined
  readonly found: readonly FoundPerson[]
  readonly mergers: readonly DatedMerger[]
  readonly asked: string
}

/** Files once joined are no longer «two to join». */
export const titleOfJoining = (mergers: readonly DatedMerger[]): string =>
  mergers.some((m) => !m.undone) ? 'Fiches réunies' : 'Réunir deux fiches'

export const JoiningPage = ({ form, person, other, found, mergers, asked }: Props) => (
  <>
    <h1>
      {titleOfJoining(mergers)} {deBefore(person.name)}
      <bdi>{person.name}</bdi>
    </h1>
    <ErrorSummary form={form} />
    {other ? (
      <SideBySide person={person} other={other} />
    ) : (
      <Find person={person} found={found} asked={asked} />
    )}
    {mergers.some((m) => !m.undone) ? (
      <ToSeparate person={person} mergers={mergers.filter((m) => !m.undone)} />
    ) : null}
    <p>
      <a href={`/personnes/${person.id}`}>Revenir à la fiche</a>
    </p>
  </>
)

const Find = ({ person, found, asked }: Pick<Props, 'person' | 'found' | 'asked'>) => (
  <>
    <search>
      <form method="get">
        <Field
          form={{ values: { q: asked }, errors: {} }}
          name="q"
          label="L’autre fiche"
          type="search"
          hint="Un nom ou un numéro."
        />
        <button class="btn" type="submit">
          Chercher
        </button>
      </form>
    </search>
    <ul>
      {found
        .filter((one) => one.id !== person.id)
        .map((one) => (
          <li key={one.id}>
            <a href={`/personnes/${person.id}/reunir?avec=${one.id}`}>
              <bdi>{one.name}</bdi>
            </a>
          </li>
        ))}
    </ul>
  </>
)

const SideBySide = ({ person, other }: { person: Person; other: Person }) => (
  <Form label="Réunir">
    <p>
      La fiche {deBefore(person.name)}
      <bdi>{person.name}</bdi> reste, celle {deBefore(other.name)}
      <bdi>{other.name}</bdi> s’y ajoute : logements et accords se liront ensemble. Rien n’est perdu, et vous
      pourrez les séparer.
    </p>
    <div class="cols">
      {[person, other].map((one) => (
        <section key={one.id}>
          <h2>
            <bdi>{one.name}</bdi>
          </h2>
          <p class="state">{one === person ? 'Cette fiche reste' : 'Celle-ci s’y ajoute'}</p>
          <DefinitionList items={factsOf(one)} />
        </section>
      ))}
    </div>
    <input type="hidden" name="other" value={other.id} />
    <div class="acts">
      <button class="btn" type="submit">
        C’est la même personne : réunir
      </button>
      <a class="btn second" href={`/personnes/${person.id}/reunir`}>
        En choisir une autre
      </a>
    </div>
  </Form>
)

const ToSeparate = ({ person, mergers }: Pick<Props, 'person' | 'mergers'>) => (
  <section class="part">
    <h2>Séparer</h2>
    {mergers.map((merger) => (
      <Form key={merger.id} action={`/personnes/${person.id}/separer`} label="Séparer">
        <p>Réunies le {formatInstant(merger.mergedAt)}.</p>
        <input type="hidden" name="merger" value={merger.id} />
        <button class="btn second" type="submit">
          Séparer ces fiches
        </button>
      </Form>
    ))}
  </section>
)
