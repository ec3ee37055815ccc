import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson, type Json } from '../kernel/canonical-json.ts'
import type { Browser } from '../../tools/testing/people.ts'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { openTilleuls, type Tilleuls } from '../../tools/testing/tilleuls.ts'
import { xlsxOf } from '../../tools/testing/xlsx-of.ts'

const ID = /^\/questionnaires\/[0-9a-f-]{36}$/
let t: TestDatabase
let house: Tilleuls
beforeAll(async () => {
  t = await testDatabase()
  house = await openTilleuls(t)
})
afterAll(() => t.stop())

const HEADERS = ['type', 'name', 'label::Français (fr)', 'label::العربية (ar)', 'hint::Français (fr)']
const SURVEY = [
  [...HEADERS, 'relevant', 'required', 'constraint', 'constraint_message::Français (fr)'],
  [
    'integer',
    'rooms',
    'Combien de pièces ?',
    'كم غرفة؟',
    'Sans la cuisine',
    '',
    'yes',
    '. > 0',
    'Au moins une',
  ],
  [],
  ['select_one yes_no', 'cold', 'Fait-il froid ?', 'هل الجو بارد؟', '', '${rooms} > 1'],
  ['begin_repeat', 'winter', 'Un hiver', 'شتاء'],
  ['text', 'words', '=2+2', 'كلمات', '', "selected(${cold}, 'yes')"],
  ['end_repeat'],
]
const CHOICES = [
  ['list_name', 'name', 'label::Français (fr)', 'label::العربية (ar)'],
  ['yes_no', 'yes', 'Oui', 'نعم'],
  ['yes_no', 'no', 'Non', 'لا'],
]
const SETTINGS = [
  ['form_title', 'default_language'],
  ['Chauffage', 'Français (fr)'],
]
const workbook = (survey: readonly (readonly string[])[] = SURVEY, title = 'Chauffage') =>
  xlsxOf({ survey, choices: CHOICES, settings: [SETTINGS[0] ?? [], [title, 'Français (fr)']] })
const file = (bytes: Buffer, name = 'chauffage.xlsx') => new File([new Uint8Array(bytes)], name)
const bring = (bytes: Buffer, name?: string) =>
  house.ines.post('/questionnaires/nouveau', { fichier: file(bytes, name) })

type SentPack = { campaigns: { form: string }[]; forms: Record<string, Json> }
/** What a phone of this person takes with it. */
async function packOf(browser: Browser): Promise<SentPack> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { host: 'localhost:3000', 'content-type': 'application/json', cookie }
  const ask = (path: string, init: RequestInit) =>
    house.app.request(new Request(new URL(path, 'http://localhost:3000'), init))
  const enrolled = await ask('/porte-a-porte/appareils', { method: 'POST', headers, body: '{}' })
  const { token } = (await enrolled.json()) as { token: string }
  const authorization = `Bearer ${token}`
  const answer = await ask('/porte-a-porte/tournees.json', {
    headers: { host: 'localhost:3000', authorization },
  })
  return (await answer.json()) as SentPack
}

async function rows() {
  const read = await sql<{ title: string; version: string; form: string; published: boolean }>`
    select title, version, form, published_at is not null as published from union_space.instrument order by id`.execute(
    t.owner,
  )
  return read.rows
}

describe('Inès asks her own questions', () => {
  let path: string

  it('brings a workbook, and reads again every question, in both languages', async () => {
    const brought = await bring(await workbook())
    path = brought.location ?? ''
    expect([brought.status, path]).toEqual([303, expect.stringMatching(ID)])
    const { text } = await house.ines.get(path)
    for (const said of [
      'Pas encore publié',
      'Combien de pièces ?',
      'Sans la cuisine',
      'Obligatoire\u202f: oui',
      'Acceptée si\u202f: la réponse > 0',
      'Au moins une',
      'Posée si\u202f: «\u202frooms\u202f» > 1',
      'Se répète autant qu’il faut',
      'Posée si\u202f: «\u202fcold\u202f» contient «\u202fyes\u202f»',
    ])
      expect(text).toContain(said)
    const arabic = await house.ines.get(`${path}?langue=1`)
    expect(arabic.text).toContain('كم غرفة؟')
    expect(arabic.html).toContain('<div lang="ar" dir="rtl">')
    expect(arabic.text).toContain('Sans la cuisine (pas traduit)')
    expect(text).not.toContain('pas traduit')
  })

  it('has one version when the same workbook comes twice, and another when a word changes', async () => {
    expect((await bring(await workbook())).location).toBe(path)
    const other = await bring(await workbook([...SURVEY, ['text', 'more', 'Autre chose ?', 'شيء آخر؟']]))
    expect(other.location).toMatch(ID)
    expect(other.location).not.toBe(path)
    expect(new Set((await rows()).map(({ version }) => version)).size).toBe(2)
  })

  it('asks nobody before it is published, then a campaign carries it to the phones', async () => {
    const [{ version } = { version: '' }] = await rows()
    const days = { starts_on: '2026-11-01', ends_on: '2026-12-15' }
    const campaign = { name: 'Froid', instrument: version, ...days }
    const early = await house.ines.post('/campagnes/nouvelle', campaign)
    expect([early.status, early.text]).toEqual([422, expect.stringContaining('n’est pas publié')])
    expect((await house.ines.get('/campagnes/nouvelle')).html).not.toContain(version)

    expect((await house.ines.post(path)).location).toBe(path)
    const published = await house.ines.get(path)
    expect(published.text).toContain('Publié par Inès')
    expect(published.html).not.toContain('Publier ce questionnaire')
    expect((await house.ines.get('/campagnes/nouvelle')).html).toContain(version)
    expect((await house.ines.post('/campagnes/nouvelle', campaign)).status).toBe(303)
    const { rows: made } = await sql<{ form: string }>`
      select form from union_space.survey_campaign where name = 'Froid'`.execute(t.owner)
    expect(made).toEqual([{ form: version }])
  })

  it('is in the pack of a phone, byte for byte what its version says', async () => {
    const [{ version } = { version: '' }] = await rows()
    const { rows: made } = await sql<{ id: string }>`
      select id from union_space.survey_campaign where name = 'Froid'`.execute(t.owner)
    const round = { staircase: house.ids.staircase, canvasser: house.ids.ines, instructions: '' }
    const days = { from: '2026-11-01', to: '2026-12-15' }
    const path = `/campagnes/${made[0]?.id}/tournee`
    expect((await house.ines.post(path, { ...round, ...days })).status).toBe(303)
    const pack = await packOf(house.ines)
    expect(pack.campaigns.map(({ form }) => form)).toEqual([version])
    const bytes = canonicalJson(pack.forms[version] ?? null)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(version)
  })

  it('stays as it was published, whoever tries', async () => {
    const before = await rows()
    const again = await house.ines.post(path, {}, '/questionnaires/nouveau')
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('déjà publié')])
    await expect(
      sql`update union_space.instrument set title = 'Autre' where published_at is not null`.execute(t.owner),
    ).rejects.toThrow('a published instrument does not change')
    await expect(
      sql`update union_space.instrument set form = '{}' where published_at is null`.execute(t.owner),
    ).rejects.toThrow('version_of_its_form')
    expect(await rows()).toEqual(before)
  })

  it('gives its codebook, in which a spreadsheet finds nothing to run', async () => {
    const page = await house.ines.get(`${path}/codes`)
    expect(page.text).toContain('winter/words')
    const { html: csv, headers } = await house.ines.get(`${path}/codes.csv`)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(csv).toContain("winter/words;Texte;'=2+2;")
    expect(csv).toContain('cold;Un choix;;;;;;;yes;Oui')
  })

  it('opens for nobody else, and the rows are there', async () => {
    expect((await rows()).length).toBe(2)
    for (const [who, browser] of [...Object.entries(house.others), ['a steward', house.karim] as const]) {
      for (const address of ['/questionnaires', '/questionnaires/nouveau', path, `${path}/codes.csv`]) {
        if (who === 'an organiser of another union' && !address.startsWith(path)) continue
        expect([who, address, (await browser.get(address)).status]).toEqual([who, address, 404])
      }
    }
    const other = house.others['an organiser of another union']
    expect((await other?.get('/questionnaires'))?.text).toContain('Aucun questionnaire')
  })
})

describe('what is no instrument', () => {
  const one = (...row: string[]) => [['type', 'name', 'label', 'calculation'], row]
  const cases: [string, () => Promise<Buffer>, string[]][] = [
    [
      'a type that does not exist, at its cell',
      () => workbook([...SURVEY, ['devinette', 'b', 'B']]),
      ['Le classeur a 1\u00a0erreur', 'Feuille survey 8 type «\u202fdevinette\u202f» n’est pas un type'],
    ],
    [
      'an empty list, and two names alike: both at once',
      async () => xlsxOf({ survey: [...one('select_one vide', 'a', 'A'), ['text', 'a', 'B']] }),
      ['Le classeur a 2\u00a0erreurs', 'Feuille survey 2 type', 'Feuille survey 3 name'],
    ],
    [
      'calculations in a circle',
      async () => xlsxOf({ survey: [...one('calculate', 'a', '', '${b}'), ['calculate', 'b', '', '${a}']] }),
      ['dépend de lui-même'],
    ],
    ['no sheet of questions', () => xlsxOf({ Feuil1: [['a']] }), ['il manque la feuille']],
  ]
  it.each(cases)('%s', async (_, make, sentences) => {
    const before = await rows()
    const page = await bring(await make())
    expect(page.status).toBe(422)
    for (const sentence of sentences) expect(page.text).toContain(sentence)
    expect(await rows()).toEqual(before)
  })

  it('a question that a telephone cannot put yet is marked, and told before publishing', async () => {
    const survey = [
      ['type', 'name', 'label'],
      ['text', 'mots', 'Vos mots'],
      ['image', 'mur', 'Une photo du mur'],
      ['geopoint', 'lieu', 'Où'],
      ['today', 'jour', ''],
    ]
    const brought = await bring(await xlsxOf({ survey }), 'photos.xlsx')
    const text = (await house.ines.get(brought.location ?? '')).text.replaceAll(/[\u00a0\u202f]/g, ' ')
    expect(text.split('le téléphone ne sait pas encore la poser')).toHaveLength(3)
    expect(text).toContain('2 questions (photos, sons, lieux ou fichiers) resteront sur papier')
    expect((await house.ines.post(brought.location ?? '')).status).toBe(303)
  })

  it('a workbook that reads a file beside it is kept, and not published', async () => {
    const survey = [
      ['type', 'name', 'label'],
      ['select_one_from_file villes.csv', 'ville', 'Ville'],
    ]
    const brought = await bring(await xlsxOf({ survey }), 'villes.xlsx')
    const refused = await house.ines.post(brought.location ?? '')
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('villes.csv')])
    expect((await rows()).find(({ title }) => title === 'villes')?.published).toBe(false)
  })
})
