import { ErrorSummary } from '../../ui/error-summary.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { formatCount } from '../../ui/format.fr.ts'
import { floorName } from '../domain/floors.fr.ts'
import type { Estate } from '../domain/place.ts'
import { homesOf, type QuickPlan } from '../domain/quick-entry.fr.ts'

type Props = {
  readonly estate: Estate
  readonly form: FormState
  readonly plan: QuickPlan | undefined
  readonly word: string
}

const EXAMPLE =
  '«\u202fbâtiment C, 3 entrées, R+8, 4 portes par palier\u202f: gauche, milieu gauche, milieu droite, droite\u202f». Les entrées peuvent porter leur nom\u202f: «\u202fentrées 12, 14, 16\u202f».'

/** A building in one sentence: first what was understood, then the homes. */
export const QuickEntryPage = ({ estate, form, plan, word }: Props) => (
  <>
    <h1>Décrire un bâtiment</h1>
    <p class="lead">
      <bdi>{estate.name}</bdi>
    </p>
    {plan ? <Understood plan={plan} form={form} word={word} /> : null}
    <section {...(plan ? { class: 'part' } : {})} aria-label="Description">
      <Form label="Décrire">
        <ErrorSummary form={form} />
        <Field
          form={form}
          name="description"
          label={plan ? 'Corriger la phrase' : 'Le bâtiment en une phrase'}
          hint={EXAMPLE}
          rows={4}
        />
        <div class="acts">
          <button class={plan ? 'btn second' : 'btn'} type="submit" name="etape" value="lire">
            Voir ce que cela donne
          </button>
        </div>
      </Form>
    </section>
  </>
)

const Understood = ({ plan, form, word }: { plan: QuickPlan; form: FormState; word: string }) => {
  const { shape, staircases } = plan
  const homes = formatCount(homesOf(plan), 'logement')
  return (
    <section class="sheet" aria-labelledby="compris">
      <h2 id="compris">Palier a compris{'\u202f'}:</h2>
      <DefinitionList
        items={[
          { term: 'Bâtiment', value: <bdi>{plan.building}</bdi> },
          {
            term: formatCount(staircases.length, word),
            value: <bdi>{staircases.join(', ')}</bdi>,
          },
          { term: 'Étages', value: `${floorName(shape.lowestFloor)} à ${floorName(shape.highestFloor)}` },
          {
            term: formatCount(shape.positions.length, 'porte') + ' par palier',
            value: <bdi>{shape.positions.join(', ')}</bdi>,
          },
        ]}
      />
      <p>
        <strong>Cela fait {homes}.</strong> Rien n’est encore écrit.
      </p>
      <Form label="Confirmer">
        <input type="hidden" name="description" value={form.values['description'] ?? ''} />
        <input type="hidden" name="etape" value="ecrire" />
        <div class="acts">
          <button class="btn" type="submit">
            Ajouter {homesOf(plan) === 1 ? 'ce logement' : `ces ${homes}`}
          </button>
        </div>
      </Form>
    </section>
  )
}
