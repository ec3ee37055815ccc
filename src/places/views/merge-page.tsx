import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { formatInstant } from '../../ui/format.fr.ts'
import { homeSaid } from '../domain/floors.fr.ts'
import { type Home, inReadingOrder, type Staircase } from '../domain/place.ts'
import type { FoundHome } from '../store/homes.ts'
import { HomeHeading } from './home-heading.tsx'

export type DoneMerge = { readonly id: string; readonly label: string; readonly at: Date }
type Props = {
  readonly found: FoundHome
  readonly others: readonly Home[]
  readonly staircases: readonly Staircase[]
  readonly merges: readonly DoneMerge[]
  readonly form: FormState
  readonly word: string
}

/** Two rows that are one home: this one stays, the other goes into it; and back. */
export const MergePage = ({ found, others, staircases, merges, form, word }: Props) => (
  <>
    <HomeHeading found={found} word={word} />
    {merges.length === 0 ? null : <Merges merges={merges} />}
    <section class="part" aria-labelledby="reunir">
      <h2 id="reunir">Réunir avec un autre logement</h2>
      <p>
        Si deux fiches sont le même logement, celui-ci reste. Les personnes de l’autre viennent ici, et son
        adresse mène ici. Cela peut être défait.
      </p>
      <Form>
        <ErrorSummary form={form} labels={{ autre: 'L’autre logement' }} />
        <Field
          form={form}
          name="autre"
          label="L’autre logement"
          hint="Parmi ceux du même bâtiment."
          options={[
            { value: '', label: 'Choisir…' },
            ...inReadingOrder(others, staircases).map((home) => ({
              value: home.id,
              label: placeOf(home, staircases, word),
            })),
          ]}
        />
        <div class="acts">
          <button class="btn" type="submit">
            Réunir
          </button>
          <a class="btn second" href={`/lieux/logements/${found.home.id}`}>
            Revenir au logement
          </a>
        </div>
      </Form>
    </section>
  </>
)

const placeOf = (home: Home, staircases: readonly Staircase[], word: string): string => {
  const staircase = staircases.find(({ id }) => id === home.staircaseId)
  return `${word} ${staircase?.name ?? ''}, ${homeSaid(home)}`
}

const Merges = ({ merges }: { merges: readonly DoneMerge[] }) => (
  <section class="part" aria-labelledby="reunis">
    <h2 id="reunis">Réunis à ce logement</h2>
    <ul>
      {merges.map(({ id, label, at }) => (
        <li key={id}>
          <bdi>{label}</bdi>, le {formatInstant(at)}
          <Form label={`Défaire\u202f: ${label}`}>
            <input type="hidden" name="defaire" value={id} />
            <button class="btn second" type="submit">
              Séparer à nouveau
            </button>
          </Form>
        </li>
      ))}
    </ul>
  </section>
)
