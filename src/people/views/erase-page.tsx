import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Person } from '../domain/person.ts'

type Props = {
  readonly form: FormState
  readonly person: Person
  /** What later nouns hold on them, and how many. */
  readonly counts: readonly { readonly title: string; readonly count: number }[]
}

export const ErasePage = ({ form, person, counts }: Props) => (
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
      <li>
        les réclamations que cette personne a dites, avec tout leur fil, leurs lettres, leurs pièces et leurs
        codes de suivi, qui n’ouvriront plus rien
        {counts.length === 0
          ? null
          : ` (${counts.map(({ title, count }) => `${title.toLowerCase()}\u202f: ${count}`).join(', ')})`}
        {'\u202f'};
      </li>
      <li>ce qui était sorti de l’union avec son accord : c’est repris là où c’était arrivé.</li>
    </ul>
    <p>Resteront, sans aucun nom ni rien de ce que la fiche disait{'\u202f'}:</p>
    <ul>
      <li>
        pendant un an, les lignes du journal{'\u202f'}: qui a lu, écrit ou effacé, quand, et les identifiants
        de la fiche et de ses accords, des suites de chiffres et de lettres{'\u202f'};
      </li>
      <li>de ce qui était sorti, qu’un envoi a eu lieu, vers qui, quand, et qu’il a été repris.</li>
    </ul>
    <p>Une sauvegarde faite avant contient encore la fiche, jusqu’à ce que vous l’effaciez à son tour.</p>
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
