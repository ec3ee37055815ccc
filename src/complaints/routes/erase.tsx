import { isIn } from '../../access/scope.ts'
import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { eraseComplaint } from '../actions/erase-complaint.ts'
import { findComplaint } from '../store/complaints.ts'
import { EraseComplaintForm, EraseComplaintPage } from '../views/erase-complaint-page.tsx'
import { sayPlace } from '../views/place-words.fr.ts'
import { sayProblem } from '../views/thread-words.fr.ts'
import { COMPLAINTS_CRUMB, idIn } from './doorstep.ts'

const PATH = '/reclamations/:id{[0-9a-f-]{36}}/effacer'

/** An officer erases what a household asked to have erased; for the others the page is not there. */
export function erasePages(app: SpaceApp): void {
  app.get(PATH, (c) => erasePage(c, c.var.startForm()))
  app.post(PATH, erase)
}

const find = (c: SpaceContext) =>
  c.var.inScope(async (db) =>
    idIn(c) && isIn(c.var.actor, 'officer') ? findComplaint(db, idIn(c)) : undefined,
  )

async function erasePage(c: SpaceContext, form: FormState) {
  const complaint = await find(c)
  if (!complaint) return c.notFound()
  const title = 'Effacer cette réclamation'
  const back = { href: `/reclamations/${complaint.id}`, label: sayProblem(complaint) }
  return c.var.page(
    {
      title,
      crumbs: [COMPLAINTS_CRUMB, back, { label: 'Effacer' }],
      status: Object.keys(form.errors).length > 0 ? 422 : 200,
    },
    <EraseComplaintPage
      form={form}
      complaintId={complaint.id}
      about={`${sayProblem(complaint)}, ${sayPlace(complaint)}`}
      personId={complaint.personId}
    />,
  )
}

async function erase(c: SpaceContext) {
  const read = await c.var.readForm(EraseComplaintForm)
  const complaint = await find(c)
  if (!complaint) return c.notFound()
  if (!read.ok) return erasePage(c, read.form)
  const done = await c.var.once(async (db) => {
    const erased = await eraseComplaint(db, complaint.id)
    return erased.ok ? accept('/reclamations') : erased
  })
  if (done.ok) return c.redirect(done.value, 303)
  if (done.refusal.because !== 'somebodys') return c.notFound()
  return erasePage(c, {
    ...read.form,
    errors: { '': 'Elle est dans la fiche de quelqu’un\u202f: effacez la personne.' },
  })
}
