import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { describes } from '../actions/add-places.ts'
import { type Imported, importHomes, readTable } from '../actions/import-homes.ts'
import { writeTable } from '../domain/csv-text.ts'
import { REASON_COLUMN } from '../domain/homes-csv-columns.fr.ts'
import { ImportForm, RejectsForm } from '../forms.ts'
import { findEstate, listEstates } from '../store/directory.ts'
import { ImportedPage, ImportPage } from '../views/import-page.tsx'
import { sayRefusal, sayReject, sayTableRefusal } from '../words.fr.ts'

const PATH = '/lieux/importer'

export function importRoutes(app: SpaceApp): void {
  app.get(PATH, (c) => importPage(c, c.var.startForm({ residence: c.req.query('residence') ?? '' }), 200))
  app.post(PATH, async (c) => {
    if (!describes(c.var.actor)) return c.notFound()
    const read = await c.var.readForm(ImportForm)
    if (!read.ok) return importPage(c, read.form, 422)
    const { fichier, residence } = read.value
    const table = readTable(new Uint8Array(await fichier.arrayBuffer()), residence !== '')
    if (!table.ok) return importPage(c, wrong(read.form, 'fichier', sayTableRefusal(table.refusal)), 422)
    let imported: Imported | undefined
    const done = await c.var.once(async (db) => {
      const given = residence === '' ? undefined : await findEstate(db, residence)
      if (residence !== '' && !given) return { ok: false, refusal: { because: 'unknown_estate' } as const }
      imported = await importHomes(db, table.value, { given, now: c.var.now })
      return accept('/lieux')
    })
    if (!done.ok) return importPage(c, wrong(read.form, 'residence', sayRefusal(done.refusal)), 422)
    // The same sending a second time: it was done already, and what it left out is not kept.
    if (!imported) return c.redirect(done.value, 303)
    return c.var.page({ title: 'Import terminé', crumbs: CRUMBS }, <ImportedPage done={imported} />)
  })

  app.post(`${PATH}/rejets`, async (c) => {
    if (!describes(c.var.actor)) return c.notFound()
    const read = await c.var.readForm(RejectsForm)
    if (!read.ok) return c.notFound()
    const { header, rejects } = read.value.rejets
    const wide = header.filter((name) => name !== REASON_COLUMN)
    const rows = rejects.map((reject) => [
      ...wide.map((name) => reject.cells[header.indexOf(name)] ?? ''),
      sayReject(reject),
    ])
    return c.body(writeTable([[...wide, REASON_COLUMN], ...rows]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="rejets.csv"',
      'cache-control': 'no-store',
    })
  })
}

const CRUMBS = [{ href: '/lieux', label: 'Lieux' }, { label: 'Importer des logements' }]

const wrong = (form: FormState, field: string, sentence: string): FormState => ({
  ...form,
  errors: { [field]: sentence },
})

async function importPage(c: SpaceContext, form: FormState, status: 200 | 422) {
  if (!describes(c.var.actor)) return c.notFound()
  const estates = await c.var.inScope(listEstates)
  return c.var.page(
    { title: 'Importer des logements', status, crumbs: CRUMBS },
    <ImportPage form={form} estates={estates} />,
  )
}
