import * as v from 'valibot'
import { accept } from '../../kernel/result.ts'
import type { SpaceApp } from '../../ui/request.ts'
import { chooseDigest } from '../actions/choose-digest.ts'
import { refusesDigest } from '../store/digests.ts'
import { DigestPage } from '../views/digest-page.tsx'
import { COMPLAINTS_CRUMB } from '../../complaints/public.ts'

const PATH = '/reclamations/courriel'
const DigestForm = v.object({ recevoir: v.picklist(['oui', 'non']) })

/** The morning's letter, and how not to receive it. */
export function digestPage(app: SpaceApp): void {
  app.get(PATH, async (c) => {
    const refused = await c.var.inScope(refusesDigest)
    const crumbs = [COMPLAINTS_CRUMB, { label: 'Le courriel du matin' }]
    return c.var.page({ title: 'Le courriel du matin', crumbs }, <DigestPage refused={refused} />)
  })
  app.post(PATH, async (c) => {
    const read = await c.var.readForm(DigestForm)
    if (!read.ok) return c.redirect(PATH, 303)
    const done = await c.var.once(async (db) => {
      await chooseDigest(db, read.value.recevoir === 'oui', c.var.now)
      return accept(PATH)
    })
    return done.ok ? c.redirect(done.value, 303) : c.notFound()
  })
}
