import { noteLine } from '../../access/scope.ts'
import { findComplaint, type PlacedComplaint, readFiles } from '../../complaints/public.ts'
import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { letterDocx, letterPdf } from '../actions/letter-files.ts'
import { recordSending } from '../actions/send-letter.ts'
import type { Letter } from '../domain/letter.ts'
import { sendingForm } from '../forms.ts'
import { findLetter, type KeptLetter } from '../store.ts'
import { LetterPage } from '../views/letter-page.tsx'
import { KIND_WORDS, sayRefusal } from '../words.fr.ts'
import { crumbsOf, fileAnswer, idIn, onlyFollowers } from './doorstep.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export function letterPages(app: SpaceApp): void {
  app.use('/lettres/:id', onlyFollowers)
  app.use('/lettres/:id/*', onlyFollowers)
  app.get('/lettres/:id', async (c) => {
    const opened = await openedIn(c)
    if (!opened) return c.notFound()
    return letterPage(c, opened, c.var.startForm({ sent_on: c.var.today, sent_how: 'registered_letter' }))
  })
  app.post('/lettres/:id', noteSending)
  app.get('/lettres/:id/pdf', (c) => letterFile(c, letterPdf, 'application/pdf', 'pdf'))
  app.get('/lettres/:id/docx', (c) => letterFile(c, letterDocx, DOCX, 'docx'))
}

type Opened = { readonly kept: KeptLetter; readonly complaint: PlacedComplaint }

async function openedIn(c: SpaceContext): Promise<Opened | undefined> {
  const id = idIn(c)
  if (!id) return undefined
  return c.var.inScope(async (db) => {
    const kept = await findLetter(db, id)
    const complaint = kept && (await findComplaint(db, kept.complaintId))
    if (!complaint) return undefined
    await noteLine(db, 'read', 'letter', id) // it holds a name, an address and somebody's words
    return { kept, complaint }
  })
}

function letterPage(c: SpaceContext, { kept, complaint }: Opened, form: FormState) {
  const { name } = KIND_WORDS[kept.kind]
  const letters = { href: `/reclamations/${kept.complaintId}/lettres`, label: 'Lettres' }
  const status = Object.keys(form.errors).length > 0 ? 422 : 200
  return c.var.page(
    { title: name, crumbs: crumbsOf(complaint, letters, { label: name }), status },
    <LetterPage kept={kept} form={form} />,
  )
}

async function noteSending(c: SpaceContext) {
  const opened = await openedIn(c)
  if (!opened) return c.notFound()
  const { kept } = opened
  const read = await c.var.readForm(sendingForm(c.var.today))
  if (!read.ok) return letterPage(c, opened, read.form)
  const proof = await readFiles(c, read.form)
  if (!proof.ok) return letterPage(c, opened, proof.form)
  const sent = { on: read.value.sent_on, how: read.value.sent_how, proof }
  const { now, today, keyring } = c.var
  const done = await c.var.once(async (db) => {
    const recorded = await recordSending(db, kept.id, sent, { now, today, secrets: keyring.secrets })
    return recorded.ok ? accept(`/lettres/${kept.id}`) : recorded
  })
  if (done.ok) return c.redirect(done.value, 303)
  return letterPage(c, opened, { ...read.form, errors: { '': sayRefusal(done.refusal) } })
}

async function letterFile(
  c: SpaceContext,
  make: (letter: Letter) => Promise<Uint8Array>,
  type: string,
  ending: string,
) {
  const opened = await openedIn(c)
  if (!opened) return c.notFound()
  const { kept } = opened
  return fileAnswer(await make(kept.letter), type, `palier-${KIND_WORDS[kept.kind].slug}.${ending}`)
}
