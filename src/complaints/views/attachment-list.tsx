import { dayIn } from '../../kernel/calendar-day.ts'
import { formatDay } from '../../ui/format.fr.ts'
import type { Attachment } from '../store/attachments.ts'
import { agreeing, MEDIA_WORDS, sayBytes } from './attachment-words.fr.ts'

const pathOf = ({ complaintId, id }: Attachment): string => `/reclamations/${complaintId}/pieces/${id}`
const nameOf = ({ label, mediaType }: Attachment): string => (label === '' ? MEDIA_WORDS[mediaType] : label)

/** The files of a line of a thread, each with its link; a removed one says only that it was there. */
export const AttachmentList = ({
  attachments,
  mayRemove = false,
}: {
  attachments: readonly Attachment[]
  mayRemove?: boolean
}) =>
  attachments.length === 0 ? null : (
    <ul class="pieces">
      {attachments.map((a) => (
        <li key={a.id}>
          {a.removedAt ? <Removed attachment={a} /> : <Kept attachment={a} mayRemove={mayRemove} />}
        </li>
      ))}
    </ul>
  )

const Kept = ({ attachment: a, mayRemove }: { attachment: Attachment; mayRemove: boolean }) => (
  <>
    <a href={pathOf(a)} download>
      <bdi>{nameOf(a)}</bdi>
    </a>{' '}
    <span class="quiet">
      {a.label === '' ? null : `${MEDIA_WORDS[a.mediaType]}, `}
      {sayBytes(a.byteCount)}, {agreeing('ajouté', a.mediaType)} le {formatDay(dayIn(a.addedAt))}
      {a.addedBy === undefined ? ' par le foyer' : null}
    </span>
    {mayRemove ? (
      <>
        {' '}
        <a href={`${pathOf(a)}/retirer`} aria-label={`Retirer ${nameOf(a)}`}>
          Retirer
        </a>
      </>
    ) : null}
  </>
)

const Removed = ({ attachment: a }: { attachment: Attachment }) => (
  <span class="quiet">
    {MEDIA_WORDS[a.mediaType]} {agreeing('ajouté', a.mediaType)} le {formatDay(dayIn(a.addedAt))}
    {a.removedAt ? `, ${agreeing('retiré', a.mediaType)} le ${formatDay(dayIn(a.removedAt))}` : null}
  </span>
)
