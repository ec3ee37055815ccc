import { dayIn } from '../../kernel/calendar-day.ts'
import { formatDay, quote } from '../../ui/format.fr.ts'
import type { ThreadLine } from '../domain/thread-lines.ts'
import type { Attachment } from '../store/attachments.ts'
import { AttachmentList } from './attachment-list.tsx'
import { sayVersion } from './thread-words.fr.ts'

type Props = {
  readonly line: ThreadLine
  readonly complaintId: string
  readonly attachments: readonly Attachment[]
}

/** Under a line: what it said before, why it was taken back, and what can be done to it. */
export const AfterLine = ({ line: { event, former, retraction }, complaintId, attachments }: Props) => {
  const versions = [event, ...former].map(({ id }) => id)
  const path = `/reclamations/${complaintId}/evenements/${event.id}`
  return (
    <>
      <AttachmentList attachments={attachments.filter(({ eventId }) => versions.includes(eventId))} />
      {former.map((version, at) => (
        <p class="small quiet" key={version.id}>
          Avant la correction du {formatDay(dayIn((former[at - 1] ?? event).recordedAt))} :{' '}
          <del>
            <bdi>{sayVersion(version)}</bdi>
          </del>
        </p>
      ))}
      {retraction ? (
        <p class="small">
          {event.words === '' ? null : (
            <>
              <del>
                <bdi>{quote(event.words)}</bdi>
              </del>{' '}
            </>
          )}
          Retirée le {formatDay(dayIn(retraction.recordedAt))} : <bdi>{quote(retraction.words)}</bdi>
        </p>
      ) : (
        <p class="small doings">
          <a href={`${path}/corriger`}>Corriger</a> · <a href={`${path}/retirer`}>Retirer</a> ·{' '}
          <a href={`/reclamations/${complaintId}/lignes/${event.id}/pieces`}>Pièces</a>
        </p>
      )}
    </>
  )
}
