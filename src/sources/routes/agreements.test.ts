import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { as, type Browser, makeMember, makeSpace, testApp } from '../../../tools/testing/people.ts'

const now = new Date('2026-11-23T10:00:00Z')
const LIMIT = 1024 * 1024

let t: TestDatabase
let folder: string
const people: Record<string, Browser> = {}
const who = (name: string): Browser => {
  const browser = people[name]
  if (!browser) throw new Error(name)
  return browser
}

beforeAll(async () => {
  t = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'palier-sources-'))
  const app = testApp(t, { uploads: { folder, bytes: LIMIT } }, () => now)
  const desk = await makeSpace(t, 'desk', 'Guichet de Toits d’Auvelle')
  const other = await makeSpace(t, 'desk', 'Guichet des Deux Rives')
  const union = await makeSpace(t, 'union', 'Union des Tilleuls')
  const research = await makeSpace(t, 'research', 'Équipe')
  const programme = await makeSpace(t, 'programme', 'Institut')
  const made = {
    helene: await makeMember(t, desk, 'Hélène', 'data_officer'),
    gerard: await makeMember(t, desk, 'Gérard', 'contact'),
    jo: await makeMember(t, desk, 'Jo', 'administrator'),
    solene: await makeMember(t, other, 'Solène', 'data_officer'),
    lea: await makeMember(t, union, 'Léa', 'canvasser'),
    camille: await makeMember(t, research, 'Camille', 'researcher'),
    paule: await makeMember(t, programme, 'Paule', 'lead'),
  }
  for (const [name, member] of Object.entries(made)) people[name] = await as(t, app, member, { now })
})
afterAll(async () => {
  await t.stop()
  await rm(folder, { recursive: true, force: true })
})

const agreement = {
  titre: 'Protocole 2026',
  donneur: 'Toits d’Auvelle',
  finalite: 'Compter les attentes.',
  valable_du: '2026-01-01',
  valable_au: '2026-12-31',
}
const csv = (text = 'num;ouvert;clos\r\n1;02/03/2026;\r\n', name = 'demandes.csv') =>
  new File([text], name, { type: 'text/csv' })
const kept = async () =>
  (await t.owner.withSchema('desk_space').selectFrom('source').select('id').execute()).length

describe('agreements on data', () => {
  it('are asked for before any file', async () => {
    const page = await who('helene').get('/sources')
    expect(page.text).toContain('Notez d’abord la convention')
    expect(page.html).not.toContain('href="/sources/nouvelle"')
    expect((await who('gerard').get('/sources')).text).toContain('Les personnes qui répondent des fichiers')
  })

  it('are written by whoever answers for the files, with what is wrong said beside each field', async () => {
    const empty = await who('helene').post('/sources/accords/nouveau', {})
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Dites à quoi ces fichiers serviront')
    const turned = await who('helene').post('/sources/accords/nouveau', {
      ...agreement,
      valable_au: '2025-12-31',
    })
    expect(turned.text).toContain('Le dernier jour vient avant le premier')
    expect(turned.html).toContain('value="Protocole 2026"')
    const done = await who('helene').post('/sources/accords/nouveau', { ...agreement, permet_name: 'oui' })
    expect([done.status, done.location]).toEqual([303, '/sources/accords'])
    const list = await who('gerard').get('/sources/accords')
    expect(list.text).toContain('Protocole 2026')
    expect(list.text).toContain('vaut jusqu’au 31 décembre 2026')
    expect(list.text).toContain('noms de personnes')
    expect(list.html).not.toContain('/terminer')
  })

  it('are nothing for another space, and closed to whoever does not decide them', async () => {
    expect((await who('solene').get('/sources/accords')).text).not.toContain('Protocole 2026')
    const answers = await Promise.all([
      who('gerard').get('/sources/accords/nouveau'), // reads, writes nothing
      who('jo').get('/sources'), // keeps accounts
      who('lea').get('/sources'), // knocks on doors
      who('paule').get('/sources'), // a programme loads no file
      who('camille').get('/sources/accords/nouveau'), // in research the steward decides
      who('camille').get('/sources'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 200])
    const rows = await t.owner.withSchema('desk_space').selectFrom('data_agreement').select('id').execute()
    expect(rows).toHaveLength(1)
    const end = `/sources/accords/${rows[0]?.id}/terminer`
    expect((await who('solene').get(end)).status).toBe(404)
    expect((await who('helene').get(end)).text).toContain('Plus aucun fichier n’entrera')
  })
})

describe('a file that comes in', () => {
  const send = async (values: Parameters<Browser['send']>[1], by = 'helene') => {
    const [first] = await t.owner.withSchema('desk_space').selectFrom('data_agreement').select('id').execute()
    return who(by).post('/sources/nouvelle', { nom: 'Demandes', convention: first?.id ?? '', ...values })
  }

  it.each([
    ['no file', {}, 'Choisissez le fichier à charger'],
    ['an empty file', { fichier: csv('') }, 'est vide'],
    [
      'a photo named .csv',
      {
        fichier: new File(
          [new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1])],
          'photo.csv',
        ),
      },
      'photo.csv',
    ],
    ['a file over the limit', { fichier: csv('x'.repeat(LIMIT + 1)) }, 'trop gros\u202f: 1 Mo au plus'],
    ['no agreement', { fichier: csv(), convention: '' }, 'Choisissez la convention'],
    [
      'an agreement of nobody',
      { fichier: csv(), convention: '01920000-0000-7000-8000-000000000000' },
      'n’est pas de cet espace',
    ],
  ])('is refused when it is %s: the words stay, nothing of the file does', async (_, values, sentence) => {
    const page = await send(values)
    expect(page.status).toBe(422)
    expect(page.text.replaceAll('\u00a0', ' ')).toContain(sentence)
    expect(page.html).toContain('value="Demandes"')
    expect(await readdir(folder)).toEqual([])
    expect(await kept()).toBe(0)
  })

  it('that is cut in the middle is said to be cut', async () => {
    const helene = who('helene')
    const page = await helene.get('/sources/nouvelle')
    const token = /name="form_token" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
    const cookie = [...helene.cookies].map(([n, v]) => `${n}=${v}`).join('; ')
    const part = (head: string, body: string) =>
      `--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}`
    const body = `${part('name="form_token"', token)}\r\n${part('name="nom"', 'Demandes')}\r\n${part('name="fichier"; filename="d.csv"', 'num;ouvert\r\n1;02/')}`
    const app = testApp(t, { uploads: { folder, bytes: LIMIT } }, () => now)
    const headers = {
      host: 'localhost:3000',
      cookie,
      origin: 'http://localhost:3000',
      'content-type': 'multipart/form-data; boundary=b',
    }
    const answer = await app.request('http://localhost:3000/sources/nouvelle', {
      method: 'POST',
      headers,
      body,
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('L’envoi a été coupé')
    expect(await readdir(folder)).toEqual([])
  })

  it('that was cut is told to whoever sent it when they come back, and to nobody else', async () => {
    const told = /L’envoi de d\.csv ?, le 23 novembre 2026 à 11\sh\s00, a été coupé après 1\sko/
    expect((await who('helene').get('/sources')).text).toMatch(told)
    expect((await who('gerard').get('/sources')).text).not.toContain('a été coupé')
  })

  it('waits for its columns, closed to others, and its source is nobody else’s', async () => {
    const page = await send({ fichier: csv() })
    expect(page.status).toBe(303)
    expect(page.location).toMatch(/^\/sources\/[0-9a-f-]{36}\/colonnes$/)
    expect(await readdir(folder)).toHaveLength(1)
    expect(await kept()).toBe(1)
    expect((await who('helene').get('/sources')).text).not.toContain('a été coupé')
    expect((await who('gerard').get('/sources')).text).toContain('pas encore lue')
    expect((await who('solene').get('/sources')).text).not.toContain('Demandes')
    expect((await who('gerard').get('/sources/nouvelle')).status).toBe(404)
    expect((await send({ fichier: csv() })).text).toContain('s’appelle déjà')
    expect(await readdir(folder)).toHaveLength(1)
  })

  it('never reaches the disk when whoever sends it loads none', async () => {
    const before = await readdir(folder)
    const gerard = await who('gerard').send('/sources/nouvelle', { nom: 'Autre', fichier: csv() })
    expect(gerard.status).toBe(403) // a form he was never given
    expect(await readdir(folder)).toEqual(before)
  })
})
