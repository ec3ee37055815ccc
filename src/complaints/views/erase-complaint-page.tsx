import * as v from 'valibot'
import { typedLine } from '../../kernel/typed-text.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'

const WORD = 'effacer'

/** The form and its sentences stand beside the page that asks. */
export const EraseComplaintForm = v.object({
  confirm: v.pipe(
    v.optional(v.string(), ''),
    v.transform(typedLine),
    v.check((typed) => typed.toLowerCase() === WORD, 'Écrivez le mot «\u202feffacer\u202f» pour confirmer.'),
  ),
})

type Props = {
  readonly form: FormState
  readonly complaintId: string
  readonly about: string
  /** Whose file it is in; absent when nobody is named. */
  readonly personId: string | undefined
}

export const EraseComplaintPage = ({ form, complaintId, about, personId }: Props) => (
  <>
    <h1>Effacer cette réclamation</h1>
    <p class="lead">
      <bdi>{about}</bdi>
    </p>
    <ErrorSummary form={form} labels={{ confirm: 'Le mot «\u202feffacer\u202f»' }} />
    {personId === undefined ? (
      <Confirm form={form} complaintId={complaintId} />
    ) : (
      <>
        <p>
          Quelqu’un l’a dite{'\u202f'}: elle s’efface avec la fiche de cette personne, et tout ce qu’elle a
          dit.
        </p>
        <div class="acts">
          <a class="btn" href={`/personnes/${personId}/effacer`}>
            Effacer la personne et ses réclamations
          </a>
          <a class="btn second" href={`/reclamations/${complaintId}`}>
            Ne rien effacer
          </a>
        </div>
      </>
    )}
  </>
)

const Confirm = ({ form, complaintId }: Pick<Props, 'form' | 'complaintId'>) => (
  <>
    <Notice tone="brick">
      <p>Il n’y a pas de retour en arrière.</p>
    </Notice>
    <p>
      Seront effacés{'\u202f'}: la réclamation, tout son fil, ses délais, ses photos et documents, ses
      lettres, et ses codes, qui n’ouvriront plus rien.
    </p>
    <p>
      Resteront, pendant un an, les lignes du journal{'\u202f'}: qui a lu, écrit ou effacé, et quand. Une
      sauvegarde faite avant la contient encore.
    </p>
    <Form>
      <Field
        form={form}
        name="confirm"
        label={'Pour confirmer, écrivez «\u202feffacer\u202f»'}
        maxLength={40}
        required
      />
      <div class="acts">
        <button class="btn" type="submit">
          Effacer pour toujours
        </button>
        <a class="btn second" href={`/reclamations/${complaintId}`}>
          Ne rien effacer
        </a>
      </div>
    </Form>
  </>
)
