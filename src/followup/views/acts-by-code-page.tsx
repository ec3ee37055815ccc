import { CHANNEL_WORDS, KIND_WORDS } from '../../complaints/public.ts'
import { sayApproximateDay } from '../../kernel/approximate-day.fr.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, type FormState } from '../../ui/form.tsx'
import { formatInstant } from '../../ui/format.fr.ts'
import type { ActByCode } from '../domain/act-by-code.ts'

type Props = {
  readonly complaintId: string
  readonly acts: readonly ActByCode[]
  readonly form: FormState
}

/** What a household said by itself: each can be taken back for seven days, and stays in the thread all the same. */
export const ActsByCodePage = ({ complaintId, acts, form }: Props) => (
  <>
    <h1>Dit par le foyer, avec son code</h1>
    <ErrorSummary form={form} />
    <p class="lead">
      Une erreur, ou quelqu’un d’autre avait le code ? Pendant sept jours, vous pouvez annuler. Les deux
      lignes restent dans le fil.
    </p>
    {acts.length === 0 ? (
      <EmptyState sentence="Le foyer n’a encore rien dit avec un code." />
    ) : (
      <ul class="people">
        {acts.map((act) => (
          <li key={act.event.id}>
            <Said act={act} />
          </li>
        ))}
      </ul>
    )}
    <p>
      Si le code est en de mauvaises mains :{' '}
      <a href={`/reclamations/${complaintId}/code`}>le reprendre, en donner un autre</a>.
    </p>
  </>
)

const Said = ({ act: { event, undoneAt, undoableUntil } }: { act: ActByCode }) => (
  <>
    <h2>{undoneAt ? <del>{KIND_WORDS[event.kind].title}</del> : KIND_WORDS[event.kind].title}</h2>
    <p>
      {sayApproximateDay(event.happened)}
      {event.channel === 'unknown' ? '' : `, ${CHANNEL_WORDS[event.channel]}`}. Reçu le{' '}
      {formatInstant(event.recordedAt)}.
    </p>
    {event.words === '' ? null : (
      <p class="said">
        <q dir="auto">{event.words}</q>
      </p>
    )}
    {undoneAt ? <p class="quiet">Annulé le {formatInstant(undoneAt)}.</p> : null}
    {undoableUntil ? (
      <Form label={`Annuler\u202f: ${KIND_WORDS[event.kind].title}`}>
        <input type="hidden" name="event" value={event.id} />
        <button class="btn second" type="submit">
          Annuler
        </button>
        <p class="small quiet">Possible jusqu’au {formatInstant(undoableUntil)}.</p>
      </Form>
    ) : null}
  </>
)
