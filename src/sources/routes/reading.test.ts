import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { as, type Browser, makeMember, makeSpace, type Page, testApp } from '../../../tools/testing/people.ts'
import { shownForm } from '../../../tools/testing/shown-form.ts'
import { stopReadings } from '../jobs.ts'

const now = new Date('2026-11-23T10:00:00Z')
let t: TestDatabase
let folder: string
let helene: Browser // answers for the files
let gerard: Browser // reads them
let solene: Browser // another landlord
let agreementId: string

beforeAll(async () => {
  t = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'palier-reading-'))
  const started = performance.now()
  const clock = () => new Date(now.getTime() + performance.now() - started) // two files are not sent at one instant
  const app = testApp(t, { uploads: { folder, bytes: 8 * 1024 * 1024 } }, clock)
  const desk = await makeSpace(t, 'desk', 'Guichet de Toits d’Auvelle')
  const other = await makeSpace(t, 'desk', 'Guichet des Deux Rives')
  helene = await as(t, app, await makeMember(t, desk, 'Hélène', 'data_officer'), { now })
  gerard = await as(t, app, await makeMember(t, desk, 'Gérard', 'contact'), { now })
  solene = await as(t, app, await makeMember(t, other, 'Solène', 'data_officer'), { now })
  await helene.post('/sources/accords/nouveau', {
    titre: 'Protocole 2026',
    donneur: 'Toits d’Auvelle',
    finalite: 'Compter les attentes.',
    valable_du: '2026-01-01',
    valable_au: '2026-12-31',
  })
  const row = await t.owner
    .withSchema('desk_space')
    .selectFrom('data_agreement')
    .select('id')
    .executeTakeFirstOrThrow()
  agreementId = row.id
})
afterAll(async () => {
  await stopReadings()
  await t.stop()
  await rm(folder, { recursive: true, force: true })
})

const HEADERS =
  'N° demande;Date de création;Date de clôture;Statut;Motif de clôture;Résidence;Famille;Téléphone'
const ROWS = [
  '1001;02/03/2026;05/03/2026;Clos;Réparé;Les Tilleuls;Chauffage;0600000001',
  '1002;03/03/2026;;En cours;;Les Tilleuls;Ascenseur;0600000002',
  '1003;25/03/2026;28/03/2026;Clos;Sans suite;Le Canal;Chauffage;0600000003',
  '1003;25/03/2026;28/03/2026;Clos;Réparé;Le Canal;Chauffage;0600000003',
  '1004;26/03/2026;20/03/2026;Clos;Réparé;Le Canal;Fuite;0600000004',
  '1005;=cmd;;En cours;;Le Canal;Fuite;0600000005',
]
const APRIL = [
  '1001;02/03/2026;05/03/2026;Clos;Réparé;Les Tilleuls;Chauffage;',
  '1002;03/03/2026;10/04/2026;Clos;Réparé;Les Tilleuls;Ascenseur;',
  '1006;22/04/2026;;En cours;;Le Canal;Fuite;',
]
const file = (rows: readonly string[], name = 'demandes.csv', headers = HEADERS) =>
  new File([`${[headers, ...rows].join('\r\n')}\r\n`], name, { type: 'text/csv' })

/** Sends a file for a new source, and opens the page of its columns. @returns its path. */
async function sendFile(nom: string, fichier: File): Promise<string> {
  const sent = await helene.post('/sources/nouvelle', { nom, convention: agreementId, fichier })
  expect([sent.status, sent.text.slice(0, 300)]).toEqual([303, sent.text.slice(0, 300)])
  return sent.location?.replace('/colonnes', '') ?? ''
}

/** Sends the form of columns as the page shows it, with these changes. */
async function choose(source: string, changes: Record<string, string> = {}, act = 'lire'): Promise<Page> {
  const page = await helene.get(`${source}/colonnes`)
  return helene.send(`${source}/colonnes`, { ...shownForm(page.html, 'N° demande'), ...changes, act })
}

/** Follows a reading as the page does, until it leads elsewhere or says why not. */
async function follow(source: string): Promise<Page> {
  for (let i = 0; i < 200; i++) {
    const page = await helene.get(`${source}/lecture`)
    if (page.status === 303) return helene.get(page.location ?? '')
    if (page.headers.get('refresh') === null) return page
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the reading does not end')
}

describe('a file of a landlord', () => {
  let source: string
  let rejectsOfMarch: string

  it('shows what it is, what its columns seem to mean, and what will not be read', async () => {
    source = await sendFile('Demandes 2026', file(ROWS))
    const page = await helene.get(`${source}/colonnes`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('UTF-8')
    expect(page.text).toContain('point-virgule')
    expect(page.text).toContain('Ces colonnes ne seront pas lues')
    expect(page.text).toContain('Téléphone')
    expect(page.html).not.toContain('0600000001')
    expect(shownForm(page.html, 'N° demande')).toMatchObject({
      numero: 'N° demande',
      ouverture: 'Date de création',
      fermeture: 'Date de clôture',
      statut: 'Statut',
      issue: 'Motif de clôture',
      fuseau: 'Europe/Paris',
    })
    expect(page.text.replaceAll('\u00a0', ' ')).toContain('Clos 4 lignes')
  })

  it.each([
    ['no extraction date', { etat_au: '' }, 'Écrivez le jour où le fichier a été tiré'],
    ['an extraction date in the future', { etat_au: '2027-01-01' }, 'un fichier ne sait rien de demain'],
    [
      'no opening column',
      { etat_au: '2026-04-01', ouverture: '' },
      'Choisissez la colonne du jour d’ouverture',
    ],
    [
      'a rule without its date',
      { etat_au: '2026-04-01', regle: 'depuis' },
      'Écrivez la date à partir de laquelle',
    ],
  ])('is not read with %s, and what was chosen stays', async (_, changes, sentence) => {
    const page = await choose(source, changes)
    expect([page.status, page.text.includes(sentence)]).toEqual([422, true])
    expect(shownForm(page.html, 'N° demande')).toMatchObject({ numero: 'N° demande', ...changes })
  })

  it('says its map as the command line reads it, and takes one back', async () => {
    const map = await choose(source, {}, 'emporter')
    expect(JSON.parse(map.html)).toMatchObject({
      id: 'N° demande',
      opened: 'Date de création',
      outcome: { column: 'Motif de clôture' },
    })
    const bring = (text: string) =>
      helene.post(`${source}/colonnes`, { act: 'apporter', carte: new File([text], 'MAP.json') })
    expect((await bring('{"colour": 1}')).text).toContain('colour')
    expect((await bring('rien')).text).toContain('objet JSON')
    expect((await bring('{"opened":"Opened","closed":"Closed"}')).text).toContain('carte d’un autre fichier')
    const brought = await bring('{"opened":"Date de création","repeats":"last"}')
    expect(shownForm(brought.html, 'N° demande')).toMatchObject({ numero: '', repetitions: 'last' })
  })

  it('is read in the background, and ends on a page that says what came and what did not', async () => {
    const begun = await choose(source, { etat_au: '2026-04-01' })
    expect([begun.status, begun.location]).toEqual([303, `${source}/lecture`])
    const page = await follow(source)
    expect(page.text.replaceAll('\u00a0', ' ')).toContain('3 demandes au 1er avril 2026')
    expect(page.text).toContain('numéro déjà vu')
    expect(page.text).toContain('close avant d’être ouverte')
    expect(page.text).toContain('date illisible')
    expect(await readdir(folder)).toEqual([])
    expect((await helene.get('/sources')).text).toContain('1er avril 2026')
  })

  it('gives its rejected rows, harmless in a spreadsheet', async () => {
    const page = await gerard.get(`${source}/rejets`)
    expect(page.text).toContain('=cmd')
    expect(page.html).not.toContain('rejets.csv')
    expect((await gerard.get(`${source}/rejets.csv`)).status).toBe(404)
    const csv = await helene.get(`${source}/rejets.csv`)
    rejectsOfMarch = csv.html
    const lines = csv.html.split('\r\n').filter((line) => line !== '')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toMatch(
      /N° demande;Date de création;.*;raison;colonne;ce qui peut être fait;ligne du fichier$/,
    )
    expect(csv.html).toContain(";'=cmd")
    expect(csv.headers.get('content-disposition')).toContain('attachment')
  })

  it('comes again, and what changed is said', async () => {
    const sent = await helene.post(`${source}/fichier`, { fichier: file(APRIL, 'avril.csv') })
    expect(sent.location).toBe(`${source}/colonnes`)
    await choose(source, { etat_au: '2026-05-01' })
    const page = await follow(source)
    expect(page.text).toContain('avril.csv')
    expect(page.text).toContain('Nouvelles demandes')
    expect(page.text).not.toContain('a déjà été lu')
    const row = await t.owner
      .withSchema('desk_space')
      .selectFrom('source_vintage')
      .select('changes')
      .where('vintage', '=', 2)
      .executeTakeFirstOrThrow()
    expect(row.changes).toMatchObject({ comparedWith: 1, opened: 1, closed: 1, gone: 1 })
  })

  it('changes nothing when it is sent twice, and the page says when it had been read', async () => {
    const before = (
      await t.owner.withSchema('desk_space').selectFrom('source_vintage').select('id').execute()
    ).length
    await helene.post(`${source}/fichier`, { fichier: file(APRIL, 'copie.csv') })
    await choose(source, { etat_au: '2026-05-01' })
    const page = await follow(source)
    expect(page.text).toContain('Ce fichier a déjà été lu, le 23 novembre 2026\u202f: rien n’a changé.')
    expect(page.text).toContain('copie.csv')
    const after = await t.owner.withSchema('desk_space').selectFrom('source_vintage').select('id').execute()
    expect(after).toHaveLength(before)
  })

  it('mends rows that were rejected, at the date of the file they come from', async () => {
    const sent = await helene.post(`${source}/corrections`, {
      fichier: new File([correctedRejects()], 'corrige.csv', { type: 'text/csv' }),
    })
    expect(sent.location).toBe(`${source}/colonnes`)
    const page = await helene.get(`${source}/colonnes`)
    expect(shownForm(page.html, 'N° demande')['etat_au']).toBe('2026-05-01')
    await choose(source)
    expect((await follow(source)).text.replaceAll('\u00a0', ' ')).toContain('4 demandes au 1er mai 2026')
  })

  /** The file of the rejects, opened in a spreadsheet, one date of it corrected, the other rows left out. */
  function correctedRejects(): string {
    const [heads = '', ...lines] = rejectsOfMarch.split('\r\n')
    const wrong = lines.find((line) => line.startsWith('1004;')) ?? ''
    expect(wrong).toContain('26/03/2026')
    return `${heads}\r\n${wrong.replace('26/03/2026', '16/03/2026')}\r\n`
  }

  it('is nothing for another landlord, and is taken away with all that it brought', async () => {
    const pages = [
      '',
      '/colonnes',
      '/lecture',
      '/rejets',
      '/rejets.csv',
      '/fichier',
      '/corrections',
      '/retirer',
    ]
    const foreign = await Promise.all(pages.map((path) => solene.get(`${source}${path}`)))
    expect(foreign.map(({ status }) => status)).toEqual(pages.map(() => 404))
    expect((await gerard.get(`${source}/retirer`)).status).toBe(404)
    expect((await gerard.get(source)).html).not.toContain('/retirer')
    const count = async () =>
      (await t.owner.withSchema('desk_space').selectFrom('source_case').select('case_key').execute()).length
    expect(await count()).toBeGreaterThan(0)
    const gone = await helene.post(`${source}/retirer`)
    expect([gone.status, gone.location]).toEqual([303, '/sources'])
    expect(await count()).toBe(0)
    expect((await helene.get(source)).status).toBe(404)
    expect((await helene.get('/sources')).text).not.toContain('Demandes 2026')
  })
})

it.each([
  ['xlsx', 'what a landlord’s program exports', writeXlsx],
  ['ods', 'what a town hall saves', writeOds],
])('a workbook %s, %s, is read as a text', async (kind, _why, write) => {
  const rows = [HEADERS, ...ROWS].map((row) => row.split(';'))
  const book = new File([new Uint8Array(await write({ sheets: [{ name: 'Demandes', rows }] }))], `d.${kind}`)
  const source = await sendFile(`Classeur ${kind}`, book)
  expect((await choose(source, { etat_au: '2026-04-01' })).status).toBe(303)
  const page = await follow(source)
  expect(page.text.replaceAll('\u00a0', ' ')).toContain('3 demandes au 1er avril 2026')
  expect(page.text).toContain('close avant d’être ouverte')
})

describe('a reading that does not end well', () => {
  it('asks how dates are written when the column says both, and nothing was kept', async () => {
    const source = await sendFile(
      'Dates',
      file(['1;02/03/2026;;En cours;;A;B;', '2;04/05/2026;;En cours;;A;B;']),
    )
    await choose(source, { etat_au: '2026-06-01' })
    const failed = await follow(source)
    expect(failed.text).toContain('se lisent de deux façons')
    expect(failed.text).toContain('02/03/2026')
    const again = await helene.get(`${source}/colonnes`)
    expect(again.html).toMatch(/id="format_dates-erreur"/)
    expect((await helene.get(source)).text).toContain('Aucun fichier de cette source n’a encore été lu')
    await choose(source, { format_dates: 'dd/MM/yyyy' })
    expect((await follow(source)).text.replaceAll('\u00a0', ' ')).toContain('2 demandes')
  })

  it('is refused a column that the agreement does not allow', async () => {
    const source = await sendFile('Téléphones', file(ROWS))
    await choose(source, { etat_au: '2026-04-01', lieu: 'Téléphone' })
    expect((await follow(source)).text).toContain('ne permet pas «\u202fTéléphone\u202f»')
  })

  it('may be cut by the addresses of buildings, and is told that an estate says enough', async () => {
    const rows = ['1', '2', '3', '4', '5', '6'].map(
      (id) => `${id};25/03/2026;;En cours;;${Number(id) % 2} rue du Canal;A;`,
    )
    const source = await sendFile('Immeubles', file(rows))
    expect((await helene.get(`${source}/colonnes`)).text).toContain('des adresses d’immeubles')
    await choose(source, { etat_au: '2026-04-01', lieu: 'Résidence' })
    expect((await follow(source)).text.replaceAll('\u00a0', ' ')).toContain('6 demandes')
  })

  it.each([
    ['names under a header that says nothing', ['DUPONT Jean', 'Benali, Fatima'], 'noms de personnes'],
    ['doors', ['12 rue du Canal, 3e étage, porte 12', '12 rue du Canal apt 4'], 'adresses de logements'],
  ])(
    'is refused %s, wherever they are said to be, and nothing of it stays',
    async (_, [one, other], kind) => {
      const rows = [`1;25/03/2026;;En cours;;${one};A;`, `2;26/03/2026;;En cours;;${other};B;`]
      const headers = HEADERS.replace('Résidence', 'Colonne 7')
      const source = await sendFile(kind, file(rows, 'demandes.csv', headers))
      const page = await helene.get(`${source}/colonnes`)
      expect(page.text).toContain(kind)
      expect(page.html).not.toContain(one)
      await choose(source, { etat_au: '2026-04-01', lieu: 'Colonne 7' })
      expect((await follow(source)).text).toContain(`ne permet pas «\u202fColonne 7\u202f» (${kind})`)
      const strata = await t.owner
        .withSchema('desk_space')
        .selectFrom('source_stratum')
        .select('place')
        .execute()
      expect(strata.map(({ place }) => place)).not.toContain(one)
    },
  )

  it('says that it was interrupted when its process is gone', async () => {
    const source = await sendFile('Interrompue', file(ROWS))
    const id = source.split('/').at(-1) ?? ''
    const long = new Date(now.getTime() - 120_000)
    await t.owner
      .withSchema('desk_space')
      .updateTable('source_upload')
      .set({ state: 'reading', heartbeat_at: long })
      .where('source_id', '=', id)
      .execute()
    const page = await helene.get(`${source}/lecture`)
    expect(page.text).toContain('Palier s’est arrêté pendant la lecture')
    expect(page.headers.get('refresh')).toBeNull()
    await choose(source, { etat_au: '2026-04-01' })
    expect((await follow(source)).text.replaceAll('\u00a0', ' ')).toContain('3 demandes')
  })

  it('can be stopped, and the page says so while it goes on', async () => {
    const source = await sendFile('Arrêtée', file(ROWS))
    const id = source.split('/').at(-1) ?? ''
    await t.owner
      .withSchema('desk_space')
      .updateTable('source_upload')
      .set({ state: 'reading', heartbeat_at: now, rows_read: 500, rows_total: 2000 })
      .where('source_id', '=', id)
      .execute()
    const page = await helene.get(`${source}/lecture`)
    expect(page.headers.get('refresh')).toBe('3')
    expect(page.text).toContain('500 sur environ')
    expect((await helene.get(`${source}/lecture?fixe=1`)).headers.get('refresh')).toBeNull()
    expect((await helene.post(`${source}/lecture`)).location).toBe(`${source}/lecture`)
    const row = await t.owner
      .withSchema('desk_space')
      .selectFrom('source_upload')
      .select('stop_asked')
      .where('source_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.stop_asked).toBe(true)
    expect((await helene.get(`${source}/lecture`)).text).toContain('L’arrêt est demandé')
  })
})
