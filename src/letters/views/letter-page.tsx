import { AttachmentFields } from '../../complaints/public.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { formatDay } from '../../ui/format.fr.ts'
import { Notice } from '../../ui/notice.tsx'
import { SENDINGS } from '../domain/letter-facts.ts'
import { letterText } from '../domain/letter-text.ts'
import type { KeptLetter } from '../store.ts'
import { KIND_WORDS, SENDING_FIELDS, SENDING_WORDS, SENT_WORDS } from '../words.fr.ts'
import { LetterSheet } from './letter-sheet.tsx'
import { ToCheck } from './to-check.tsx'

type Props = { readonly kept: KeptLetter; readonly form: FormState }

/** A letter as it was prepared: to take away, then to note as sent. */
export const LetterPage = ({ kept, form }: Props) => (
  <>
    <h1>{KIND_WORDS[kept.kind].name}</h1>
    <ErrorSummary form={form} labels={SENDING_FIELDS} />
    {kept.sent ? (
      <Notice tone="moss">
        <p>
          Envoyée le {formatDay(kept.sent.on)}, {SENT_WORDS[kept.sent.how]}. C’est noté dans le fil de la
          réclamation.
        </p>
      </Notice>
    ) : (
      <ToCheck titles={kept.toCheck} />
    )}
    <div class="acts">
      <a class="btn" href={`/lettres/${kept.id}/pdf`}>
        Télécharger le PDF
      </a>
      <a class="btn second" href={`/lettres/${kept.id}/docx`}>
        Télécharger pour modifier (DOCX)
      </a>
    </div>
    {kept.sent ? null : <Sending form={form} />}
    <h2>La lettre</h2>
    <LetterSheet letter={kept.letter} />
    <details>
      <summary>Le texte seul, à copier</summary>
      <label class="field">
        Texte de la lettre
        <textarea rows={20} dir="auto" readonly>
          {letterText(kept.letter)}
        </textarea>
      </label>
    </details>
    <p>
      <a href={`/reclamations/${kept.complaintId}/lettres`}>Les lettres de cette réclamation</a>
    </p>
  </>
)

const Sending = ({ form }: { readonly form: FormState }) => (
  <section aria-labelledby="envoi">
    <h2 id="envoi">Elle est partie</h2>
    <p>
      Notez l’envoi quand il est fait&#8239;: une ligne s’ajoute au fil, et les délais d’un écrit commencent.
    </p>
    <Form sheet files>
      <Field form={form} name="sent_on" type="date" label={SENDING_FIELDS.sent_on} required />
      <Field
        form={form}
        name="sent_how"
        label={SENDING_FIELDS.sent_how}
        options={SENDINGS.map((value) => ({ value, label: SENDING_WORDS[value] }))}
      />
      <h3>La preuve de l’envoi, si vous l’avez</h3>
      <AttachmentFields form={form} />
      <div class="acts">
        <button class="btn" type="submit">
          Noter l’envoi
        </button>
      </div>
    </Form>
  </section>
)
