import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts'
import {
  type App,
  as,
  Browser,
  makeMember,
  makeSpace,
  type MadeSpace,
  testApp,
} from '../../../tools/testing/people.ts'
import { insertParents } from '../../../tools/testing/sample-rows.ts'
import type { Parents } from '../../../tools/testing/sample-values.ts'
import { hostileLetter, pdf, photoWithGps } from '../../../tools/testing/uploads.ts'
import { inScope } from '../../access/scope.ts'
import { attachmentsOf } from '../store/attachments.ts'

let t: TestDatabase
let app: App
let here: Parents
let space: MadeSpace
let ines: Awaited<ReturnType<typeof makeMember>>
let organiser: Browser
let photo: File

const file = (bytes: Uint8Array | string, name: string, type = 'image/jpeg'): File =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name, { type })

beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t)
  space = await makeSpace(t, 'union', 'Collectif')
  here = await insertParents(t.owner, 'union', space.spaceId)
  ines = await makeMember(t, space, 'Inès', 'organiser')
  organiser = await as(t, app, ines)
  photo = file(await photoWithGps(), 'IMG_Dupont_12_rue_Secrete.jpg')
})
afterAll(() => t.stop())

const linePath = () => `/reclamations/${here.complaint}/lignes/${here.complaint_event}/pieces`
const kept = () =>
  inScope(t.logins, ines.actor, (db) => attachmentsOf(db, here.complaint)).then((all) => all.at(-1))
const newest = async () => {
  const found = await kept()
  if (!found) throw new Error('nothing was kept')
  return found
}
const count = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from union_space.attachment`.execute(
    t.owner,
  )
  return rows[0]?.n ?? 0
}
const download = (path: string, cookie: Browser) => cookie.get(path)
const raw = async (path: string): Promise<Response> => {
  const cookie = [...organiser.cookies].map(([n, v]) => `${n}=${v}`).join('; ')
  return app.request(
    new Request(`http://localhost:3000${path}`, { headers: { cookie, host: 'localhost:3000' } }),
  )
}
const pathOf = (a: { readonly id: string }) => `/reclamations/${here.complaint}/pieces/${a.id}`

async function addPhoto(label = 'Plafond de la chambre'): Promise<string> {
  const sent = await organiser.post(linePath(), { 'pieces[]': photo, piece_label: label })
  expect(sent.status, sent.text).toBe(303)
  return (await newest()).id
}

describe('a photo beside a line of a thread', () => {
  it('is listed with what it shows, and is given back clean, to be kept, under a name that says nothing', async () => {
    const id = await addPhoto()
    const page = await organiser.get(linePath())
    expect(page.text).toMatch(
      /Plafond de la chambre Photo \(JPEG\), \d+\sko, ajoutée le \d+(er)? \p{L}+ \d{4}(?! à)/u,
    )
    expect(page.html).not.toMatch(/IMG_|Dupont|Secrete/)
    const answer = await raw(pathOf({ id }))
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename="piece-${id.slice(-8)}.jpg"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const shown = await sharp(bytes).metadata()
    expect([shown.width, shown.height, shown.exif]).toEqual([300, 400, undefined])
    expect(bytes.includes('Ines Secret')).toBe(false)
  })

  it('leaves a line when it is read, and one when it was added', async () => {
    const id = await addPhoto()
    await organiser.get(pathOf({ id }))
    const { rows } = await sql<{ verb: string }>`select verb from union_space.audit_line
      where table_name = 'attachment' and row_id = ${id} and account_id = ${ines.accountId} order by at, verb`.execute(
      t.owner,
    )
    expect(rows.map(({ verb }) => verb)).toEqual(['insert', 'read'])
  })

  it('is nothing to whoever stole the database', async () => {
    const id = await addPhoto()
    const { rows } = await sql<{ sealed: Buffer; sha256: Buffer }>`
      select sealed, sha256 from union_space.attachment where id = ${id}`.execute(t.owner)
    const sealed = rows[0]?.sealed ?? Buffer.alloc(0)
    expect(sealed.length).toBeGreaterThan(1_000)
    expect(sealed.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false)
    await expect(sharp(sealed).metadata()).rejects.toThrow(/unsupported image format/)
  })

  it('does not open once its bytes were swapped with those of another row', async () => {
    const [one, two] = [await addPhoto(), await addPhoto()]
    await sql`update union_space.attachment a set sealed = b.sealed from union_space.attachment b
      where a.id = ${one} and b.id = ${two}`.execute(t.owner)
    const answer = await raw(pathOf({ id: one }))
    expect(answer.status).toBe(500)
    expect(answer.headers.get('content-disposition')).toBeNull()
    expect((await raw(pathOf({ id: two }))).status).toBe(200)
  })

  it('goes away for good when an organiser removes it; the line says that it was there', async () => {
    const id = await addPhoto('À retirer')
    const done = await organiser.post(`${pathOf({ id })}/retirer`)
    expect(done.location).toBe(linePath())
    expect((await organiser.get(linePath())).text).toMatch(/Photo \(JPEG\) ajoutée le .*, retirée le/)
    expect((await raw(pathOf({ id }))).status).toBe(404)
    const { rows } = await sql<{ sealed: Buffer | null; label: string }>`
      select sealed, label from union_space.attachment where id = ${id}`.execute(t.owner)
    expect(rows).toEqual([{ sealed: null, label: '' }])
    expect((await organiser.post(`${pathOf({ id })}/retirer`, {}, linePath())).status).toBe(404)
  })

  it('goes with its complaint', async () => {
    const other = await insertParents(t.owner, 'union', space.spaceId)
    const path = `/reclamations/${other.complaint}/lignes/${other.complaint_event}/pieces`
    expect((await organiser.post(path, { 'pieces[]': photo })).status).toBe(303)
    const before = await count()
    await sql`delete from union_space.complaint where id = ${other.complaint}`.execute(t.owner)
    expect(await count()).toBe(before - 1)
  })
})

describe('what is refused', () => {
  it.each<[string, () => readonly File[], RegExp]>([
    ['11 MB', () => [file(Buffer.alloc(11 * 1024 * 1024, 1), 'a.jpg')], /Ce fichier dépasse 10\sMo/],
    [
      'a lie about its type',
      () => [file('<script>alert(1)</script>', 'photo.jpg')],
      /ni une photo .* ni un PDF/,
    ],
    ['an empty file', () => [file('', 'vide.pdf', 'application/pdf')], /Ce fichier est vide/],
    ['six files', () => Array.from({ length: 6 }, () => photo), /Cinq fichiers au plus/],
    [
      'one bad file of two',
      () => [photo, file('bonjour', 'b.pdf')],
      /Fichier 2 sur 2\. Ce fichier n’est ni .*Aucun n’a été gardé/,
    ],
    ['no file', () => [], /Choisissez au moins une photo ou un PDF/],
  ])('%s: the words come back, and why is beside the files', async (_, files, why) => {
    const before = await count()
    const sent = { piece_label: 'Mes mots « à moi »', ...(files().length > 0 ? { 'pieces[]': files() } : {}) }
    const page = await organiser.post(linePath(), sent)
    expect(page.status).toBe(422)
    expect(page.text).toMatch(why)
    expect(page.html).toMatch(/id="pieces\[\]-erreur"/)
    expect(page.html).toContain('value="Mes mots « à moi »"')
    expect(await count()).toBe(before)
  })

  it('three hundred signs of Arabic and emoji; two hundred are kept as they are', async () => {
    const label = 'سقف الغرفة 😡 '.repeat(30).slice(0, 300)
    const page = await organiser.post(linePath(), { 'pieces[]': photo, piece_label: label })
    expect(page.status).toBe(422)
    expect(page.text).toMatch(/gardez 200 caractères/)
    const short = Array.from(label).slice(0, 200).join('').trim()
    await addPhoto(`\u202e${short}`)
    expect((await newest()).label).toBe(short)
  })

  it('sent twice, it is kept once', async () => {
    const token = /name="form_token" value="([^"]+)"/.exec((await organiser.get(linePath())).html)?.[1] ?? ''
    const before = await count()
    const sent = { form_token: token, 'pieces[]': photo }
    const [one, two] = await Promise.all([organiser.send(linePath(), sent), organiser.send(linePath(), sent)])
    expect([one.status, two.status]).toEqual([303, 303])
    expect(await count()).toBe(before + 1)
  })

  it('a line of another thread', async () => {
    const other = await insertParents(t.owner, 'union', space.spaceId)
    const path = `/reclamations/${here.complaint}/lignes/${other.complaint_event}/pieces`
    const before = await count()
    expect((await organiser.get(path)).status).toBe(404)
    expect((await organiser.post(path, { 'pieces[]': photo }, linePath())).status).toBe(404)
    expect(await count()).toBe(before)
  })
})

it('a PDF with scripts is kept without them', async () => {
  const hostile = file(pdf(hostileLetter), 'lettre.pdf', 'application/pdf')
  expect((await organiser.post(linePath(), { 'pieces[]': hostile })).status).toBe(303)
  const answer = await raw(pathOf(await newest()))
  expect(answer.headers.get('content-disposition')).toMatch(/piece-[0-9a-f]{8}\.pdf/)
  expect(await answer.text()).not.toMatch(/JavaScript|Launch|secret/)
})

describe('who may', () => {
  it.each([
    ['steward', 200, 404],
    ['officer', 200, 200],
    ['canvasser', 404, 404],
    ['treasurer', 404, 404],
    ['administrator', 404, 404],
  ] as const)('%s: reading %d, removing %d', async (circle, reading, removing) => {
    const id = await addPhoto()
    const member = await makeMember(t, space, 'Autre', circle)
    const browser = await as(t, app, member, { secondFactor: true })
    expect((await browser.get(linePath())).status).toBe(reading)
    expect((await download(pathOf({ id }), browser)).status).toBe(reading)
    expect((await browser.get(`${pathOf({ id })}/retirer`)).status).toBe(removing)
    expect((await raw(pathOf({ id }))).status).toBe(200)
  })

  it.each(['union', 'desk', 'programme', 'research'] as const)(
    'another %s: nothing is there',
    async (kind) => {
      const id = await addPhoto()
      const stranger = await makeMember(
        t,
        await makeSpace(t, kind, `Ailleurs ${kind}`),
        'Ailleurs',
        kind === 'union'
          ? 'organiser'
          : kind === 'desk'
            ? 'contact'
            : kind === 'programme'
              ? 'assistant'
              : 'researcher',
      )
      const browser = await as(t, app, stranger, { secondFactor: true })
      for (const path of [linePath(), pathOf({ id }), `${pathOf({ id })}/retirer`])
        expect((await browser.get(path)).status, path).toBe(404)
      expect((await raw(pathOf({ id }))).status).toBe(200)
    },
  )

  it('nobody signed in: the door, for what is there and for what is not', async () => {
    const id = await addPhoto()
    const nobody = new Browser(app)
    const answers = [await nobody.get(pathOf({ id })), await nobody.get(pathOf({ id: here.home }))]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
  })

  it.each(['nothing', "1' or '1'='1", '..%2f..%2fetc%2fpasswd', '%00'])(
    'an address such as %s names nothing',
    async (bad) => {
      expect((await organiser.get(`/reclamations/${here.complaint}/pieces/${bad}`)).status).toBe(404)
    },
  )
})
