import type { DEMO_PEOPLE } from '../../seed/demo-people.ts'
import { SPACES } from '../../seed/neighbourhood.ts'
import { DEMO_CODE } from '../../seed/papers.fr.ts'
import { Form } from '../../ui/form.tsx'

type People = typeof DEMO_PEOPLE

/** Everybody one can become, space by space. */
export const DemoPage = ({ people }: { people: People }) => (
  <>
    <h1>Le quartier inventé</h1>
    <p class="lead">
      Trois bailleurs, neuf résidences, trois unions, un institut, une équipe de recherche, une ville. Devenez
      quelqu’un, et voyez ce que cette personne voit : rien de plus.
    </p>
    <p>
      Ou suivez l’attente d’un foyer, comme lui : <a href="/suivi">page de suivi</a>, code{' '}
      <bdi>
        <strong>{DEMO_CODE}</strong>
      </bdi>
      .
    </p>
    {SPACES.map((space) => (
      <section class="part" key={space.key} aria-labelledby={`espace-${space.key}`}>
        <h2 id={`espace-${space.key}`}>{space.name}</h2>
        <Form>
          <ul class="people">
            {people
              .filter((p) => p.space === space.key)
              .map((p) => (
                <li key={p.key}>
                  <span>
                    <strong>{p.name}</strong>
                    <br />
                    <span class="quiet">{p.story}</span>
                  </span>
                  <button class="btn second" name="personne" value={p.key}>
                    Devenir {p.name.split(' ')[0]}
                  </button>
                </li>
              ))}
          </ul>
        </Form>
      </section>
    ))}
  </>
)
