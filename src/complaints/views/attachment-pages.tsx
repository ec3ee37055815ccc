import { ErrorSummary } from '../../ui/error-summary.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Form, type FormState } from '../../ui/form.tsx'
import type { ThreadEvent } from '../domain/event.ts'
import type { Attachment } from '../store/attachments.ts'
import { KIND_WORDS } from '../words.fr.ts'
import { AttachmentFields } from './attachment-fields.tsx'
import { AttachmentList } from './attachment-list.tsx'
import { MEDIA_WORDS, sayBytes } from './attachment-words.fr.ts'

export const AttachmentsPage = ({
  form,
  event,
  attachments,
  mayRemove,
}: {
  form: FormState
  event: ThreadEvent
  attachments: readonly Attachment[]
  mayRemove: boolean
}) => (
  <>
    <h1>Photos et documents</h1>
    <p class="lead">
      {KIND_WORDS[event.kind].title}, <bdi>{event.happened.said}</bdi>
    </p>
    {attachments.length === 0 ? (
      <EmptyState sentence="Aucune pièce n’accompagne cette ligne." />
    ) : (
      <AttachmentList attachments={attachments} mayRemove={mayRemove} />
    )}
    <ErrorSummary form={form} />
    <Form files label="Ajouter des pièces">
      <AttachmentFields form={form} />
      <div class="acts">
        <button class="btn" type="submit">
          Ajouter
        </button>
      </div>
    </Form>
  </>
)

export const RemoveAttachmentPage = ({ attachment: a }: { attachment: Attachment }) => (
  <>
    <h1>Retirer une pièce</h1>
    <p class="lead">
      <bdi>{a.label === '' ? MEDIA_WORDS[a.mediaType] : a.label}</bdi>, {sayBytes(a.byteCount)}
    </p>
    <p>
      Son contenu est effacé pour toujours. Le fil dira qu’il y a eu une pièce, et quand elle a été retirée.
      Une copie peut rester dans les sauvegardes jusqu’à leur fin.
    </p>
    <Form label="Retirer la pièce">
      <div class="acts">
        <button class="btn" type="submit">
          Retirer cette pièce
        </button>
        <a href={`/reclamations/${a.complaintId}/lignes/${a.eventId}/pieces`}>Ne rien changer</a>
      </div>
    </Form>
  </>
)
