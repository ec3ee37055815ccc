import type { ScopedDb } from '../../access/scope.ts'
import { accept, type Result } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { addEvent, type AddRefusal } from '../actions/add-event.ts'
import { attachFiles, type AttachRefusal } from '../actions/attach.ts'
import type { ThreadEvent } from '../domain/event.ts'
import { type EventKind, isEventKind, rowOf } from '../domain/event-kinds.ts'
import { eventForm } from '../forms.ts'
import { findComplaint, type PlacedComplaint } from '../store/complaints.ts'
import { readThread } from '../store/events.ts'
import { askedFor } from '../views/asked-fields.ts'
import { AddEventPage, ChooseKindPage } from '../views/event-pages.tsx'
import { sayProblem } from '../views/thread-words.fr.ts'
import { KIND_WORDS, sayRefusal } from '../words.fr.ts'
import { COMPLAINTS_CRUMB, idIn } from './doorstep.ts'
import { eventOf, fieldOf } from './event-values.ts'
import { readFiles } from './sent-files.ts'

export function eventPages(app: SpaceApp): void {
  app.get('/reclamations/:id{[0-9a-f-]{36}}/evenement', async (c) => {
    const about = await c.var.inScope((db) => readAbout(db, idIn(c)))
    if (!about) return c.notFound()
    const asked = c.req.query('genre') ?? ''
    const form = c.var.startForm(isEventKind(asked) ? startOf(asked) : {})
    const kind = form.values['genre'] ?? ''
    return isAddable(kind) ? addPage(c, about, kind, form) : choosePage(c, about)
  })
  app.post('/reclamations/:id{[0-9a-f-]{36}}/evenement', add)
}

const isAddable = (kind: string): kind is EventKind => isEventKind(kind) && kind !== 'retraction'

const startOf = (kind: EventKind): Record<string, string> => ({
  genre: kind,
  actor: rowOf(kind).actors[0],
  channel: askedFor(kind).channel ?? 'unknown',
  evidence: 'declared',
})

export type AboutComplaint = { readonly complaint: PlacedComplaint; readonly thread: readonly ThreadEvent[] }

export async function readAbout(db: ScopedDb, id: string): Promise<AboutComplaint | undefined> {
  const complaint = id ? await findComplaint(db, id) : undefined
  return complaint && { complaint, thread: await readThread(db, complaint.id) }
}

export const crumbsTo = ({ complaint }: AboutComplaint, label: string) => [
  COMPLAINTS_CRUMB,
  { href: `/reclamations/${complaint.id}`, label: sayProblem(complaint) },
  { label },
]

export const statusOf = (form: FormState): 200 | 422 => (Object.keys(form.errors).length > 0 ? 422 : 200)

function choosePage(c: SpaceContext, about: AboutComplaint) {
  const title = 'Ajouter ce qui s’est passé'
  return c.var.page(
    { title, crumbs: crumbsTo(about, title) },
    <ChooseKindPage path={`/reclamations/${about.complaint.id}/evenement`} thread={about.thread} />,
  )
}

function addPage(c: SpaceContext, about: AboutComplaint, kind: EventKind, form: FormState) {
  const title = KIND_WORDS[kind].told
  return c.var.page(
    { title, crumbs: crumbsTo(about, title), status: statusOf(form) },
    <AddEventPage form={form} kind={kind} back={`/reclamations/${about.complaint.id}`} />,
  )
}

async function add(c: SpaceContext) {
  const about = await c.var.inScope((db) => readAbout(db, idIn(c)))
  const sentKind = (await c.req.parseBody())['genre']
  const kind = typeof sentKind === 'string' ? sentKind : ''
  if (!about || !isAddable(kind)) return c.notFound()
  const read = await c.var.readForm(eventForm(kind, c.var.today))
  if (!read.ok) return addPage(c, about, kind, read.form)
  const event = eventOf(kind, read.value)
  const sent = await readFiles(c, read.form)
  if (!event || !sent.ok) return addPage(c, about, kind, sent.form)
  const { id } = about.complaint
  const { keyring, now } = c.var
  const done = await c.var.once(async (db): Promise<Result<string, AddRefusal | AttachRefusal>> => {
    const added = await addEvent(db, id, event, c.var)
    if (!added.ok) return added
    const about = { complaintId: id, eventId: added.value, files: sent.files, label: sent.label }
    const kept = await attachFiles(db, about, { now, secrets: keyring.secrets })
    return kept.ok ? accept(`/reclamations/${id}#e-${added.value}`) : kept
  })
  return done.ok
    ? c.redirect(done.value, 303)
    : refused(c, done.refusal, (errors) => addPage(c, about, kind, { ...read.form, errors }), kind)
}

/** A refusal beside its field; what is not there any more is not found. */
export function refused<Page>(
  c: SpaceContext,
  refusal: AddRefusal,
  draw: (errors: Record<string, string>) => Page,
  kind: EventKind,
) {
  const { because } = refusal
  if (because === 'no_such_complaint' || because === 'no_such_event') return c.notFound()
  return draw({ [fieldOf(refusal, kind)]: sayRefusal({ ...refusal, because }) })
}
