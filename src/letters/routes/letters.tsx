import { noteLine } from '../../access/scope.ts'
import { readFiles } from '../../complaints/public.ts'
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
    const kept = await keptIn(c)
    if (!kept) return c.notFound()
    return letterPage(c, kept, c.var.startForm({ sent_on: c.var.today, sent_how: 'registered_letter' }))
  })
  app.post('/lettres/:id', noteSending)
  app.get('/lettres/:id/pdf', (c) => letterFile(c, letterPdf, 'application/pdf', 'pdf'))
  app.get('/lettres/:id/docx', (c) => letterFile(c, letterDocx, DOCX, 'docx'))
}

async function keptIn(c: SpaceContext): Promise<KeptLetter | undefined> {
  const id = idIn(c)
  if (!id) return undefined
  return c.var.inScope(async (db) => {
    const kept = await findLetter(db, id)
    if (kept) await noteLine(db, 'read', 'letter', id) // it holds a name, an address and somebody's words
    return kept
  })
}

function letterPage(c: SpaceContext, kept: KeptLetter, form: FormState) {
  const { name } = KIND_WORDS[kept.kind]
  const letters = { href: `/reclamations/${kept.complaintId}/lettres`, label: 'Lettres' }
  const status = Object.keys(form.errors).length > 0 ? 422 : 200
  return c.var.page(
    { title: name, crumbs: crumbsOf(kept.complaintId, letters, { label: name }), status },
    <LetterPage kept={kept} form={form} />,
  )
}

async function noteSending(c: SpaceContext) {
  const kept = await keptIn(c)
  if (!kept) return c.notFound()
  const read = await c.var.readForm(sendingForm(c.var.today))
  if (!read.ok) return letterPage(c, kept, read.form)
  const proof = await readFiles(c, read.form)
  if (!proof.ok) return letterPage(c, kept, proof.form)
  const sent = { on: read.value.sent_on, how: read.value.sent_how, proof }
  const { now, today, keyring } = c.var
  const done = await c.var.once(async (db) => {
    const recorded = await recordSending(db, kept.id, sent, { now, today, secrets: keyring.secrets })
    return recorded.ok ? accept(`/lettres/${kept.id}`) : recorded
  })
  if (done.ok) return c.redirect(done.value, 303)
  return letterPage(c, kept, { ...read.form, errors: { '': sayRefusal(done.refusal) } })
}

async function letterFile(
  c: SpaceContext,
  make: (letter: Letter) => Promise<Uint8Array>,
  type: string,
  ending: string,
) {
  const kept = await keptIn(c)
  if (!kept) return c.notFound()
  return fileAnswer(await make(kept.letter), type, `palier-${KIND_WORDS[kept.kind].slug}.${ending}`)
}
