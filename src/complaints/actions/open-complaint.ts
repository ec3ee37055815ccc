import { noteLine, type ScopedDb } from '../../access/scope.ts'
import type { Consent } from '../../people/domain/consent.ts'
import type { Person } from '../../people/domain/person.ts'
import { consentsOf, filesOf, findPerson } from '../../people/public.ts'
import { staircaseWord } from '../../places/public.ts'
import type { ComplaintDeadline } from '../domain/complaint-deadlines.ts'
import type { ThreadEvent } from '../domain/event.ts'
import { type Attachment, attachmentsOf } from '../store/attachments.ts'
import { findComplaint, type PlacedComplaint } from '../store/complaints.ts'
import { readDeadlines } from '../store/deadlines.ts'
import { readThread } from '../store/events.ts'

/** One complaint with all that its page shows. */
export type OpenComplaint = {
  readonly complaint: PlacedComplaint
  readonly thread: readonly ThreadEvent[]
  readonly deadlines: readonly ComplaintDeadline[]
  readonly attachments: readonly Attachment[]
  /** The word of this space for a staircase. */
  readonly staircaseWord: string
  readonly person?: Person
  readonly consents: readonly Consent[]
}

/** Opens a complaint; reading it leaves a line, and so does reading whose it is. */
export async function openComplaint(db: ScopedDb, id: string): Promise<OpenComplaint | undefined> {
  const complaint = await findComplaint(db, id)
  if (!complaint) return undefined
  await noteLine(db, 'read', 'complaint', id)
  const asked = complaint.personId ? await findPerson(db, complaint.personId) : undefined
  const files = asked ? await filesOf(db, asked.mergedInto ?? asked.id) : []
  const [person] = files
  if (person) await noteLine(db, 'read', 'person', person.id)
  return {
    complaint,
    thread: await readThread(db, id),
    deadlines: await readDeadlines(db, id),
    attachments: await attachmentsOf(db, id),
    staircaseWord: await staircaseWord(db),
    ...(person && { person }),
    consents: person
      ? await consentsOf(
          db,
          files.map((file) => file.id),
        )
      : [],
  }
}
