import { findComplaint, readThread } from '../../complaints/public.ts'
import { isUuid } from '../../kernel/ids.ts'
import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import { qrSquare } from '../../ui/qr-square.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { issueCode, revokeCode } from '../actions/codes.ts'
import { addressOfCode, mayPrintSlip, printSlip } from '../actions/print-slip.ts'
import { undoAct } from '../actions/undo-act.ts'
import { actsByCode } from '../domain/act-by-code.ts'
import { type FollowUpCode, readFollowUpCode } from '../domain/follow-up-code.ts'
import { ChangeCode, PrintSlip, UndoAct } from '../forms.ts'
import { listCodes } from '../store/codes.ts'
import { ActsByCodePage } from '../views/acts-by-code-page.tsx'
import { CodeOfComplaintPage, NewCodePage } from '../views/code-of-complaint-page.tsx'
import { CODE_REFUSALS, undoRefusal } from '../words.fr.ts'

/** The union's side of codes: giving one, taking it back, printing it, undoing what was said with it. */
export function codeRoutes(app: SpaceApp): void {
  app.get('/reclamations/:id/code', (c) => codesPage(c, c.var.startForm()))
  app.post('/reclamations/:id/code', changeCode)
  app.post('/reclamations/:id/code/papillon', sendSlip)
  app.get('/reclamations/:id/actes-par-code', (c) => actsPage(c, c.var.startForm()))
  app.post('/reclamations/:id/actes-par-code', undo)
}

/** The complaint of the path, when this person follows complaints of this union; nothing for anybody else. */
async function complaintIn(c: SpaceContext): Promise<string | undefined> {
  const id = c.req.param('id') ?? ''
  if (c.var.actor.kind !== 'union' || !isUuid(id)) return undefined
  const found = await c.var.inScope((db) => findComplaint(db, id))
  return found?.id
}

const crumbsOf = (id: string, label: string) => [
  { href: '/reclamations', label: 'Réclamations' },
  { href: `/reclamations/${id}`, label: 'Réclamation' },
  { label },
]

const statusOf = ({ errors }: FormState): 200 | 422 => (Object.keys(errors).length > 0 ? 422 : 200)

async function codesPage(c: SpaceContext, form: FormState) {
  const id = await complaintIn(c)
  if (!id) return c.notFound()
  const codes = await c.var.inScope((db) => listCodes(db, id))
  return c.var.page(
    { title: 'Code de suivi', crumbs: crumbsOf(id, 'Code de suivi'), status: statusOf(form) },
    <CodeOfComplaintPage complaintId={id} codes={codes} form={form} />,
  )
}

async function changeCode(c: SpaceContext) {
  const id = await complaintIn(c)
  if (!id) return c.notFound()
  const read = await c.var.readForm(ChangeCode)
  if (!read.ok) return codesPage(c, read.form)
  const { keyring, now } = c.var
  const back = `/reclamations/${id}/code`
  let issued: FollowUpCode | undefined
  const done = await c.var.once(async (db) => {
    if (read.value.act === 'revoke') {
      const revoked = await revokeCode(db, id, now)
      return revoked.ok ? accept(back) : revoked
    }
    const code = await issueCode(db, keyring.secrets, id, now)
    if (!code.ok) return code
    issued = code.value
    return accept(back)
  })
  if (!done.ok) return codesPage(c, { ...read.form, errors: { '': CODE_REFUSALS[done.refusal.because] } })
  return issued ? newCodePage(c, id, issued) : c.redirect(done.value, 303)
}

async function newCodePage(c: SpaceContext, id: string, code: FollowUpCode) {
  const square = await qrSquare(addressOfCode(c.var.publicUrl, code, 'fr'))
  return c.var.page(
    { title: 'Le code à donner', crumbs: crumbsOf(id, 'Code de suivi') },
    <NewCodePage
      complaintId={id}
      code={code}
      address={new URL('/suivi', c.var.publicUrl).href}
      square={square}
    />,
  )
}

/** Printed from the page that shows the code, as long as it is the live one; nothing is kept of it. */
async function sendSlip(c: SpaceContext) {
  const id = await complaintIn(c)
  const read = await c.var.readForm(PrintSlip)
  const code = read.ok ? readFollowUpCode(read.value.code) : undefined
  if (!id || !read.ok || !code) return c.notFound()
  const { keyring, publicUrl } = c.var
  if (!(await c.var.inScope((db) => mayPrintSlip(db, keyring.secrets, id, code)))) return c.notFound()
  const pdf = await printSlip(publicUrl, code, read.value.language)
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="code-de-suivi.pdf"',
      'cache-control': 'no-store',
    },
  })
}

async function actsPage(c: SpaceContext, form: FormState) {
  const id = await complaintIn(c)
  if (!id) return c.notFound()
  const acts = actsByCode(await c.var.inScope((db) => readThread(db, id)), c.var.now)
  const title = 'Dit avec le code'
  return c.var.page(
    { title, crumbs: crumbsOf(id, title), status: statusOf(form) },
    <ActsByCodePage complaintId={id} acts={acts} form={form} />,
  )
}

async function undo(c: SpaceContext) {
  const id = await complaintIn(c)
  if (!id) return c.notFound()
  const read = await c.var.readForm(UndoAct)
  if (!read.ok) return c.notFound()
  const { now, today } = c.var
  const done = await c.var.once(async (db) => {
    const undone = await undoAct(db, id, read.value.event, { now, today })
    return undone.ok ? accept(`/reclamations/${id}/actes-par-code`) : undone
  })
  return done.ok
    ? c.redirect(done.value, 303)
    : actsPage(c, { ...read.form, errors: { '': undoRefusal(done.refusal) } })
}
