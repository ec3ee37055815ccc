import { CONTENTS } from '../../access/grant.ts'
import { type Actor, isIn } from '../../access/scope.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { accept } from '../../kernel/result.ts'
import { describes, type EstateWanted, openEstate } from '../actions/add-places.ts'
import { EstateForm } from '../forms.ts'
import {
  findEstate,
  listBuildings,
  listCommunes,
  listEstates,
  listLandlords,
  listStaircases,
  staircaseWord,
} from '../store/directory.ts'
import { countHomes, seesHomes } from '../store/homes.ts'
import { countPlaces } from '../store/place-counts.ts'
import { searchPlaces } from '../store/search.ts'
import { EstateFormPage } from '../views/estate-form.tsx'
import { EstatePage } from '../views/estate-page.tsx'
import { PlacesPage } from '../views/places-page.tsx'
import { sayRefusal } from '../words.fr.ts'

const followsWaits = (actor: Actor): boolean => actor.kind === 'union' && isIn(actor, ...CONTENTS.union)

const LIEUX = { href: '/lieux', label: 'Lieux' }

export function estateRoutes(app: SpaceApp): void {
  app.get('/lieux', placesPage)

  app.get('/lieux/residences/nouvelle', (c) =>
    describes(c.var.actor) ? estateForm(c, c.var.startForm(), 200) : c.notFound(),
  )
  app.post('/lieux/residences/nouvelle', async (c) => {
    if (!describes(c.var.actor)) return c.notFound()
    const read = await c.var.readForm(EstateForm)
    if (!read.ok) return estateForm(c, read.form, 422)
    const f = read.value
    const wanted: EstateWanted = {
      name: f.nom,
      landlord: f.bailleur === '' ? { name: f.nouveau_bailleur } : { id: f.bailleur },
      commune:
        f.commune === ''
          ? { code: f.code_insee, name: f.nouvelle_commune, postcode: f.code_postal }
          : { code: f.commune },
    }
    const done = await c.var.once(async (db) => {
      const estate = await openEstate(db, wanted, c.var.now)
      return estate.ok ? accept(`/lieux/residences/${estate.value.id}`) : estate
    })
    if (done.ok) return c.redirect(done.value, 303)
    return estateForm(c, { ...read.form, errors: { '': sayRefusal(done.refusal) } }, 422)
  })

  app.get('/lieux/residences/:id', estatePage)
}

async function placesPage(c: SpaceContext) {
  const { actor } = c.var
  const words = (c.req.query('mot') ?? '').slice(0, 200)
  const page = await c.var.inScope(async (db) => {
    const [estates, counts] = [await listEstates(db), await countPlaces(db)]
    const homes = seesHomes(actor) ? await countHomes(db) : undefined
    return {
      estates: estates.map((estate) => {
        const own = counts.get(estate.id)
        const known = own?.staircaseIds.reduce((sum, id) => sum + (homes?.get(id) ?? 0), 0) ?? 0
        return {
          ...estate,
          buildings: own?.buildings ?? 0,
          staircases: own?.staircaseIds.length ?? 0,
          homes: homes && known,
        }
      }),
      found: words.trim() === '' ? undefined : await searchPlaces(db, words),
      staircaseWord: await staircaseWord(db),
    }
  })
  const acts = [
    ...(describes(actor)
      ? [
          { href: '/lieux/residences/nouvelle', label: 'Ajouter une résidence' },
          { href: '/lieux/importer', label: 'Importer des logements' },
        ]
      : []),
    ...(actor.kind === 'union' && isIn(actor, 'officer')
      ? [{ href: '/lieux/decompte', label: 'Partager un décompte' }]
      : []),
  ]
  return c.var.page({ title: 'Lieux' }, <PlacesPage {...page} words={words} acts={acts} />)
}

async function estateForm(c: SpaceContext, form: FormState, status: 200 | 422) {
  const lists = await c.var.inScope(async (db) => ({
    landlords: await listLandlords(db),
    communes: await listCommunes(db),
  }))
  const mayAddLandlord = isIn(c.var.actor, 'organiser', 'officer')
  return c.var.page(
    { title: 'Ajouter une résidence', status, crumbs: [LIEUX, { label: 'Ajouter une résidence' }] },
    <EstateFormPage form={form} {...lists} mayAddLandlord={mayAddLandlord} />,
  )
}

async function estatePage(c: SpaceContext) {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const { actor } = c.var
  const found = await c.var.inScope(async (db) => {
    const estate = await findEstate(db, id)
    if (!estate) return undefined
    const buildings = await listBuildings(db, [id])
    const staircases = await listStaircases(
      db,
      buildings.map((b) => b.id),
    )
    const homes = seesHomes(actor) ? await countHomes(db) : undefined
    return { estate, buildings, staircases, homes, word: await staircaseWord(db) }
  })
  if (!found) return c.notFound()
  return c.var.page(
    { title: found.estate.name, crumbs: [LIEUX, { label: found.estate.name }] },
    <EstatePage {...found} describes={describes(actor)} followsWaits={followsWaits(actor)} />,
  )
}
