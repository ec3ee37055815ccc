import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import {
  type App,
  as,
  type Browser,
  makeMember,
  makeSpace,
  type MadeSpace,
  testApp,
} from '../../../tools/testing/people.ts'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'

let t: TestDatabase
let app: App
let union: MadeSpace
let ines: Browser
let estateId = ''

const SENTENCE =
  'bâtiment C, 3 entrées, R+8, 4 portes par palier: gauche, milieu gauche, milieu droite, droite'

async function newEstate(name: string): Promise<string> {
  const form = {
    nom: name,
    nouveau_bailleur: 'Habitat des Coteaux',
    nouvelle_commune: 'Valmont',
    code_insee: '99001',
    code_postal: '99100',
  }
  const page = await ines.post('/lieux/residences/nouvelle', form)
  return page.location?.split('/').at(-1) ?? ''
}
const countHomes = async (spaceId = union.spaceId): Promise<number> => {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int n from union_space.home where space_id = ${spaceId}`.execute(t.owner)
  return rows[0]?.n ?? 0
}
/** The addresses of links on a page, in order. */
const linksTo = (html: string, prefix: string): string[] =>
  [...html.matchAll(/href="([^"#]+)"/g)]
    .map(([, href = '']) => href)
    .filter((href) => href.startsWith(prefix))

beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t)
  union = await makeSpace(t, 'union', 'Union des Tilleuls')
  ines = await as(t, app, await makeMember(t, union, 'Inès', 'organiser'))
  estateId = await newEstate('Les Tilleuls')
})
afterAll(() => t.stop())

describe('an organiser describes a building in one sentence', () => {
  const path = () => `/lieux/residences/${estateId}/saisie-rapide`

  it('shows what was understood, and writes nothing yet', async () => {
    const shown = await ines.post(path(), { description: SENTENCE, etape: 'lire' })
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Cela fait 108\u00a0logements')
    expect(shown.text).toContain('gauche, milieu gauche, milieu droite, droite')
    expect(await countHomes()).toBe(0)
  })

  it('writes 108 homes, and the same form sent twice writes them once', async () => {
    const shown = await ines.post(path(), { description: SENTENCE, etape: 'lire' })
    const token =
      /name="form_token" value="([^"]*)"/.exec(shown.html.slice(shown.html.indexOf('Confirmer')))?.[1] ?? ''
    const form = { form_token: token, description: SENTENCE, etape: 'ecrire' }
    const [first, second] = [await ines.send(path(), form), await ines.send(path(), form)]
    expect(first.status).toBe(303)
    expect(second.location).toBe(first.location)
    expect(await countHomes()).toBe(108)
    await ines.post(path(), { description: SENTENCE, etape: 'ecrire' })
    expect(await countHomes()).toBe(108)
  })

  it('shows each staircase with the word of the space, floor by floor', async () => {
    const estate = await ines.get(`/lieux/residences/${estateId}`)
    const [first = ''] = linksTo(estate.html, '/lieux/entrees/')
    expect(estate.text).toContain('36\u00a0logements connus')
    const staircase = await ines.get(first)
    expect(staircase.text).toContain('Entrée 1')
    expect(staircase.text).toContain('8e étage')
    expect(staircase.text).toContain('36\u00a0portes sur 36 connues, personne n’a encore été rencontré.')
    const homes = linksTo(staircase.html, '/lieux/logements/')
    expect(new Set(homes).size).toBe(36)
    expect(homes).toHaveLength(72) // each in the picture and in the table
    await sql`update union_space.space set staircase_word = 'montée' where space_id = ${union.spaceId}`.execute(
      t.owner,
    )
    expect((await ines.get(first)).text).toContain('Montée 1')
    await sql`update union_space.space set staircase_word = 'entrée' where space_id = ${union.spaceId}`.execute(
      t.owner,
    )
  })

  it.each([
    ['bâtiment D, 3 entrées, 400 étages, 4 portes', 'Palier compte de -5 à 60'],
    ['bâtiment D, R+8', 'Combien de portes par palier'],
    ['', 'Décrivez le bâtiment'],
    ['<script>alert(1)</script>', 'n’est pas compris'],
    ['bâtiment C, 3 entrées, R+9, 4 portes', 'existe déjà avec un autre plan'],
  ])('refuses «%s»: %s, and writes nothing', async (description, sentence) => {
    const page = await ines.post(path(), { description, etape: 'ecrire' })
    expect(page.status).toBe(422)
    expect(page.text).toContain(sentence)
    expect(page.html).not.toContain('<script>alert')
    expect(await countHomes()).toBe(108)
  })

  it('keeps a name of any script as it was typed, and runs none of it', async () => {
    const page = await ines.post(path(), {
      description: 'immeuble L’Été <b>🏠</b> برج, R+0, 1 porte',
      etape: 'ecrire',
    })
    expect(page.status).toBe(303)
    const estate = await ines.get(`/lieux/residences/${estateId}`)
    expect(estate.html).toContain('Immeuble L’Été &lt;b>🏠&lt;/b> برج')
  })
})

describe('signs that nobody sees', () => {
  it('are gone from a quick entry before it is shown', async () => {
    const path = `/lieux/residences/${estateId}/saisie-rapide`
    const shown = await ines.post(path, {
      description: 'bâtiment Z\u0000\u202e, R+1, 1 porte',
      etape: 'lire',
    })
    expect(shown.status).toBe(200)
    expect(shown.html).toContain('name="description" value="bâtiment Z, R+1, 1 porte"')
  })

  it('do not name an estate', async () => {
    const page = await ines.post('/lieux/residences/nouvelle', { nom: '\u200b' })
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('Donnez le nom de la résidence')])
    const { rows } = await sql`select 1 from directory.estate where name ~ '^\u200b?$'`.execute(t.owner)
    expect(rows).toEqual([])
  })
})

describe('a door that the plan forgot', () => {
  it('is added with its floor and its label; the plan grows', async () => {
    const estate = await ines.get(`/lieux/residences/${estateId}`)
    const [first = ''] = linksTo(estate.html, '/lieux/entrees/')
    const label = `Chez l’${'é'.repeat(290)}`
    expect((await ines.post(first, { etage: '9e étage', porte: '1', libelle: label })).status).toBe(303)
    expect((await ines.get(first)).text).toContain(label)
    const again = await ines.post(first, { etage: '9', porte: '1', libelle: '' })
    expect(again).toMatchObject({ status: 422 })
    expect(again.text).toContain('Cette porte est déjà là')
    const far = await ines.post(first, { etage: '400', porte: '1', libelle: '' })
    expect(far.text).toContain('entre -5 et 60')
    expect((await ines.post(first, { etage: '1', porte: '1', libelle: 'x'.repeat(301) })).status).toBe(422)
  })
})

describe('who sees what', () => {
  let path = ''
  let homePath = ''
  beforeAll(async () => {
    const estate = await ines.get(`/lieux/residences/${estateId}`)
    path = linksTo(estate.html, '/lieux/entrees/')[0] ?? ''
    homePath = linksTo((await ines.get(path)).html, '/lieux/logements/')[0] ?? ''
  })

  it('another union reads the same directory and none of our homes', async () => {
    const other = await makeSpace(t, 'union', 'Union du Canal')
    const paul = await as(t, app, await makeMember(t, other, 'Paul', 'organiser'))
    const page = await paul.get(path)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Votre union ne connaît encore aucun logement ici')
    expect(page.html).not.toContain('class="facade"')
    expect(linksTo(page.html, '/lieux/logements/')).toEqual([])
    expect((await paul.get(`${homePath}/reunir`)).status).toBe(404)
    expect((await paul.get(`${homePath}/libelle`)).status).toBe(404)
    expect(await countHomes()).toBeGreaterThan(100) // the rows are really there
  })

  it.each([
    ['desk', 'contact'],
    ['programme', 'lead'],
    ['research', 'researcher'],
  ] as const)('a %s reads the directory only', async (kind, circle) => {
    const space = await makeSpace(t, kind, `Espace ${kind} ${newId(new Date())}`)
    const eve = await as(t, app, await makeMember(t, space, 'Ève', circle))
    expect((await eve.get('/lieux')).text).toContain('Les Tilleuls')
    expect((await eve.get('/lieux')).text).not.toContain('Logements connus')
    const page = await eve.get(path)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('logement')
    expect(page.text).toContain(
      '4\u00a0portes par palier. Ce que l’on sait derrière ces portes reste à l’union',
    )
    expect(page.html).not.toMatch(/class="facade"|rencontrée/)
    for (const closed of [
      `${homePath}/reunir`,
      `${homePath}/libelle`,
      '/lieux/importer',
      '/lieux/decompte',
      '/lieux/residences/nouvelle',
      `/lieux/residences/${estateId}/saisie-rapide`,
    ])
      expect((await eve.get(closed)).status).toBe(404)
  })

  it.each(['treasurer', 'administrator'] as const)(
    'a %s of the union sees places without homes',
    async (circle) => {
      const who = await as(t, app, await makeMember(t, union, 'Marc', circle))
      const page = await who.get(path)
      expect(page.status).toBe(200)
      expect(linksTo(page.html, '/lieux/logements/')).toEqual([])
      expect((await who.get(`${homePath}/libelle`)).status).toBe(404)
    },
  )

  it('a canvasser adds a door of the plan, and does not redraw the plan', async () => {
    const lea = await as(t, app, await makeMember(t, union, 'Léa', 'canvasser'))
    expect((await lea.post(path, { etage: '9', porte: '2', libelle: '' })).status).toBe(303)
    const refused = await lea.post(path, { etage: '20', porte: '2', libelle: '' })
    expect(refused.text).toContain('demandez à un·e organisateur·rice')
    expect((await lea.get(`/lieux/residences/${estateId}/saisie-rapide`)).status).toBe(404)
    expect((await lea.get(`${homePath}/reunir`)).status).toBe(404)
  })

  it('an identifier that is none is a page that does not exist', async () => {
    for (const wrong of [
      '/lieux/entrees/1',
      '/lieux/residences/x',
      `/lieux/entrees/${newId(new Date())}`,
      '/lieux/logements/%27/reunir',
    ])
      expect((await ines.get(wrong)).status).toBe(404)
  })
})

describe('a label changes and its home stays', () => {
  it('keeps the id', async () => {
    const estate = await ines.get(`/lieux/residences/${estateId}`)
    const [staircase = ''] = linksTo(estate.html, '/lieux/entrees/')
    const [home = ''] = linksTo((await ines.get(staircase)).html, '/lieux/logements/').slice(-1)
    expect((await ines.post(`${home}/libelle`, { libelle: '  3e gauche <i>  ' })).location).toBe(home)
    const page = await ines.get(staircase)
    expect(page.text).toContain('3e gauche <i>')
    expect(linksTo(page.html, '/lieux/logements/')).toContain(home)
    expect((await ines.post(`${home}/libelle`, { libelle: ' ' })).text).toContain('Donnez un libellé')
  })
})

describe('searching', () => {
  it.each([
    ['tilleuls', true, 'as it is named'],
    ['TILEULS', true, 'a letter missing, capitals'],
    ['valmont', true, 'the commune'],
    ['habitat coteau', true, 'the landlord, nearly'],
    ['zanzibar', false, 'nothing like it'],
    ["'; drop table estate; --", false, 'no SQL'],
  ])('«%s» finds it: %s (%s)', async (words, isFound) => {
    const page = await ines.get(`/lieux?mot=${encodeURIComponent(words)}`)
    expect(page.status).toBe(200)
    expect(page.text.includes('Ce qui ressemble à')).toBe(isFound)
  })
})

it('leaves an audit line for what it writes in the directory', async () => {
  const { rows } = await sql<{ table_name: string; n: number }>`
    select table_name, count(*)::int n from union_space.audit_line
    where space_id = ${union.spaceId} and table_name in ('institution', 'estate', 'building', 'staircase') group by 1 order by 1`.execute(
    t.owner,
  )
  expect(rows).toEqual([
    { table_name: 'building', n: 2 },
    { table_name: 'estate', n: 1 },
    { table_name: 'institution', n: 1 },
    { table_name: 'staircase', n: 5 },
  ])
})
