import type { SpaceApp } from '../../ui/request.ts'
import { typesetPdf } from '../../documents/press.ts'
import { readDossierFacts } from '../actions/read-dossier.ts'
import { writeDossier } from '../domain/write-dossier.fr.ts'
import { fileAnswer, idIn, onlyFollowers } from './doorstep.ts'

const PATH = '/reclamations/:id{[0-9a-f-]{36}}/dossier'

/** Everything that is held on one complaint today, to print. */
export function dossierPage(app: SpaceApp): void {
  app.use(PATH, onlyFollowers)
  app.get(PATH, async (c) => {
    const id = idIn(c)
    const facts = id ? await c.var.inScope((db) => readDossierFacts(db, id, c.var.today)) : undefined
    if (!facts) return c.notFound()
    const pdf = await typesetPdf('dossier', writeDossier(facts))
    return fileAnswer(pdf, 'application/pdf', `palier-dossier-${c.var.today}.pdf`)
  })
}
