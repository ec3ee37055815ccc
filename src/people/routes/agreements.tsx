import { accept } from '../../kernel/result.ts'
import { deBefore } from '../../ui/format.fr.ts'
import type { SpaceApp } from '../../ui/request.ts'
import { giveConsent, withdrawConsent } from '../actions/agree.ts'
import { AgreementForm } from '../forms.ts'
import { consentsOf } from '../store/consents.ts'
import { filesOf, findPerson } from '../store/people.ts'
import { AgreementsPage } from '../views/agreements.tsx'
import { idIn } from './doorstep.ts'
import { PEOPLE_CRUMB } from './people.tsx'

export function agreementPages(app: SpaceApp): void {
  app.get('/personnes/:id/accords', async (c) => {
    const read = await c.var.inScope(async (db) => {
      const files = idIn(c) ? await filesOf(db, idIn(c)) : []
      return {
        person: files[0],
        consents: files[0]
          ? await consentsOf(
              db,
              files.map((f) => f.id),
            )
          : [],
      }
    })
    if (!read.person) return c.notFound()
    const { id, name } = read.person
    const crumbs = [PEOPLE_CRUMB, { href: `/personnes/${id}`, label: name }, { label: 'Accords' }]
    return c.var.page(
      { title: `Les accords ${deBefore(name)}${name}`, crumbs },
      <AgreementsPage name={name} personId={id} consents={read.consents} />,
    )
  })
  app.post('/personnes/:id/accords', async (c) => {
    const id = idIn(c)
    const person = id ? await c.var.inScope((db) => findPerson(db, id)) : undefined
    const read = await c.var.readForm(AgreementForm)
    if (!person || !read.ok) return c.notFound()
    const { purpose, act } = read.value
    const done = await c.var.once(async (db) => {
      if (act === 'give') await giveConsent(db, id, purpose, c.var)
      else await withdrawConsent(db, id, purpose, c.var)
      return accept(`/personnes/${id}#accords`)
    })
    return done.ok ? c.redirect(done.value, 303) : c.notFound()
  })
}
