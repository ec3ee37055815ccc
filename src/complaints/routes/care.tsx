import { isIn } from '../../access/scope.ts'
import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { entrust } from '../actions/entrust.ts'
import { careForm } from '../forms.ts'
import { listColleagues } from '../store/colleagues.ts'
import { findComplaint, type PlacedComplaint } from '../store/complaints.ts'
import { CarePage } from '../views/care-page.tsx'
import { sayProblem } from '../views/thread-words.fr.ts'
import { REFUSALS } from '../words.fr.ts'
import { COMPLAINTS_CRUMB, idIn } from './doorstep.ts'

const PATH = '/reclamations/:id{[0-9a-f-]{36}}/suivi-interne'

export function carePages(app: SpaceApp): void {
  app.get(PATH, async (c) => {
    const complaint = await find(c)
    return complaint ? carePage(c, complaint, c.var.startForm(valuesOf(complaint))) : c.notFound()
  })
  app.post(PATH, write)
}

const find = (c: SpaceContext): Promise<PlacedComplaint | undefined> =>
  c.var.inScope(async (db) => (idIn(c) ? findComplaint(db, idIn(c)) : undefined))

const valuesOf = ({ assignedTo, followUpOn, version }: PlacedComplaint) => ({
  assigned_to: assignedTo ?? '',
  follow_up_on: followUpOn ?? '',
  version: String(version),
})

async function carePage(c: SpaceContext, complaint: PlacedComplaint, form: FormState, meanwhile = false) {
  const colleagues = await c.var.inScope(listColleagues)
  const back = { href: `/reclamations/${complaint.id}`, label: sayProblem(complaint) }
  const status = meanwhile ? 409 : Object.keys(form.errors).length > 0 ? 422 : 200
  return c.var.page(
    {
      title: 'Qui suit, et quand relancer',
      crumbs: [COMPLAINTS_CRUMB, back, { label: 'Qui suit' }],
      status,
    },
    <CarePage
      form={form}
      complaint={complaint}
      colleagues={colleagues}
      meanwhile={meanwhile}
      mayErase={isIn(c.var.actor, 'officer')}
    />,
  )
}

async function write(c: SpaceContext) {
  const complaint = await find(c)
  if (!complaint) return c.notFound()
  const read = await c.var.readForm(careForm(c.var.today, complaint.followUpOn))
  if (!read.ok) return carePage(c, complaint, read.form)
  const { id } = complaint
  const { version, assigned_to: assignedTo, follow_up_on: followUpOn } = read.value
  const care = { ...(assignedTo && { assignedTo }), ...(followUpOn && { followUpOn }) }
  const done = await c.var.once(async (db) => {
    const written = await entrust(db, { id, version }, care)
    return written.ok ? accept(`/reclamations/${id}#suivi`) : written
  })
  if (done.ok) return c.redirect(done.value, 303)
  const { refusal } = done
  if (refusal.because === 'no_such_complaint') return c.notFound()
  if (refusal.because !== 'written_meanwhile')
    return carePage(c, complaint, { ...read.form, errors: { assigned_to: REFUSALS[refusal.because] } })
  const values = { ...read.form.values, version: String(refusal.current.version) } // sending again now replaces what was just shown
  return carePage(c, refusal.current, { values, errors: { '': REFUSALS.written_meanwhile } }, true)
}
