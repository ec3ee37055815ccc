import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t)
  union = await makeSpace(t, 'union', 'Union du Parc')
  ines = await as(t, app, await makeMember(t, union, 'Inès', 'organiser'))
  const form = {
    nouveau_bailleur: 'Toits d’Auvelle',
    nouvelle_commune: 'Valmont',
    code_insee: '99001',
    code_postal: '99100',
  }
  for (const nom of ['Résidence de l’Été', 'Le Parc'])
    await ines.post('/lieux/residences/nouvelle', { ...form, nom })
})
afterAll(() => t.stop())

const file = (content: string | Uint8Array<ArrayBuffer>, name = 'logements.csv') =>
  new File([content], name, { type: 'text/csv' })
const send = (content: string | Uint8Array<ArrayBuffer>, residence = '') =>
  ines.post('/lieux/importer', { fichier: file(content), residence })
const homes = async (): Promise<{ id: string; label: string }[]> =>
  (
    await sql<{
      id: string
      label: string
    }>`select id, label from union_space.home where space_id = ${union.spaceId} order by floor, position`.execute(
      t.owner,
    )
  ).rows

const GOOD = [
  'Résidence;Bâtiment;Entrée;Étage;Porte;Libellé;Adresse',
  'Résidence de l’Été;C;12;RdC;gauche;Chez l’été;3 rue de l’Été',
  'Résidence de l’Été;C;12;RdC;droite;;3 rue de l’Été',
  'Résidence de l’Été;C;12;1;1;;',
].join('\r\n')
/** As a French spreadsheet saves it: the apostrophe ’ is one byte, é another. */
const windows1252 = (text: string) => Uint8Array.from(text, (c) => (c === '’' ? 0x92 : c.charCodeAt(0)))

describe('a file of homes', () => {
  it('in Windows-1252 with semicolons is read, accents and apostrophes kept', async () => {
    const page = await send(windows1252(GOOD))
    expect(page.status).toBe(200)
    expect(page.text).toContain('3\u00a0logements ajoutés')
    expect((await homes()).map(({ label }) => label)).toEqual([
      'Chez l’été',
      'RdC, droite',
      '1er étage, gauche',
    ])
  })

  it.each([
    ['the same file', GOOD],
    ['the same in UTF-8 with its mark', `\ufeff${GOOD}`],
    ['the same with commas', GOOD.replaceAll(';', ',')],
    ['the same with tabs', GOOD.replaceAll(';', '\t')],
  ])('%s a second time changes nothing, and says so', async (_what, text) => {
    const before = await homes()
    const page = await send(text)
    expect(page.text).toContain('Rien n’a changé')
    expect(page.text).toContain('3\u00a0étaient déjà là')
    expect(await homes()).toEqual(before)
  })

  it('changes a label and no id', async () => {
    const before = await homes()
    const page = await send(GOOD.replace('Chez l’été', 'Porte bleue'))
    expect(page.text).toContain('Libellés changés 1')
    const after = await homes()
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(after[0]?.label).toBe('Porte bleue')
  })

  it('sent twice by one form acts once', async () => {
    const page = await ines.get('/lieux/importer')
    const form_token = /action="\/sortir"[\s\S]*?name="form_token" value="([^"]*)"/.exec(page.html)?.[1] ?? ''
    const form = { form_token, fichier: file(GOOD.replace('C;12', 'C;14')), residence: '' }
    const [first, second] = [
      await ines.send('/lieux/importer', form),
      await ines.send('/lieux/importer', form),
    ]
    expect([first.status, second.status]).toEqual([200, 303])
    expect(await homes()).toHaveLength(4)
  })
})

describe('what is not understood comes back', () => {
  const BAD = [
    'Résidence;Bâtiment;Entrée;Étage;Porte;Libellé',
    'Résidence de l’Été;D;1;2;1;bonne ligne',
    'Inconnue;D;1;2;2;=HYPERLINK("http://exemple.test")',
    'Résidence de l’Été;D;1;400;2;@somme',
    'Résidence de l’Été;D;1;-9;3;',
  ].join('\n')

  it('with its line, its reason, and a file that a spreadsheet opens without running it', async () => {
    const page = await send(BAD)
    expect(page.text).toContain('1\u00a0logement ajouté')
    expect(page.text).toContain('3\u00a0lignes laissées de côté')
    expect(page.text).toContain('n’est pas dans l’annuaire')
    const rejets =
      /name="rejets" value="([^"]*)"/
        .exec(page.html)?.[1]
        ?.replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&amp;', '&') ?? ''
    const form_token = /name="form_token" value="([^"]*)"/.exec(page.html)?.[1] ?? ''
    const back = await ines.send('/lieux/importer/rejets', { form_token, rejets })
    expect(back.status).toBe(200)
    expect(back.headers.get('content-disposition')).toContain('attachment')
    expect(back.headers.get('content-type')).toContain('text/csv')
    expect(back.html).toContain(`"'=HYPERLINK(""http://exemple.test"")"`)
    expect(back.html).toContain(";'@somme;")
    expect(back.html).toContain("'-9")
    const corrected = back.html
      .replace('Inconnue', 'Résidence de l’Été')
      .replace(';400;', ';4;')
      .replace("'-9", "'-1")
    const again = await send(corrected)
    expect(again.text).toContain('3\u00a0logements ajoutés')
    expect(again.text).not.toContain('de côté')
    expect((await homes()).map(({ label }) => label)).toContain('=HYPERLINK("http://exemple.test")')
  })

  it('when it says another estate than the one chosen, planted nowhere', async () => {
    const { rows } = await sql<{
      id: string
    }>`select id from directory.estate where name = 'Le Parc'`.execute(t.owner)
    const before = await homes()
    const [header] = BAD.split('\n')
    const page = await send(
      `${header}\nInconnue;P;1;2;1;ailleurs\n;P;1;2;2;sans\nle PARC;P;1;2;3;la même`,
      rows[0]?.id,
    )
    const sentence =
      'Cette ligne dit «\u202fInconnue\u202f», et vous avez choisi «\u202fLe Parc\u202f»\u202f: laissez la colonne vide'
    expect(page.text).toContain('1\u00a0ligne laissée de côté')
    expect(page.text).toContain(sentence)
    const known = new Set(before.map(({ id }) => id))
    expect((await homes()).filter(({ id }) => !known.has(id)).map(({ label }) => label)).toEqual([
      'sans',
      'la même',
    ])
    const rejets = /name="rejets" value="([^"]*)"/.exec(page.html)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const form_token = /name="form_token" value="([^"]*)"/.exec(page.html)?.[1] ?? ''
    const back = await ines.send('/lieux/importer/rejets', { form_token, rejets })
    expect([back.status, back.html]).toEqual([200, expect.stringContaining(sentence)])
  })

  it.each([
    ['other columns', 'a,b\n1,2', 'Il manque les colonnes'],
    ['nothing', '', 'Choisissez un fichier CSV'],
    ['a spreadsheet’s own format', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'n’est pas un CSV'],
    ['too heavy', new Uint8Array(2 * 1024 * 1024 + 1).fill(65), 'dépasse 2 Mo'],
    ['too long', `${GOOD.split('\r\n')[0]}\n${'Le Parc;C;1;1;1;;\n'.repeat(5001)}`, '5000 au plus'],
  ])('a file refused whole writes nothing: %s', async (_what, content, sentence) => {
    const before = await homes()
    const page = await send(content)
    expect(page.status).toBe(422)
    expect(page.text).toContain(sentence)
    expect(await homes()).toEqual(before)
  })

  it('a forged list of rejects gets nothing', async () => {
    const page = await ines.get('/lieux/importer')
    const form_token = /name="form_token" value="([^"]*)"/.exec(page.html)?.[1] ?? ''
    for (const rejets of ['', '{', '{"header":[],"rejects":[{"line":1,"cells":[],"because":"other"}]}'])
      expect((await ines.send('/lieux/importer/rejets', { form_token, rejets })).status).toBe(404)
  })
})

it('leaves nothing half-written when the database refuses in the middle', async () => {
  const before = await homes()
  await sql`create function refuse_e() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$`.execute(
    t.owner,
  )
  await sql`create trigger stop before insert on union_space.home for each row when (new.label = 'arrêt') execute function refuse_e()`.execute(
    t.owner,
  )
  const page = await send(`${GOOD.split('\r\n')[0]}\nLe Parc;E;1;1;1;avant;\nLe Parc;F;1;1;1;arrêt;`)
  await sql`drop trigger stop on union_space.home`.execute(t.owner)
  expect(page.status).toBe(500)
  expect(await homes()).toEqual(before)
  const { rows } =
    await sql`select 1 from directory.building where name in ('Bâtiment E', 'Bâtiment F')`.execute(t.owner)
  expect(rows).toEqual([])
})
