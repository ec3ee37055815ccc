import { sayProblem } from '../../complaints/public.ts'
import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { prefill } from '../actions/prefill-letter.ts'
import { factsOf, type Material, prepareLetter, readMaterial, toCheckIn } from '../actions/prepare-letter.ts'
import { LETTER_KINDS, type LetterKind } from '../domain/letter-facts.ts'
import type { Letter } from '../domain/letter.ts'
import { writeLetter } from '../domain/write-letter.fr.ts'
import { letterForm } from '../forms.ts'
import { lettersOf } from '../store.ts'
import { LettersPage } from '../views/letters-page.tsx'
import { WriteLetterPage } from '../views/write-letter-page.tsx'
import { KIND_WORDS, sayRefusal } from '../words.fr.ts'
import { crumbsOf, idIn, onlyFollowers } from './doorstep.ts'

const PATH = '/reclamations/:id{[0-9a-f-]{36}}/lettres'

export function writingPages(app: SpaceApp): void {
  app.use(PATH, onlyFollowers)
  app.use(`${PATH}/:slug`, onlyFollowers)
  app.get(PATH, showLetters)
  app.get(`${PATH}/:slug`, startLetter)
  app.post(`${PATH}/:slug`, sendLetterForm)
}

const kindIn = (c: SpaceContext): LetterKind | undefined =>
  LETTER_KINDS.find((kind) => KIND_WORDS[kind].slug === c.req.param('slug'))

async function showLetters(c: SpaceContext) {
  const id = idIn(c)
  const read = await c.var.inScope(async (db) => {
    const material = id ? await readMaterial(db, id, c.var.today) : undefined
    return material && { complaint: material.complaint, letters: await lettersOf(db, id) }
  })
  if (!read) return c.notFound()
  return c.var.page(
    { title: 'Lettres', crumbs: crumbsOf(read.complaint, { label: 'Lettres' }) },
    <LettersPage complaintId={id} problem={sayProblem(read.complaint)} letters={read.letters} />,
  )
}

async function startLetter(c: SpaceContext) {
  const [id, kind] = [idIn(c), kindIn(c)]
  if (!id || !kind) return c.notFound()
  const read = await c.var.inScope(async (db) => {
    const material = await readMaterial(db, id, c.var.today)
    return material && { material, known: await prefill(db, kind, material) }
  })
  if (!read) return c.notFound()
  return writingPage(c, kind, read.material, c.var.startForm(read.known))
}

function writingPage(
  c: SpaceContext,
  kind: LetterKind,
  material: Material,
  form: FormState,
  preview?: Letter,
) {
  const { id } = material.complaint
  const { name } = KIND_WORDS[kind]
  const status = Object.keys(form.errors).length > 0 ? 422 : 200
  const letters = { href: `/reclamations/${id}/lettres`, label: 'Lettres' }
  return c.var.page(
    { title: name, crumbs: crumbsOf(material.complaint, letters, { label: name }), status },
    <WriteLetterPage
      kind={kind}
      complaintId={id}
      form={form}
      toCheck={toCheckIn(material)}
      preview={preview}
    />,
  )
}

async function sendLetterForm(c: SpaceContext) {
  const [id, kind] = [idIn(c), kindIn(c)]
  const material = id ? await c.var.inScope((db) => readMaterial(db, id, c.var.today)) : undefined
  if (!kind || !material) return c.notFound()
  const read = await c.var.readForm(letterForm(c.var.today))
  if (!read.ok) return writingPage(c, kind, material, read.form)
  if (read.value.act === 'preview') {
    const letter = writeLetter(kind, factsOf(material, read.value, c.var.today))
    return writingPage(c, kind, material, read.form, letter)
  }
  const done = await c.var.once(async (db) => {
    const prepared = await prepareLetter(db, { kind, complaintId: id, fields: read.value }, c.var)
    return prepared.ok ? accept(`/lettres/${prepared.value}`) : prepared
  })
  if (done.ok) return c.redirect(done.value, 303)
  return writingPage(c, kind, material, { ...read.form, errors: { '': sayRefusal(done.refusal) } })
}
