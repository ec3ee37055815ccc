import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, type FormState } from '../../ui/form.tsx'
import { formatCount } from '../../ui/format.fr.ts'

type Props = { readonly form: FormState; readonly id: string; readonly name: string; readonly cases: number }

export const RemoveSourcePage = ({ form, id, name, cases }: Props) => (
  <>
    <h1>Retirer une source</h1>
    <ErrorSummary form={form} />
    <p class="lead">
      <bdi>{name}</bdi>
      {cases === 0 ? null : `, ${formatCount(cases, 'demande')}`}
    </p>
    <p>
      Tout ce que ses fichiers ont apporté est effacé d’ici, et ses figures avec. Le journal garde qu’elle a
      été retirée. Une copie peut rester dans les sauvegardes jusqu’à leur fin.
    </p>
    <Form>
      <div class="acts">
        <button class="btn" type="submit">
          Retirer la source et effacer ses demandes
        </button>
        <a href={`/sources/${id}`}>Ne rien retirer</a>
      </div>
    </Form>
  </>
)
