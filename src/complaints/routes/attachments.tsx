import type { ScopedDb } from '../../access/scope.ts'
import { EXTENSIONS } from '../../documents/upload.ts'
import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { attachFiles, mayRemove, openAttachment, removeAttachment } from '../actions/attach.ts'
import { type Attachment, attachmentsOf } from '../store/attachments.ts'
import { findComplaint } from '../store/complaints.ts'
import { readThread } from '../store/events.ts'
import { AttachmentsPage, RemoveAttachmentPage } from '../views/attachment-pages.tsx'
import { sayProblem } from '../views/thread-words.fr.ts'
import { COMPLAINTS_CRUMB, idIn } from './doorstep.ts'
import { readFiles } from './sent-files.ts'

const COMPLAINT = '/reclamations/:id{[0-9a-f-]{36}}'

/** The files of a thread: those of one line with the form that adds some, one of them to keep, one to remove. */
export function attachmentPages(app: SpaceApp): void {
  app.get(`${COMPLAINT}/lignes/:line/pieces`, (c) => linePage(c, c.var.startForm()))
  app.post(`${COMPLAINT}/lignes/:line/pieces`, addFiles)
  app.get(`${COMPLAINT}/pieces/:piece`, giveFile)
  app.get(`${COMPLAINT}/pieces/:piece/retirer`, removalPage)
  app.post(`${COMPLAINT}/pieces/:piece/retirer`, remove)
}

async function linePage(c: SpaceContext, form: FormState) {
  const [id, eventId] = [idIn(c), idIn(c, 'line')]
  const found = await c.var.inScope(async (db) => {
    const complaint = id && eventId ? await findComplaint(db, id) : undefined
    const event = complaint && (await readThread(db, id)).find((line) => line.id === eventId)
    return complaint && event ? { complaint, event, all: await attachmentsOf(db, id) } : undefined
  })
  if (!found) return c.notFound()
  const title = 'Photos et documents'
  const back = { href: `/reclamations/${id}`, label: sayProblem(found.complaint) }
  return c.var.page(
    {
      title,
      crumbs: [COMPLAINTS_CRUMB, back, { label: title }],
      status: Object.keys(form.errors).length > 0 ? 422 : 200,
    },
    <AttachmentsPage
      form={form}
      event={found.event}
      attachments={found.all.filter((a) => a.eventId === eventId)}
      mayRemove={mayRemove(c.var)}
    />,
  )
}

async function addFiles(c: SpaceContext) {
  const [complaintId, eventId] = [idIn(c), idIn(c, 'line')]
  const typed = (await c.req.parseBody())['piece_label']
  const sent = await readFiles(c, {
    values: { piece_label: typeof typed === 'string' ? typed : '' },
    errors: {},
  })
  if (!sent.ok) return linePage(c, sent.form)
  if (sent.files.length === 0) return linePage(c, { ...sent.form, errors: { 'pieces[]': NOTHING_CHOSEN } })
  const { now, keyring } = c.var
  const done = await c.var.once(async (db) => {
    const kept = await attachFiles(db, { complaintId, eventId, ...sent }, { now, secrets: keyring.secrets })
    return kept.ok ? accept(`/reclamations/${complaintId}/lignes/${eventId}/pieces`) : kept
  })
  return done.ok ? c.redirect(done.value, 303) : c.notFound()
}

const NOTHING_CHOSEN = 'Choisissez au moins une photo ou un PDF.'

/**
 * Serves the bytes for nothing but to be kept: never shown inside a page of ours, under a name that says nothing of
 * anybody, kept by no cache.
 */
async function giveFile(c: SpaceContext) {
  const [complaintId, id] = [idIn(c), idIn(c, 'piece')]
  const { secrets } = c.var.keyring
  const open = await c.var.inScope(async (db) =>
    complaintId && id ? openAttachment(db, { complaintId, id }, secrets) : undefined,
  )
  if (!open) return c.notFound()
  c.header('content-type', open.mediaType)
  c.header(
    'content-disposition',
    `attachment; filename="piece-${id.slice(-8)}.${EXTENSIONS[open.mediaType]}"`,
  )
  c.header('x-content-type-options', 'nosniff')
  c.header('cache-control', 'private, no-store')
  c.header('content-security-policy', "sandbox; default-src 'none'")
  return c.body(new Uint8Array(open.bytes))
}

async function findKept(db: ScopedDb, complaintId: string, id: string): Promise<Attachment | undefined> {
  const all = complaintId && id && mayRemove(db) ? await attachmentsOf(db, complaintId) : []
  return all.find((a) => a.id === id && !a.removedAt)
}

async function removalPage(c: SpaceContext) {
  const complaintId = idIn(c)
  const attachment = await c.var.inScope((db) => findKept(db, complaintId, idIn(c, 'piece')))
  if (!attachment) return c.notFound()
  const title = 'Retirer une pièce'
  const back = { href: `/reclamations/${complaintId}`, label: 'La réclamation' }
  return c.var.page(
    { title, crumbs: [COMPLAINTS_CRUMB, back, { label: title }] },
    <RemoveAttachmentPage attachment={attachment} />,
  )
}

async function remove(c: SpaceContext) {
  const [complaintId, id] = [idIn(c), idIn(c, 'piece')]
  const attachment = await c.var.inScope((db) => findKept(db, complaintId, id))
  const done = await c.var.once(async (db) => {
    if (!attachment) return accept('')
    const gone = await removeAttachment(db, { complaintId, id }, c.var.now)
    return gone.ok ? accept(`/reclamations/${complaintId}/lignes/${attachment.eventId}/pieces`) : gone
  })
  return done.ok && done.value !== '' ? c.redirect(done.value, 303) : c.notFound()
}
