import type { ScopedDb } from '../../access/scope.ts'
import { exactDay } from '../../kernel/approximate-day.ts'
import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { addEvent, type NewEvent } from '../actions/add-event.ts'
import { standingVersion, type ThreadLine } from '../domain/thread-lines.ts'
import { eventForm, RetractionForm } from '../forms.ts'
import { CorrectEventPage, RetractEventPage } from '../views/event-pages.tsx'
import { REFUSALS, sayRefusal } from '../words.fr.ts'
import { idIn } from './doorstep.ts'
import { asItWasMeant, eventOf, meaningOf, valuesOf } from './event-values.ts'
import { type AboutComplaint, crumbsTo, readAbout, refused, statusOf } from './events.tsx'

const LINE = '/reclamations/:id{[0-9a-f-]{36}}/evenements/:eventId'

export function correctionPages(app: SpaceApp): void {
  app.get(`${LINE}/corriger`, async (c) => {
    const about = await c.var.inScope((db) => readLine(db, c))
    if (!about) return c.notFound()
    if (!isStanding(about.line, c)) return c.redirect(placeOf(about), 303)
    return correctPage(c, about, c.var.startForm(valuesOf(about.line.event)))
  })
  app.post(`${LINE}/corriger`, correct)
  app.get(`${LINE}/retirer`, async (c) => {
    const about = await c.var.inScope((db) => readLine(db, c))
    if (!about) return c.notFound()
    if (!isStanding(about.line, c)) return c.redirect(placeOf(about), 303)
    return retractPage(c, about, c.var.startForm())
  })
  app.post(`${LINE}/retirer`, retract)
}

type AboutLine = AboutComplaint & { readonly line: ThreadLine }

/** The line that was asked for, as it stands now. */
async function readLine(db: ScopedDb, c: SpaceContext): Promise<AboutLine | undefined> {
  const about = await readAbout(db, idIn(c))
  const line = about && standingVersion(about.thread, idIn(c, 'eventId'))
  return about && line && { ...about, line }
}

const isStanding = ({ event, retraction }: ThreadLine, c: SpaceContext): boolean =>
  event.id === idIn(c, 'eventId') && !retraction

const placeOf = ({ complaint, line }: AboutLine): string => `/reclamations/${complaint.id}#e-${line.event.id}`

/** Sending it again goes to what stands now; where that was taken back, it becomes a line of its own. */
function correctPage(c: SpaceContext, about: AboutLine, form: FormState, meanwhile = false) {
  const { complaint, line } = about
  const path = `/reclamations/${complaint.id}`
  const understood = meanwhile ? undefined : meaningOf(line.event, c.var.today)
  const asSaid = form.values['happened'] === line.event.happened.said
  return c.var.page(
    {
      title: 'Corriger une ligne',
      crumbs: crumbsTo(about, 'Corriger'),
      status: meanwhile ? 409 : statusOf(form),
    },
    <CorrectEventPage
      form={form}
      line={line}
      action={line.retraction ? `${path}/evenement` : `${path}/evenements/${line.event.id}/corriger`}
      back={path}
      meanwhile={meanwhile}
      {...(understood !== undefined && asSaid ? { understood } : {})}
    />,
  )
}

async function correct(c: SpaceContext) {
  const about = await c.var.inScope((db) => readLine(db, c))
  const former = about?.thread.find(({ id }) => id === idIn(c, 'eventId'))
  if (!about || !former || former.kind === 'retraction') return c.notFound()
  const { kind } = former
  const read = await c.var.readForm(eventForm(kind, c.var.today))
  if (!read.ok) return correctPage(c, about, read.form)
  const event = eventOf(kind, read.value)
  if (!event) return correctPage(c, about, read.form)
  const correction = { ...asItWasMeant(event, former), supersedes: former.id }
  const done = await supersede(c, about.complaint.id, correction)
  if (done.ok) return c.redirect(done.value, 303)
  if (done.refusal.because === 'already_corrected') return correctedMeanwhile(c, read.form)
  return refused(c, done.refusal, (errors) => correctPage(c, about, { ...read.form, errors }), kind)
}

const supersede = (c: SpaceContext, complaintId: string, event: NewEvent) =>
  c.var.once(async (db) => {
    const added = await addEvent(db, complaintId, event, c.var)
    const at = event.kind === 'retraction' ? (event.supersedes ?? '') : added.ok ? added.value : ''
    return added.ok ? accept(`/reclamations/${complaintId}#e-${at}`) : added
  })

/** The second of two people reads what the first one wrote, and keeps their own words. */
async function correctedMeanwhile(c: SpaceContext, form: FormState) {
  const now = await c.var.inScope((db) => readLine(db, c))
  if (!now) return c.notFound()
  return correctPage(c, now, { ...form, errors: { '': REFUSALS.already_corrected } }, true)
}

function retractPage(c: SpaceContext, about: AboutLine, form: FormState, meanwhile = false) {
  const title = 'Retirer une ligne'
  const status = meanwhile ? 409 : statusOf(form)
  return c.var.page(
    { title, crumbs: crumbsTo(about, 'Retirer'), status },
    <RetractEventPage
      form={form}
      line={about.line}
      action={`/reclamations/${about.complaint.id}/evenements/${about.line.event.id}/retirer`}
      back={`/reclamations/${about.complaint.id}`}
    />,
  )
}

async function retract(c: SpaceContext) {
  const about = await c.var.inScope((db) => readLine(db, c))
  const former = about?.thread.find(({ id }) => id === idIn(c, 'eventId'))
  if (!about || !former || former.kind === 'retraction') return c.notFound()
  const read = await c.var.readForm(RetractionForm)
  if (!read.ok) return retractPage(c, about, read.form)
  const done = await supersede(c, about.complaint.id, {
    kind: 'retraction',
    actor: 'union',
    channel: 'unknown',
    happened: exactDay(c.var.today),
    evidence: 'declared',
    details: {},
    words: read.value.words,
    interlocutor: '',
    supersedes: former.id,
  })
  if (done.ok) return c.redirect(done.value, 303)
  if (done.refusal.because === 'telling_is_needed')
    return retractPage(c, about, { ...read.form, errors: { '': sayRefusal(done.refusal) } })
  if (done.refusal.because !== 'already_corrected') return c.notFound()
  const now = (await c.var.inScope((db) => readLine(db, c))) ?? about
  if (now.line.retraction) return c.redirect(placeOf(now), 303)
  return retractPage(c, now, { ...read.form, errors: { '': REFUSALS.already_corrected } }, true)
}
