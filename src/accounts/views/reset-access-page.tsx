import { ErrorSummary } from '../../ui/error-summary.tsx'
import { deBefore } from '../../ui/format.fr.ts'
import { Form, type FormState, Tick } from '../../ui/form.tsx'

type Props = { readonly name: string; readonly accountId: string; readonly form: FormState }

/** What will happen, to whom, before it does. */
export const ResetAccessPage = ({ name, accountId, form }: Props) => (
  <>
    <h1>
      Rétablir l’accès {deBefore(name)}
      <bdi>{name}</bdi>
    </h1>
    <ErrorSummary form={form} labels={{ confirmation: 'Confirmer' }} />
    <p class="lead">Pour qui a perdu son téléphone ou sa clé, et vous l’a dit de vive voix.</p>
    <p>
      Son second facteur et ses clés d’accès seront retirés, toutes ses sessions fermées. Un courriel l’en
      préviendra, et le journal de l’espace en garde la trace. Le lien par courriel lui permettra de rentrer.
    </p>
    <Form sheet>
      <Tick
        form={form}
        name="confirmation"
        label="C’est bien cette personne qui me le demande"
        small="Je l’ai vue ou entendue. Un courriel ne suffit pas."
      />
      <div class="acts">
        <button class="btn" type="submit">
          Rétablir l’accès
        </button>
        <a class="btn second" href={`/espace/membres/${accountId}`}>
          Ne rien changer
        </a>
      </div>
    </Form>
  </>
)
