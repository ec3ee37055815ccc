import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Person } from '../domain/person.ts'

export const ErasePage = ({ form, person }: { form: FormState; person: Person }) => (
  <>
    <h1>
      Effacer <bdi>{person.name}</bdi>
    </h1>
    <ErrorSummary form={form} labels={{ name: 'Nom de la personne' }} />
    <Notice tone="brick">
      <p>Il n’y a pas de retour en arrière.</p>
    </Notice>
    <p>Seront effacés :</p>
    <ul>
      <li>sa fiche, et les fiches réunies avec elle ;</li>
      <li>où elle a habité (les logements restent) ;</li>
      <li>ses accords ;</li>
      <li>ce qui était sorti de l’union avec son accord : c’est repris là où c’était arrivé.</li>
    </ul>
    <p>Il restera une ligne qui dit que quelqu’un a effacé une fiche, sans dire laquelle.</p>
    <Form>
      <Field
        form={form}
        name="name"
        label="Pour confirmer, écrivez le nom de la personne"
        maxLength={600}
        required
      />
      <div class="acts">
        <button class="btn" type="submit">
          Effacer pour toujours
        </button>
        <a class="btn second" href={`/personnes/${person.id}`}>
          Ne rien effacer
        </a>
      </div>
    </Form>
  </>
)
