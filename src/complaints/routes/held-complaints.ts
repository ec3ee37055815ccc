import { noteLine } from '../../access/scope.ts'
import type { ReadChapter } from '../../people/public.ts'
import { type Attachment, attachmentsOf } from '../store/attachments.ts'
import { complaintsToldBy, type PlacedComplaint } from '../store/complaints.ts'
import { readThreads } from '../store/events.ts'
import type { ThreadEvent } from '../domain/event.ts'
import { sayProblem, sayVersion } from '../views/thread-words.fr.ts'
import { sayPlace } from '../views/place-words.fr.ts'

/** What complaints add to «tout ce que nous avons sur vous»: each thread whole, superseded lines included. */
export const complaintsHeld: ReadChapter = async (db, personIds, purpose) => {
  const complaints = await complaintsToldBy(db, personIds)
  const ids = complaints.map(({ id }) => id)
  const threads = ids.length === 0 ? new Map<string, ThreadEvent[]>() : await readThreads(db, ids)
  const held: Held[] = []
  for (const complaint of complaints) {
    if (purpose !== 'count') await noteLine(db, 'export', 'complaint', complaint.id)
    const attachments = await attachmentsOf(db, complaint.id)
    held.push({ complaint, thread: threads.get(complaint.id) ?? [], attachments })
  }
  const pieces = held.flatMap(({ attachments }) => attachments.filter(({ removedAt }) => !removedAt))
  const beside = [{ title: 'Photos et documents', count: pieces.length }]
  return { title: 'Réclamations', name: 'complaints', parts: held.map(partOf), rows: held, beside }
}

type Held = {
  readonly complaint: PlacedComplaint
  readonly thread: readonly ThreadEvent[]
  readonly attachments: readonly Attachment[]
}

const partOf = ({ complaint, thread, attachments }: Held) => ({
  title: `${sayProblem(complaint)}, ${sayPlace(complaint)}`,
  lines: [
    ...(complaint.words === '' ? [] : [complaint.words]),
    ...thread.map(sayVersion),
    ...attachments.map(({ label, mediaType }) => `Pièce jointe\u202f: ${label || mediaType}`),
  ],
})
