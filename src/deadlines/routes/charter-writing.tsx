import type { ScopedDb } from '../../access/scope.ts'
import { isUuid } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { addCharterRule, changeCharterRule, closeCharterRule } from '../actions/charter.ts'
import { type CharterEntry, stopsOf } from '../domain/charter.ts'
import { charterForm, CloseForm, type TypedPromise } from '../forms.ts'
import { type CharterRow, findCharterRow } from '../store/charter-rows.ts'
import { listFamilyLabels, listLandlords } from '../store/directory.ts'
import { CharterFormPage } from '../views/charter-form-page.tsx'
import { CharterClosePage } from '../views/charter-rule-page.tsx'
import { type CharterBecause, sayCharterRefusal } from '../words.fr.ts'

export const CRUMBS = [
  { href: '/delais', label: 'Délais' },
  { href: '/chartes', label: 'Chartes' },
]
/** The forms that write a charter, once it is known that this circle may. */
export function charterWritingRoutes(app: SpaceApp): void {
  app.get('/chartes/nouvelle', (c) => formPage(c, c.var.startForm(STARTING), undefined))
  app.post('/chartes/nouvelle', (c) => writePromise(c, undefined))
  app.get('/chartes/:id/modifier', async (c) => {
    const row = await rowIn(c)
    return row ? formPage(c, c.var.startForm(valuesOf(row)), row) : c.notFound()
  })
  app.post('/chartes/:id/modifier', async (c) => {
    const row = await rowIn(c)
    return row ? writePromise(c, row) : c.notFound()
  })
  app.get('/chartes/:id/fermer', async (c) => {
    const row = await rowIn(c)
    return row ? closePage(c, row, c.var.startForm({ dernier_jour: c.var.today })) : c.notFound()
  })
  app.post('/chartes/:id/fermer', closeRule)
}

const STARTING = { unite: 'working_days', depart: 'told', arret: 'repaired' }

export async function rowIn(c: SpaceContext): Promise<CharterRow | undefined> {
  const id = c.req.param('id') ?? ''
  return isUuid(id) ? c.var.inScope((db) => findCharterRow(db, id)) : undefined
}

async function formPage(
  c: SpaceContext,
  form: FormState,
  former: CharterRow | undefined,
  status: 200 | 422 = 200,
) {
  const families = await listFamilyLabels(c.var.keyring)
  const asksWhose = c.var.actor.kind === 'union' && former === undefined
  const landlords = asksWhose ? await listLandlords(c.var.keyring) : undefined
  const title = former === undefined ? 'Ajouter un engagement' : 'Changer un engagement'
  return c.var.page(
    { title, crumbs: [...CRUMBS, { label: title }], status },
    <CharterFormPage form={form} families={families} landlords={landlords} former={former} />,
  )
}

async function writePromise(c: SpaceContext, former: CharterRow | undefined) {
  const read = await c.var.readForm(charterForm(c.var.today))
  if (!read.ok) return formPage(c, read.form, former, 422)
  const entry = entryOf(read.value)
  const unknown = await whatIsUnknown(c, read.value, former)
  if (unknown) return formPage(c, refused(read.form, unknown.because, unknown.field), former, 422)
  const done = await c.var.once((db) => write(db, read.value.bailleur, entry, former, c.var.now))
  if (done.ok) return c.redirect(done.value, 303)
  return formPage(c, refused(read.form, done.refusal.because), former, 422)
}

async function write(
  db: ScopedDb,
  institutionId: string,
  entry: CharterEntry,
  former: CharterRow | undefined,
  now: Date,
): Promise<Result<string, { readonly because: CharterBecause }>> {
  const done = former
    ? await changeCharterRule(db, former.id, entry, now)
    : await addCharterRule(db, institutionId, entry, now)
  return done.ok ? accept(`/chartes/${done.value}`) : refuse({ because: done.refusal.because })
}

/** What was sent names a landlord and a family of the lists, or the form comes back. */
async function whatIsUnknown(
  c: SpaceContext,
  typed: TypedPromise,
  former: CharterRow | undefined,
): Promise<{ because: CharterBecause; field: string } | undefined> {
  const families = await listFamilyLabels(c.var.keyring)
  if (typed.famille !== '' && !families.some(({ code }) => code === typed.famille))
    return { because: 'unknown_family', field: 'famille' }
  if (former || c.var.actor.kind === 'desk') return undefined
  const landlords = await listLandlords(c.var.keyring)
  return landlords.some(({ id }) => id === typed.bailleur)
    ? undefined
    : { because: 'unknown_landlord', field: 'bailleur' }
}

const refused = (form: FormState, because: CharterBecause, field = ''): FormState => ({
  values: form.values,
  errors: { ...form.errors, [field]: sayCharterRefusal(because) },
})

const entryOf = (typed: TypedPromise): CharterEntry => ({
  title: typed.intitule,
  startsOn: typed.depart,
  stopsOn: stopsOf(typed.arret),
  length: typed.longueur,
  unit: typed.unite,
  families: typed.famille === '' ? [] : [typed.famille],
  source: {
    title: typed.source_titre,
    page: typed.source_page,
    on: typed.source_date,
    href: typed.source_lien,
  },
  note: typed.note,
  validFrom: typed.valable_du,
  validUntil: typed.valable_au,
})

const valuesOf = (row: CharterRow): Record<string, string> => ({
  intitule: row.title,
  depart: row.startsOn,
  arret: row.stopsOn[0] ?? 'repaired',
  longueur: String(row.length),
  unite: row.unit,
  famille: row.families[0] ?? '',
  source_titre: row.source.title,
  source_page: row.source.page,
  source_date: row.source.on,
  source_lien: row.source.href,
  note: row.note,
})

const closePage = (c: SpaceContext, row: CharterRow, form: FormState, status: 200 | 422 = 200) =>
  c.var.page(
    { title: `Fermer ${row.title}`, crumbs: [...CRUMBS, { label: 'Fermer' }], status },
    <CharterClosePage row={row} form={form} />,
  )

async function closeRule(c: SpaceContext) {
  const row = await rowIn(c)
  if (!row) return c.notFound()
  const read = await c.var.readForm(CloseForm)
  if (!read.ok) return closePage(c, row, read.form, 422)
  const done = await c.var.once(async (db) => {
    const closed = await closeCharterRule(db, row.id, read.value.dernier_jour)
    return closed.ok ? accept(`/chartes/${row.id}`) : closed
  })
  return done.ok
    ? c.redirect(done.value, 303)
    : closePage(c, row, refused(read.form, done.refusal.because), 422)
}
