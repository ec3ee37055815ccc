import type { TallyPreview } from '../actions/share-tally.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, type FormState } from '../../ui/form.tsx'
import { formatInstant } from '../../ui/format.fr.ts'
import type { SentTally } from '../store/tally.ts'
import { TallyPicture } from './tally-picture.tsx'

/** Exactly what would leave, and what has left. */
export const TallyPage = ({ preview, form }: { preview: TallyPreview; form: FormState }) => (
  <>
    <h1>Partager un décompte</h1>
    <ErrorSummary form={form} />
    {preview.federation ? (
      <p class="lead">
        Voici tout ce que recevrait <bdi>{preview.federation.name}</bdi>, et rien d’autre{'\u202f'}: ni
        logement, ni nom.
      </p>
    ) : (
      <p class="lead">
        Votre union n’est rattachée à aucune fédération{'\u202f'}: rien ne peut être partagé.
      </p>
    )}
    <TallyPicture {...preview.tally} />
    {preview.federation && preview.tally.estates.length > 0 ? (
      <Form label="Partager">
        <input type="hidden" name="vu" value={preview.seen} />
        <div class="acts">
          <button class="btn" type="submit">
            Partager
          </button>
        </div>
      </Form>
    ) : null}
    {preview.sent.length === 0 ? null : <Sent sent={preview.sent} />}
  </>
)

const Sent = ({ sent }: { sent: readonly SentTally[] }) => (
  <section class="part" aria-labelledby="partages">
    <h2 id="partages">Décomptes partagés</h2>
    <ul>
      {sent.map(({ id, sentAt, undone }) => (
        <li key={id}>
          Le {formatInstant(sentAt)}
          {undone ? ' : repris' : null}
          {undone ? null : (
            <Form label={`Reprendre le décompte du ${formatInstant(sentAt)}`}>
              <input type="hidden" name="reprendre" value={id} />
              <button class="btn second" type="submit">
                Reprendre ce décompte
              </button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  </section>
)
