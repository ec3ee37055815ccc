import { sql } from 'kysely'
import * as mupdf from 'mupdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '../access/scope.ts'
import { addEvent, recordComplaint } from '../complaints/public.ts'
import { exactDay } from '../kernel/approximate-day.ts'
import { calendarDay as day } from '../kernel/calendar-day.ts'
import { newId } from '../kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { picture } from '../../tools/testing/uploads.ts'
import { as, Browser, makeMember, makeSpace, type MadeSpace, testApp } from '../../tools/testing/people.ts'

const now = new Date('2026-11-23T10:00:00Z')
const today = day('2026-11-23')

let t: TestDatabase
let union: MadeSpace
let ines: Browser // organiser
let lea: Browser // canvasser: knocks on doors, follows no complaint
let stranger: Browser // officer of another union
let agent: Browser // decides for the landlord
let complaintId: string
let personId: string

beforeAll(async () => {
  t = await testDatabase()
  const app = testApp(t, {}, () => now)
  union = await makeSpace(t, 'union', 'Union des Tilleuls')
  const other = await makeSpace(t, 'union', 'Union de la Gare')
  const desk = await makeSpace(t, 'desk', 'Bailleur du Canal')
  const organiser = await makeMember(t, union, 'Inès', 'organiser')
  const signedIn = { now }
  ines = await as(t, app, organiser, signedIn)
  lea = await as(t, app, await makeMember(t, union, 'Léa', 'canvasser'), signedIn)
  stranger = await as(t, app, await makeMember(t, other, 'Étranger', 'officer'), signedIn)
  agent = await as(t, app, await makeMember(t, desk, 'Gérard', 'decision_owner'), signedIn)
  ;({ complaintId, personId } = await makeComplaint(organiser.actor, desk.institutionId))
})
afterAll(() => t.stop())

async function makeComplaint(actor: Parameters<typeof inScope>[1], landlordId: string) {
  const [estate, building, staircase, home, person] = [
    newId(new Date()),
    newId(new Date()),
    newId(new Date()),
    newId(new Date()),
    newId(new Date()),
  ]
  await sql`insert into directory.commune values ('00000', 'Valrive', '99000') on conflict do nothing`.execute(
    t.owner,
  )
  await sql`insert into directory.estate values (${estate}, ${landlordId}, '00000', 'Les Tilleuls', 'les tilleuls')`.execute(
    t.owner,
  )
  await sql`insert into directory.building values (${building}, ${estate}, 'Bâtiment C', '3 rue des Lilas', 'c')`.execute(
    t.owner,
  )
  await sql`insert into directory.staircase values (${staircase}, ${building}, '1', 0, 8, '{gauche,droite}')`.execute(
    t.owner,
  )
  await sql`insert into union_space.home (space_id, id, staircase_id, floor, position, label)
    values (${union.spaceId}, ${home}, ${staircase}, 3, 1, '3e gauche')`.execute(t.owner)
  await sql`insert into union_space.person (space_id, id, name, search_text, last_contact_on)
    values (${union.spaceId}, ${person}, 'Amina Belkacem', 'amina belkacem', '2026-11-01')`.execute(t.owner)
  const recorded = await inScope(t.logins, actor, async (db) => {
    const made = await recordComplaint(
      db,
      {
        place: { home },
        problemCode: 'heating.none',
        words: 'Il fait 14 degrés dans la chambre.',
        personId: person,
        told: { on: exactDay(day('2026-10-01')), channel: 'phone', interlocutor: '', evidence: 'declared' },
      },
      { now, today },
    )
    if (!made.ok) throw new Error(JSON.stringify(made))
    return made.value
  })
  return { complaintId: recorded, personId: person }
}

const fields = {
  voice: 'je',
  name: 'Amina Belkacem',
  address: '3 rue des Lilas\n99000 Valrive',
  landlord_name: 'Bailleur du Canal',
  landlord_address: '1 quai du Canal',
  place: 'Les Tilleuls, Bâtiment C',
  words: 'Il fait 14 degrés.',
  asked_by: '2026-12-07',
  sending: 'registered_letter',
  written_at: 'Valrive',
  attachments: '',
  act: 'prepare',
}
const letters = () => `/reclamations/${complaintId}/lettres`
const rows = async () =>
  (
    await sql<{ id: string; sent_on: string | null; event_id: string | null; letter: unknown }>`
      select id, sent_on::text, event_id, letter from union_space.letter order by prepared_at, id`.execute(
      t.owner,
    )
  ).rows
const thread = async () =>
  (
    await sql<{ id: string; kind: string; channel: string; evidence: string; happened_latest: string }>`
      select id, kind, channel, evidence, happened_latest::text from union_space.complaint_event
      where complaint_id = ${complaintId} order by recorded_at, id`.execute(t.owner)
  ).rows

async function prepare(slug: string, more: Record<string, string> = {}): Promise<string> {
  const done = await ines.post(`${letters()}/${slug}`, { ...fields, ...more })
  expect([done.status, done.text]).toEqual([303, expect.anything()])
  return done.location ?? ''
}

describe('writing a letter', () => {
  it('each page is reached through what the complaint is about', async () => {
    const path = await prepare('relance')
    for (const page of [letters(), `${letters()}/relance`, path])
      expect((await ines.get(page)).html).toMatch(
        /<a href="\/reclamations\/[^"]+"><bdi>Chauffage\u202f: pas de chauffage<\/bdi><\/a>/,
      )
  })

  it('a request with no field at all is answered in French', async () => {
    const page = await ines.post(`${letters()}/relance`, {})
    expect(page.status).toBe(422)
    expect(page.text).toContain('Écrivez le nom du bailleur.')
    expect(page.text).not.toMatch(/Invalid|Expected/)
  })

  it('proposes what is known, and marks for the organiser the rules nobody has checked', async () => {
    const page = await ines.get(`${letters()}/relance`)
    expect(page.status).toBe(200)
    expect(page.html).toContain('value="Amina Belkacem"')
    expect(page.html).toContain('Bâtiment C, ')
    expect(page.html).toContain('3 rue des Lilas\n99000 Valrive')
    expect(page.text).toContain('À faire vérifier par un·e juriste')
    expect(page.text).toContain('Logement décent, entretien, réparations autres que locatives')
  })

  it('reading somebody’s name for a letter leaves a line', async () => {
    const read = sql<{ n: number }>`select count(*)::int as n from union_space.audit_line
      where verb = 'read' and table_name = 'person' and row_id = ${personId}`
    const before = (await read.execute(t.owner)).rows[0]?.n ?? 0
    await ines.get(`${letters()}/relance`)
    expect((await read.execute(t.owner)).rows[0]?.n).toBe(before + 1)
  })

  it('so does opening a letter, or taking it away', async () => {
    const path = await prepare('relance')
    const read = async () =>
      (
        await sql<{ n: number }>`select count(*)::int as n from union_space.audit_line
          where verb = 'read' and table_name = 'letter' and row_id = ${path.split('/').at(-1)}`.execute(
          t.owner,
        )
      ).rows[0]?.n
    await ines.get(path)
    await ines.get(`${path}/pdf`)
    expect(await read()).toBe(2)
  })

  it('shows the letter before it is prepared, and keeps nothing then', async () => {
    const before = (await rows()).length
    const page = await ines.post(`${letters()}/mise-en-demeure`, { ...fields, act: 'preview' })
    expect(page.status).toBe(200)
    expect(page.text).toContain(
      'je vous mets en demeure de faire cesser ce problème au plus tard le 7\u00a0décembre 2026',
    )
    expect(page.text).toContain('la loi ne fixe pas de nombre de jours')
    expect(page.html).toContain('value="Amina Belkacem"') // what was typed is still there
    expect(await rows()).toHaveLength(before)
  })

  it('what was typed comes back with what is wrong', async () => {
    const page = await ines.post(`${letters()}/relance`, { ...fields, name: ' ', asked_by: '2026-11-22' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Écrivez le nom que la personne veut mettre en bas de la lettre.')
    expect(page.text).toContain('Ce jour est passé. Choisissez un jour à venir.')
    expect(page.html).toContain('1 quai du Canal')
  })

  it('HTML in somebody’s words is words', async () => {
    const words = '<script>alert(1)</script> #panic("x")'
    const page = await ines.get(await prepare('relance', { words }))
    expect(page.html).not.toContain('<script>alert(1)')
    expect(page.text).toContain(words)
  })

  it('is kept as it was: the thread that goes on does not change it', async () => {
    const path = await prepare('relance')
    const before = (await ines.get(path)).text
    await inScope(t.logins, (await organiserOf()).actor, (db) =>
      addEvent(
        db,
        complaintId,
        {
          kind: 'reminder',
          actor: 'household',
          channel: 'phone',
          happened: exactDay(day('2026-11-20')),
          evidence: 'declared',
          details: {},
          words: '',
          interlocutor: '',
        },
        { now, today },
      ),
    )
    expect((await ines.get(path)).text).toBe(before)
  })
})

const organiserOf = () => makeMember(t, union, 'Autre', 'organiser')

describe('a prepared letter', () => {
  it('is a PDF and a DOCX to keep, under names that tell nobody’s', async () => {
    const path = await prepare('premiere-demande')
    const pdf = await ines.get(`${path}/pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toBe('attachment; filename="palier-premiere-demande.pdf"')
    expect(pdf.headers.get('cache-control')).toBe('no-store')
    const docx = await ines.get(`${path}/docx`)
    expect(docx.headers.get('content-disposition')).toBe(
      'attachment; filename="palier-premiere-demande.docx"',
    )
    expect(docx.html.startsWith('PK')).toBe(true)
  })

  it('once sent, it says so, and the thread has its line', async () => {
    const path = await prepare('relance')
    const before = (await thread()).length
    const done = await ines.post(path, { sent_on: '2026-11-23', sent_how: 'registered_letter' })
    expect([done.status, done.location]).toEqual([303, path])
    expect((await ines.get(path)).text).toContain('Envoyée le 23 novembre 2026, par lettre recommandée.')
    const lines = await thread()
    expect(lines).toHaveLength(before + 1)
    const row = (await rows()).find(({ id }) => path.endsWith(id))
    const line = lines.find(({ id }) => id === row?.event_id)
    expect(line).toMatchObject({
      kind: 'reminder',
      channel: 'registered_letter',
      evidence: 'declared', // no proof was attached
      happened_latest: '2026-11-23',
    })
  })

  it('its proof is a piece of that line; what is no photo comes back, and nothing is noted', async () => {
    const path = await prepare('mise-en-demeure')
    const sent = { sent_on: '2026-11-23', sent_how: 'registered_letter', piece_label: 'Avis de réception' }
    const lines = (await thread()).length
    const wrong = new File(['pas une photo'], 'avis.jpg', { type: 'image/jpeg' })
    const refused = await ines.post(path, { ...sent, 'pieces[]': wrong })
    expect([refused.status, (await thread()).length]).toEqual([422, lines])
    expect(refused.html).toContain('value="Avis de réception"')
    const photo = new File([new Uint8Array(await picture('jpeg'))], 'avis.jpg', { type: 'image/jpeg' })
    expect((await ines.post(path, { ...sent, 'pieces[]': photo })).status).toBe(303)
    const proof = await sql<{ label: string; evidence: string; of_line: boolean }>`
      select a.label, e.evidence, a.event_id = l.event_id as of_line from union_space.letter l
      join union_space.attachment a on a.id = l.proof_attachment_id
      join union_space.complaint_event e on e.id = l.event_id where l.id = ${path.split('/').at(-1)}`.execute(
      t.owner,
    )
    expect(proof.rows).toEqual([{ label: 'Avis de réception', evidence: 'registered_letter', of_line: true }])
  })

  it('is sent once, and not tomorrow', async () => {
    const path = await prepare('relance')
    const page = await ines.post(path, { sent_on: '2026-11-24', sent_how: 'email' })
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('n’est pas encore passé')])
    await ines.post(path, { sent_on: '2026-11-23', sent_how: 'email' })
    const lines = (await thread()).length
    const again = await ines.post(path, { sent_on: '2026-11-23', sent_how: 'email' }, `${letters()}/relance`)
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('déjà noté')])
    expect(await thread()).toHaveLength(lines)
  })

  it.each([
    [
      { sent_on: '2026-11-22', sent_how: 'letter' },
      'La lettre est datée du 23 novembre 2026\u202f: elle n’a pas pu',
    ],
    [{ sent_on: '2026-11-23' }, 'Choisissez comment elle est partie.'],
    [{ sent_on: '2026-11-23', sent_how: 'pigeon' }, 'Choisissez comment elle est partie.'],
    [{ sent_how: 'letter' }, 'Écrivez le jour où la lettre est partie.'],
  ])('%o is refused, and nothing is noted: %s', async (values, sentence) => {
    const path = await prepare('relance')
    const lines = (await thread()).length
    const page = await ines.post(path, values)
    expect([page.status, page.text]).toEqual([422, expect.stringContaining(sentence)])
    expect(await thread()).toHaveLength(lines)
    expect((await rows()).find(({ id }) => path.endsWith(id))?.sent_on).toBeNull()
  })

  it('to the commission starts the commission’s delay, and no clock of the landlord’s', async () => {
    const path = await prepare('conciliation', { commission_address: 'Préfecture' })
    await ines.post(path, { sent_on: '2026-11-23', sent_how: 'registered_letter' })
    const row = (await rows()).find(({ id }) => path.endsWith(id))
    const line = (await thread()).find(({ id }) => id === row?.event_id)
    expect(line).toMatchObject({ kind: 'commission_seized', channel: 'registered_letter' })
  })
})

it('the file of a complaint is a PDF with the whole thread', async () => {
  const app = testApp(t, {}, () => now)
  const cookie = [...ines.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await app.request(`http://localhost:3000/reclamations/${complaintId}/dossier`, {
    headers: { host: 'localhost:3000', cookie },
  })
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="palier-dossier-2026-11-23.pdf"',
  )
  const doc = mupdf.Document.openDocument(await answer.arrayBuffer(), 'application/pdf')
  const text = Array.from({ length: doc.countPages() }, (_, n) =>
    doc.loadPage(n).toStructuredText('preserve-whitespace').asText(),
  ).join(' ')
  expect(text).toMatch(/Dossier\s: Chauffage \(pas de chauffage\)/)
  expect(text).toMatch(/Premier signalement/)
  expect(text).toContain('Il fait 14 degrés dans la chambre.')
})

describe('who is not there', () => {
  it.each([
    ['a canvasser', () => lea],
    ['another union', () => stranger],
    ['a landlord', () => agent],
    ['a visitor', () => new Browser(testApp(t))],
  ])('%s finds no letter', async (_, who) => {
    const path = await prepare('relance')
    const before = (await rows()).length
    const pages = [
      path,
      `${path}/pdf`,
      `${path}/docx`,
      letters(),
      `${letters()}/relance`,
      `/reclamations/${complaintId}/dossier`,
    ]
    for (const page of pages) {
      const { status, text } = await who().get(page)
      expect([page, status === 404 || status === 303]).toEqual([page, true])
      expect(text).not.toContain('Amina')
    }
    const sent = await who().send(path, { sent_on: '2026-11-23', sent_how: 'email' })
    expect(sent.status).not.toBe(200)
    expect(await rows()).toHaveLength(before) // the letter is really there
    expect((await rows()).find(({ id }) => path.endsWith(id))?.sent_on).toBeNull()
  })

  it('an address that names nothing is not there', async () => {
    for (const path of [
      `/lettres/${newId(new Date())}`,
      '/lettres/x',
      `${letters()}/autre`,
      `/reclamations/${newId(new Date())}/lettres`,
    ])
      expect([path, (await ines.get(path)).status]).toEqual([path, 404])
  })
})

it('a person who is erased leaves no letter', async () => {
  await prepare('relance')
  expect((await rows()).length).toBeGreaterThan(0)
  await sql`delete from union_space.person where id = ${personId}`.execute(t.owner)
  expect(await rows()).toEqual([])
})
