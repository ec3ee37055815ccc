import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { formatDay } from '../../ui/format.fr.ts'
import { Notice } from '../../ui/notice.tsx'
import type { Colleague } from '../store/colleagues.ts'
import type { PlacedComplaint } from '../store/complaints.ts'
import { colleagueChoices } from './choices.ts'

type Props = {
  readonly form: FormState
  readonly complaint: PlacedComplaint
  readonly colleagues: readonly Colleague[]
  readonly meanwhile: boolean
  readonly mayErase: boolean
}

export const CarePage = ({ form, complaint, colleagues, meanwhile, mayErase }: Props) => (
  <>
    <h1>Qui suit, et quand relancer</h1>
    <ErrorSummary form={form} labels={{ assigned_to: 'À qui c’est confié', follow_up_on: 'À relancer le' }} />
    {meanwhile ? (
      <Notice tone="lamp">
        <p>Voici ce qui est noté maintenant. Enregistrer le remplacera par vos réponses, plus bas.</p>
        <ul>
          <li>
            Confiée à <bdi>{complaint.assignee ?? 'personne'}</bdi>
          </li>
          <li>
            À relancer : {complaint.followUpOn ? `le ${formatDay(complaint.followUpOn)}` : 'pas de date'}
          </li>
        </ul>
      </Notice>
    ) : null}
    <Form>
      <input type="hidden" name="version" value={form.values['version'] ?? ''} />
      <Field
        form={form}
        name="assigned_to"
        label="À qui c’est confié"
        options={colleagueChoices(withAssignee(colleagues, complaint))}
      />
      <Field form={form} name="follow_up_on" label="À relancer le" type="date" />
      <div class="acts">
        <button class="btn" type="submit">
          Enregistrer
        </button>
        <a class="btn second" href={`/reclamations/${complaint.id}`}>
          Revenir à la réclamation
        </a>
      </div>
    </Form>
    {mayErase ? (
      <p>
        Le foyer demande que tout soit effacé{'\u202f'}?{' '}
        <a href={`/reclamations/${complaint.id}/effacer`}>Effacer cette réclamation</a>
      </p>
    ) : null}
  </>
)

/** Somebody who left still stands in the list of what they were given, until it is given to another. */
const withAssignee = (
  colleagues: readonly Colleague[],
  { assignedTo, assignee }: PlacedComplaint,
): readonly Colleague[] =>
  assignedTo === undefined || colleagues.some(({ accountId }) => accountId === assignedTo)
    ? colleagues
    : [...colleagues, { accountId: assignedTo, name: assignee ?? 'quelqu’un qui n’est plus là' }]
