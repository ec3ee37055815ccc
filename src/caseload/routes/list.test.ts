import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { openTilleuls, type Tilleuls } from '../../../tools/testing/tilleuls.ts'
import { type Happened, tellComplaint } from '../../../tools/testing/told.ts'
import type { Actor } from '../../access/scope.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'

const NOW = new Date('2026-11-22T11:00:00Z')
let t: TestDatabase
let house: Tilleuls
let inesActs: Actor
const told: Record<string, string> = {}

beforeAll(async () => {
  t = await testDatabase()
  house = await openTilleuls(t, () => NOW)
  inesActs = {
    ...house.union,
    accountId: house.ids.ines,
    accountName: 'Inès',
    circles: ['organiser', 'officer'],
  }
  await tellAll()
})
afterAll(() => t.stop())

const tell = async (
  name: string,
  complaint: Partial<Parameters<typeof tellComplaint>[3]>,
  lines: readonly Happened[],
) => {
  told[name] = await tellComplaint(t, inesActs, NOW, { place: { home: house.ids.home }, ...complaint }, lines)
}

/** One complaint for each question that a list answers. */
async function tellAll(): Promise<void> {
  const promise = { details: { promise: { what: 'work', dueOn: calendarDay('2026-11-10') } } } as const
  await tell('damp', { words: '=Le plafond goutte' }, [
    ['2026-07-02', 'first_telling'],
    ['2026-10-01', 'promise', promise],
  ])
  await tell(
    'lift',
    {
      place: { staircase: house.ids.staircase },
      problemCode: 'equipment.lift',
      care: { assignedTo: house.ids.karim },
    },
    [
      ['2026-09-01', 'first_telling'],
      ['2026-09-02', 'registered'],
      ['2026-11-20', 'answer_holding'],
    ],
  )
  await tell('contested', { problemCode: 'heating.broken' }, [
    ['2026-10-01', 'first_telling'],
    ['2026-10-02', 'registered'],
    ['2026-10-20', 'closed_by_landlord'],
    ['2026-10-22', 'closure_contested'],
  ])
  await tell('gone', { problemCode: 'noise' }, [
    ['2026-05-01', 'first_telling'],
    ['2026-05-31', 'confirmed_gone'],
  ])
  await tell('untold', { problemCode: 'charges' }, [])
  await tell(
    'soon',
    { place: { building: house.ids.building }, problemCode: 'locks', care: { assignedTo: house.ids.ines } },
    [['2026-11-18', 'first_telling']],
  )
  await sql`update union_space.complaint set follow_up_on = '2026-11-21' where id = ${told['lift']}`.execute(
    t.owner,
  )
}

const shown = async (query: string): Promise<string[]> => {
  const page = await house.ines.get(`/reclamations${query}`)
  expect(page.status).toBe(200)
  return [...page.html.matchAll(/<th scope="row"><a href="\/reclamations\/([0-9a-f-]{36})"/g)].map(
    ([, id]) => Object.keys(told).find((name) => told[name] === id) ?? 'a stranger',
  )
}

describe('the list of complaints', () => {
  it.each([
    ['', ['damp', 'lift', 'contested', 'soon'], 'what runs, the longest wait first'],
    [
      '?etat=toutes',
      ['gone', 'damp', 'lift', 'contested', 'soon', 'untold'],
      'what was told to nobody comes last',
    ],
    ['?etat=finies', ['gone'], 'the household said it is gone'],
    ['?etat=pas-dites', ['untold'], 'no clock runs'],
    ['?contestee=oui', ['contested'], 'the closure is untrue, says the household'],
    ['?promesse=passee', ['damp'], 'its day was 10 November'],
    ['?suivi=moi', ['soon'], 'given to whoever asks'],
    ['?suivi=personne', ['damp', 'contested'], 'given to nobody'],
    ['?relance=oui', ['lift'], 'to come back to since yesterday'],
    ['?a-qui=bailleur', ['damp', 'lift', 'contested', 'soon'], 'the landlord must act'],
    ['?famille=heating', ['contested'], 'by family'],
    ['?silence=30', ['damp', 'contested'], 'the last word is of 1 and 20 October: more than thirty days'],
    ['?silence=33', ['damp'], 'thirty-three days exactly are not more than thirty-three'],
    ['?mots=lilas', ['damp', 'lift', 'contested', 'soon'], 'the address of the building'],
    [
      '?mots=lilas+3e+gauche',
      ['damp', 'contested'],
      'the door, found by the words the building does not hold',
    ],
    ['?mots=lilas+14', ['damp', 'lift', 'contested'], 'the staircase and its homes'],
    ['?mots=nulle+part', [], 'a word that names nothing'],
    [
      '?etat=inconnu&famille=%27--&residence=x&silence=-3',
      ['damp', 'lift', 'contested', 'soon'],
      'what is not understood asks nothing',
    ],
  ])('%s shows %j: %s', async (query, names) => {
    expect(await shown(query)).toEqual(names)
  })

  it('by building, estate and home, which other pages link to', async () => {
    const { estate, building, home } = house.ids
    expect(await shown(`?residence=${estate}`)).toHaveLength(4)
    expect(await shown(`?batiment=${building}&famille=locks`)).toEqual(['soon'])
    expect(await shown(`?etat=toutes&logement=${home}`)).toEqual(['gone', 'damp', 'contested', 'untold'])
    expect(await shown(`?residence=${newId(new Date())}`)).toEqual([])
  })

  it('a deadline that passed', async () => {
    await sql`update union_space.complaint_state set next_due_on = '2026-11-21' where complaint_id = ${told['soon']}`.execute(
      t.owner,
    )
    await sql`update union_space.complaint_state set next_due_on = '2026-11-22' where complaint_id <> ${told['soon']}`.execute(
      t.owner,
    )
    expect(await shown('?delai=passe')).toEqual(['soon'])
  })

  it('says waits as «au moins», what passed as a dated sentence, and what was asked as links that take it away', async () => {
    const page = await house.ines.get('/reclamations?promesse=passee&famille=damp')
    expect(page.text).toMatch(/1.réclamation\. Une attente en cours/)
    expect(page.text).toContain('3e gauche, entrée 14, Bâtiment C, Les Tilleuls')
    expect(page.text).toMatch(/au moins 143.jours/)
    expect(page.text).toContain('promesse du 10 novembre 2026 passée')
    expect(page.html).toContain('href="/reclamations?famille=damp"')
    expect(page.html).toContain('href="/reclamations?promesse=passee"')
    expect(page.html).not.toContain('<script')
  })

  it('empty, says what to do', async () => {
    expect((await house.ines.get('/reclamations?mots=rien')).text).toContain('Enlevez un filtre')
  })
})

it('turns pages by the last complaint read, and counts no further than a thousand', async () => {
  const { spaceId } = house.union
  const [complaint = ''] = [told['damp']]
  const many = newId(new Date())
  await sql`insert into directory.estate select ${many}, landlord_id, commune_code, 'Résidence longue', 'residence longue'
    from directory.estate where id = ${house.ids.estate}`.execute(t.owner)
  await sql`insert into union_space.complaint (space_id, id, estate_id, family_code, problem_code, recorded_by, recorded_at)
    select ${spaceId}::uuid, md5('many' || n)::uuid, ${many}::uuid, 'noise', 'noise', recorded_by, recorded_at
    from union_space.complaint, generate_series(1, 1100) n where id = ${complaint}`.execute(t.owner)
  await sql`insert into union_space.complaint_state (space_id, complaint_id, estate_id, family_code, problem_code, holiday_zone, told_earliest, told_latest)
    select space_id, id, estate_id, family_code, problem_code, 'national', '2026-01-01', date '2026-01-01' + (id::text < '8')::int
    from union_space.complaint where estate_id = ${many}::uuid`.execute(t.owner)
  const seen = new Set<string>()
  let path: string | undefined = `/reclamations?residence=${many}`
  for (let pages = 0; path && pages < 40; pages++) {
    const page = await house.ines.get(path)
    expect(page.text).toContain('Plus de 1\u202f000 réclamations')
    for (const [, id = ''] of page.html.matchAll(
      /<th scope="row"><a href="\/reclamations\/([0-9a-f-]{36})"/g,
    )) {
      expect(seen.has(id)).toBe(false)
      seen.add(id)
    }
    path = /<a[^>]*rel="next"[^>]*href="([^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen.size).toBe(1100)
})

describe('a view', () => {
  const NEW = '/reclamations/vues/nouvelle?promesse=passee&famille=damp'

  it('is named, opened, renamed and taken away by whoever named it', async () => {
    const form = await house.ines.get(NEW)
    expect(form.text).toContain('Humidité et moisissures, promesse passée')
    const kept = await house.ines.post('/reclamations/vues/nouvelle', { name: 'Promesses, humidité' }, NEW)
    expect([kept.status, kept.location]).toEqual([303, '/reclamations?famille=damp&promesse=passee'])
    const list = await house.ines.get('/reclamations')
    expect(list.html).toContain('<a href="/reclamations?famille=damp&amp;promesse=passee"')
    const again = await house.ines.post('/reclamations/vues/nouvelle', { name: 'Promesses, humidité' }, NEW)
    expect([again.status, again.text]).toEqual([
      422,
      expect.stringContaining('Une de vos vues a déjà ce nom'),
    ])
    const { rows } = await sql<{
      id: string
      query: string
    }>`select id, query from union_space.saved_view`.execute(t.owner)
    expect(rows).toEqual([expect.objectContaining({ query: 'famille=damp&promesse=passee' })])
    const own = `/reclamations/vues/${rows[0]?.id}`
    expect((await house.ines.post(own, { name: '' })).status).toBe(422)
    expect((await house.ines.post(own, { name: 'Plafonds' })).status).toBe(303)
    expect((await house.ines.get('/reclamations/vues')).text).toContain('Plafonds')
    expect((await house.karim.get('/reclamations/vues')).text).not.toContain('Plafonds')
    expect((await house.karim.get(own)).status).toBe(404)
    expect((await house.karim.post(`${own}/retirer`, {}, '/reclamations/vues/nouvelle')).status).toBe(404)
    expect((await sql`select 1 from union_space.saved_view`.execute(t.owner)).rows).toHaveLength(1)
    expect((await house.ines.post(`${own}/retirer`, {}, own)).status).toBe(303)
    expect((await sql`select 1 from union_space.saved_view`.execute(t.owner)).rows).toHaveLength(0)
  })
})

/** Decoding a text takes its mark away. */
async function firstBytes(path: string): Promise<number[]> {
  const cookie = [...house.ines.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await house.app.request(`http://localhost:3000${path}`, {
    headers: { host: 'localhost:3000', cookie },
  })
  return [...new Uint8Array(await answer.arrayBuffer()).slice(0, 3)]
}

describe('what an address asks and nobody understands', () => {
  it.each([
    ['silence=-5', 'silence = -5'],
    ['silence=abc', 'silence = abc'],
    ['residence=abc', 'residence = abc'],
    ['etat=inconnu', 'etat = inconnu'],
    ['contestee=peut-etre', 'contestee = peut-etre'],
  ])('%s is said on the page', async (query, said) => {
    expect((await house.ines.get(`/reclamations?${query}`)).text).toContain(
      `Ce filtre n’a pas été compris\u202f: ${said}`,
    )
  })

  it('says nothing of what it understands, nor of a field left empty', async () => {
    const query = 'etat=en-cours&silence=30&famille=damp&mots=lilas&residence=&suivi=moi&contestee=oui'
    expect((await house.ines.get(`/reclamations?${query}`)).text).not.toContain('pas été compris')
  })

  it('a view with too long an address or name is refused in French', async () => {
    const path = '/reclamations/vues/nouvelle'
    const long = 'x'.repeat(5000)
    const named = await house.ines.post(path, { name: long, query: '' })
    expect([named.status, named.text]).toEqual([422, expect.stringContaining('Ce nom est trop long')])
    const asked = await house.ines.post(path, { name: 'Liste', query: long })
    expect([asked.status, asked.text]).toEqual([422, expect.stringContaining('trop de filtres')])
    for (const { text } of [named, asked]) expect(text).not.toContain('Invalid')
  })
})

describe('a list taken away', () => {
  it('as a table: exact, what a spreadsheet could run is text, as of a day, with its method; and leaves a trace', async () => {
    await sql`update union_space.home set label = '=2+3' where id = ${house.ids.home}`.execute(t.owner)
    const file = await house.ines.get('/reclamations/export.csv?famille=damp&etat=toutes')
    expect(file.headers.get('content-disposition')).toContain('attachment')
    const [header = '', row = ''] = file.html.split('\r\n')
    expect(await firstBytes('/reclamations/export.csv?famille=damp')).toEqual([0xef, 0xbb, 0xbf])
    const cells = Object.fromEntries(header.split(';').map((name, at) => [name, row.split(';')[at]]))
    expect(cells).toMatchObject({
      residence: 'Les Tilleuls',
      logement: "'=2+3",
      objet: 'Dans la cuisine',
      signale_au_plus_tot: '2026-07-02',
      signale_au_plus_tard: '2026-07-02',
      signale_precision: 'jour',
      jours_au_moins: '143',
      attente: 'en cours',
      cloture_contestee: 'non',
      a_qui_d_agir: 'bailleur',
      promesses: '1',
      promesses_tenues: '0',
      promesses_non_tenues: '1',
      arrete_au: '2026-11-22',
    })
    expect(file.html).not.toContain('Le plafond goutte')
    const trace = sql`select 1 from union_space.audit_line where verb = 'export' and account_id = ${house.ids.ines}`
    expect((await trace.execute(t.owner)).rows).toHaveLength(2)
  })

  it('as data, with a codebook that knows every column', async () => {
    const file = JSON.parse((await house.ines.get('/reclamations/export.json?famille=damp')).html) as {
      as_of: string
      rows: number
      complaints: Record<string, unknown>[]
    }
    expect([file.as_of, file.rows]).toEqual(['2026-11-22', 1])
    const codes = JSON.parse((await house.ines.get('/reclamations/export-codes.json')).html) as {
      columns: { name: string; meaning: string }[]
    }
    const known = codes.columns.filter(({ meaning }) => meaning.length > 5).map(({ name }) => name)
    expect(Object.keys(file.complaints[0] ?? {}).filter((name) => !known.includes(name))).toEqual([])
  })

  it('is not for a steward', async () => {
    for (const path of ['export.csv', 'export.json', 'export-codes.json'])
      expect((await house.karim.get(`/reclamations/${path}`)).status).toBe(404)
    expect((await house.karim.get('/reclamations')).text).not.toContain('Emporter cette liste')
  })
})

it('whoever follows no complaint of this union finds nothing; the rows are there', async () => {
  const paths = [
    '/reclamations',
    '/reclamations/vues',
    '/reclamations/export.csv',
    '/reclamations/chiffres',
    `/lieux/batiments/${house.ids.building}/facade`,
  ]
  for (const [who, browser] of Object.entries(house.others).filter(
    ([name]) => name !== 'an organiser of another union',
  ))
    for (const path of paths) expect([who, path, (await browser.get(path)).status]).toEqual([who, path, 404])
  const other = house.others['an organiser of another union']
  for (const path of paths)
    expect((await other?.get(path))?.html).not.toMatch(new RegExp(Object.values(told).join('|')))
  expect((await sql`select 1 from union_space.complaint`.execute(t.owner)).rows.length).toBeGreaterThan(5)
})
