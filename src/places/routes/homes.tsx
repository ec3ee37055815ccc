import { isIn } from '../../access/scope.ts'
import { isUuid } from '../../kernel/ids.ts'
import { accept, type Result } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import {
  MERGERS,
  mergeHomes,
  type MergeRefusal,
  undoMerge,
  type UndoRefusal,
} from '../actions/merge-homes.ts'
import { LabelForm, MergeForm } from '../forms.ts'
import { listBuildings, listStaircases, staircaseWord } from '../store/directory.ts'
import { type FoundHome, findHome, homesOfStaircases, relabelHome, seesHomes } from '../store/homes.ts'
import { mergersInto } from '../store/mergers.ts'
import { crumbsTo } from '../views/home-heading.tsx'
import { LabelPage } from '../views/label-page.tsx'
import { type DoneMerge, MergePage } from '../views/merge-page.tsx'
import { sayRefusal } from '../words.fr.ts'

const LABEL = '/lieux/logements/:id/libelle'
const MERGE = '/lieux/logements/:id/reunir'

/** What is done to a home itself; the page of a home, with who lives there, belongs to people. */
export function homeRoutes(app: SpaceApp): void {
  app.get(LABEL, (c) => labelPage(c, undefined, 200))
  app.post(LABEL, async (c) => {
    const id = c.req.param('id')
    if (!isUuid(id) || !seesHomes(c.var.actor)) return c.notFound()
    const read = await c.var.readForm(LabelForm)
    if (!read.ok) return labelPage(c, read.form, 422)
    const done = await c.var.once(async (db) => {
      await relabelHome(db, id, read.value.libelle)
      return accept(`/lieux/logements/${id}`)
    })
    return done.ok ? c.redirect(done.value, 303) : c.notFound()
  })

  app.get(MERGE, (c) => mergePage(c, c.var.startForm(), 200))
  app.post(MERGE, async (c) => {
    const id = c.req.param('id')
    if (!isUuid(id) || !mayMerge(c)) return c.notFound()
    const read = await c.var.readForm(MergeForm)
    if (!read.ok) return mergePage(c, read.form, 422)
    const { autre, defaire } = read.value
    const done = await c.var.once<MergeRefusal | UndoRefusal>(async (db) => {
      const { now } = c.var
      const result: Result<string, MergeRefusal | UndoRefusal> =
        defaire === ''
          ? await mergeHomes(db, { keptId: id, mergedId: autre, now })
          : await undoMerge(db, { mergerId: defaire, keptId: id, now })
      return result.ok ? accept(`/lieux/logements/${id}/reunir`) : result
    })
    if (done.ok) return c.redirect(done.value, 303)
    return mergePage(c, { ...read.form, errors: { autre: sayRefusal(done.refusal) } }, 422)
  })
}

const mayMerge = (c: SpaceContext): boolean => seesHomes(c.var.actor) && isIn(c.var.actor, ...MERGERS)

/** A home of this space, or nothing; one that was merged leads to the one that was kept. */
async function openHome(c: SpaceContext): Promise<{ found: FoundHome; word: string } | Response> {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id) || !seesHomes(c.var.actor)) return c.notFound()
  const [found, word] = await c.var.inScope(
    async (db) => [await findHome(db, id), await staircaseWord(db)] as const,
  )
  if (!found) return c.notFound()
  return found.mergedInto === null ? { found, word } : c.redirect(`/lieux/logements/${found.mergedInto}`, 303)
}

async function labelPage(c: SpaceContext, form: FormState | undefined, status: 200 | 422) {
  const open = await openHome(c)
  if (open instanceof Response) return open
  const { found, word } = open
  const shown = form ?? c.var.startForm({ libelle: found.home.label })
  const crumbs = [...crumbsTo(found, word), { label: 'Libellé' }]
  return c.var.page({ title: 'Libellé du logement', status, crumbs }, <LabelPage {...open} form={shown} />)
}

async function mergePage(c: SpaceContext, form: FormState, status: 200 | 422) {
  if (!mayMerge(c)) return c.notFound()
  const open = await openHome(c)
  if (open instanceof Response) return open
  const { found, word } = open
  const around = await c.var.inScope(async (db) => {
    const buildings = await listBuildings(db, [found.estate.id])
    const staircases = await listStaircases(
      db,
      buildings.filter((b) => b.id === found.building.id).map((b) => b.id),
    )
    const homes = await homesOfStaircases(
      db,
      staircases.map((s) => s.id),
    )
    const merges: DoneMerge[] = []
    for (const merger of await mergersInto(db, found.home.id)) {
      const merged = await findHome(db, merger.mergedId)
      merges.push({ id: merger.id, label: merged?.home.label ?? '', at: merger.mergedAt })
    }
    return { staircases, others: homes.filter((home) => home.id !== found.home.id), merges }
  })
  const crumbs = [...crumbsTo(found, word), { label: 'Réunir' }]
  return c.var.page(
    { title: 'Réunir deux logements', status, crumbs },
    <MergePage {...open} {...around} form={form} />,
  )
}
