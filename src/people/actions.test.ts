import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliverPassages } from '../access/doorkeeper.ts'
import { type Actor, inScope, type ScopedDb } from '../access/scope.ts'
import { parseApproximateDay } from '../kernel/approximate-day.ts'
import { calendarDay, dayIn } from '../kernel/calendar-day.ts'
import { newId } from '../kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { makeMember, makeSpace, type MadeSpace } from '../../tools/testing/people.ts'
import { giveConsent, withdrawConsent } from './actions/agree.ts'
import { erasePerson } from './actions/erase-person.ts'
import { everythingHeld, readFile } from './actions/everything-held.ts'
import { joinPeople, separatePeople } from './actions/join-people.ts'
import { keepPerson, rewritePerson } from './actions/keep-person.ts'
import { changeStay, noteStay } from './actions/live-somewhere.ts'
import { presentToLandlord, previewPresentation } from './actions/present-spokesperson.ts'
import type { Purpose } from './domain/consent.ts'
import type { PersonFields } from './domain/person.ts'
import { peopleDoors } from './doors.ts'
import { mergersOf } from './store/mergers.ts'

const now = new Date()
const today = dayIn(now)
const when = { now, today }

let t: TestDatabase
let union: MadeSpace
let desk: MadeSpace
let ines: Actor
let karim: Actor
let homeId: string
const asInes = <T>(work: (db: ScopedDb) => Promise<T>): Promise<T> => inScope(t.logins, ines, work)

beforeAll(async () => {
  t = await testDatabase()
  union = await makeSpace(t, 'union', 'Union des Tilleuls')
  desk = await makeSpace(t, 'desk', 'Bailleur du Canal')
  ines = (await makeMember(t, union, 'Inès', 'officer', 'organiser')).actor
  karim = (await makeMember(t, union, 'Karim', 'steward')).actor
  homeId = await makeHome()
})
afterAll(() => t.stop())

async function makeHome(): Promise<string> {
  const [estate, building, staircase, home] = [
    newId(new Date()),
    newId(new Date()),
    newId(new Date()),
    newId(new Date()),
  ]
  await sql`insert into directory.commune values ('00000', 'Valrive', '99000') on conflict do nothing`.execute(
    t.owner,
  )
  await sql`insert into directory.estate values (${estate}, ${desk.institutionId}, '00000', ${`Les Tilleuls ${estate}`}, 'les tilleuls')`.execute(
    t.owner,
  )
  await sql`insert into directory.building values (${building}, ${estate}, 'C', '3 rue des Lilas', 'c 3 rue des lilas')`.execute(
    t.owner,
  )
  await sql`insert into directory.staircase values (${staircase}, ${building}, '1', 0, 8, '{gauche,droite}')`.execute(
    t.owner,
  )
  await sql`insert into union_space.home (space_id, id, staircase_id, floor, position, label)
    values (${union.spaceId}, ${home}, ${staircase}, 3, 1, '3e gauche')`.execute(t.owner)
  return home
}

const told = (fields: Partial<PersonFields> & { name: string }): PersonFields => ({
  phone: '',
  email: '',
  language: 'fr',
  reachBy: 'union',
  note: '',
  ...fields,
})
async function keep(
  fields: Partial<PersonFields> & { name: string },
  agreed: Parameters<typeof keepPerson>[1]['agreed'] = [],
): Promise<string> {
  const done = await asInes((db) =>
    keepPerson(db, { fields: told(fields), home: undefined, agreed, isAnother: true }, when),
  )
  if (!done.ok) throw new Error(done.refusal.because)
  return done.value
}
const since = (text: string) => {
  const read = parseApproximateDay(text, today)
  if (!read.ok) throw new Error(read.refusal.because)
  return read.value
}
const ownerRow = async (id: string) =>
  (await sql<Record<string, unknown>>`select * from union_space.person where id = ${id}`.execute(t.owner))
    .rows[0]

describe('keeping a person', () => {
  it('notes who they are, where they live and since when, and each agreement with its wording', async () => {
    const person = {
      fields: told({ name: 'Amina Belkacem' }),
      home: { id: homeId, since: since('hiver 2022') },
      agreed: ['kept', 'called_back'] as const,
      isAnother: false,
    }
    const done = await asInes((db) => keepPerson(db, person, when))
    const file = done.ok ? await asInes((db) => readFile(db, done.value)) : undefined
    expect(file?.stays).toMatchObject([
      {
        homeId,
        since: { said: 'hiver 2022', earliest: '2022-12-01' },
        place: { label: '3e gauche', building: 'C' },
      },
    ])
    expect(file?.consents.map((c) => [c.purpose, c.wordingVersion, c.givenOn]).sort()).toEqual([
      ['called_back', '2026-11', today],
      ['kept', '2026-11', today],
    ])
  })

  it.each<[Partial<PersonFields> & { name: string }, string]>([
    [{ name: 'AMINA  BELKACÉM' }, 'the same name, accents and case aside'],
    [{ name: 'A. Belkacem', phone: '+33 6 00 00 00 07' }, 'the same number, from abroad'],
  ])('shows one who may be known already: %o (%s)', async (fields) => {
    await keep({ name: 'Amina Belkacem', phone: '06 00 00 00 07' })
    const again = { fields: told(fields), home: undefined, agreed: [], isAnother: false }
    const done = await asInes((db) => keepPerson(db, again, when))
    expect(done).toMatchObject({ ok: false, refusal: { because: 'maybe_known' } })
    const anyway = await asInes((db) => keepPerson(db, { ...again, isAnother: true }, when))
    expect(anyway.ok).toBe(true)
  })
})

it('two people edit one file at once: the second is told what the first wrote, and nothing is lost', async () => {
  const id = await keep({ name: 'Paul Morin' })
  const read = { id, version: 1, spokeToday: false }
  expect(
    await asInes((db) => rewritePerson(db, read, told({ name: 'Paul Morin', phone: '01' }), today)),
  ).toMatchObject({ ok: true })
  const second = await inScope(t.logins, karim, (db) =>
    rewritePerson(db, read, told({ name: 'Paul Maurin' }), today),
  )
  expect(second).toMatchObject({
    ok: false,
    refusal: { because: 'written_meanwhile', current: { phone: '01', version: 2 } },
  })
  expect(await ownerRow(id)).toMatchObject({ name: 'Paul Morin', phone: '01' })
})

describe('living somewhere', () => {
  it.each<[string, string, string | undefined, string]>([
    ['fin 2020', '2019', 'ends_before_it_begins', 'they left before they came'],
    ['vers 2021', '2021', undefined, 'approximate days may overlap'],
  ])('from %s until %s: %s (%s)', async (from, until, because) => {
    const personId = await keep({ name: 'Rosa Lima' })
    const stay = { homeId, personId, since: since(from), until: since(until) }
    const done = await asInes((db) => noteStay(db, stay, when))
    expect(done.ok ? undefined : done.refusal.because).toBe(because)
  })

  it('is told once, and ends when they move out', async () => {
    const personId = await keep({ name: 'Tomás Silva' })
    const stay = { homeId, personId, since: undefined, until: undefined }
    await asInes((db) => noteStay(db, stay, when))
    expect(await asInes((db) => noteStay(db, stay, when))).toMatchObject({
      refusal: { because: 'told_already' },
    })
    const [known] = (await asInes((db) => readFile(db, personId)))?.stays ?? []
    const ends = { since: undefined, until: since('mars 2024') }
    await asInes((db) => changeStay(db, { personId, stayId: known?.id ?? '' }, ends, when))
    expect(await asInes((db) => noteStay(db, stay, when))).toMatchObject({ ok: true }) // came back
    expect((await asInes((db) => readFile(db, personId)))?.stays).toHaveLength(2)
  })
})

describe('joining two files of one human', () => {
  it('reads both together, and separating restores every row exactly', async () => {
    const snapshot = async () =>
      (
        await sql`select to_jsonb(p) as row from union_space.person p union all select to_jsonb(o) from union_space.occupancy o
        union all select to_jsonb(c) from union_space.consent c order by 1`.execute(t.owner)
      ).rows
    const [a, b] = [
      await keep({ name: 'Sophie Lac' }, ['kept']),
      await keep({ name: 'Sofie Lac', phone: '0600000001' }, ['kept', 'called_back']),
    ]
    await asInes((db) => noteStay(db, { homeId, personId: b, since: undefined, until: undefined }, when))
    const before = await snapshot()
    expect(await asInes((db) => joinPeople(db, { keptId: a, mergedId: b }, now))).toMatchObject({ ok: true })
    const file = await asInes((db) => readFile(db, b)) // the old address opens the kept file
    expect(file).toMatchObject({ person: { id: a }, joined: [{ id: b }], stays: [{ homeId }] })
    expect(file?.consents).toHaveLength(3)
    const [merger] = await asInes((db) => mergersOf(db, a))
    await asInes((db) => separatePeople(db, { keptId: a, mergerId: merger?.id ?? '' }, now))
    expect(await snapshot()).toEqual(before)
  })

  it('withdrawing an agreement withdraws it in every joined file', async () => {
    const [a, b] = [await keep({ name: 'Nora Est' }, ['kept']), await keep({ name: 'Nora Est' }, ['kept'])]
    await asInes((db) => joinPeople(db, { keptId: a, mergedId: b }, now))
    await asInes((db) => withdrawConsent(db, a, 'kept', when))
    expect((await asInes((db) => readFile(db, a)))?.consents.map((c) => c.withdrawnOn)).toEqual([
      today,
      today,
    ])
  })

  it('a steward may not', async () => {
    const [a, b] = [await keep({ name: 'Lou Nord' }), await keep({ name: 'Lou Nord' })]
    await expect(
      inScope(t.logins, karim, (db) => joinPeople(db, { keptId: a, mergedId: b }, now)),
    ).rejects.toThrow('row-level security')
    expect(await ownerRow(b)).toMatchObject({ merged_into: null }) // both really there
  })
})

const estate = () => ({ name: 'Les Tilleuls', landlordId: desk.institutionId, landlordName: desk.spaceName })
const carry = () => deliverPassages(t.logins, peopleDoors, now)
const inbox = async (id: string) =>
  (
    await sql<{
      projection: unknown
      undone_at: Date | null
    }>`select projection, undone_at from desk_space.inbox where id = ${id}`.execute(t.owner)
  ).rows[0]

describe('a spokesperson', () => {
  it('is presented with exactly what the preview showed, and taken back when they no longer agree', async () => {
    const id = await keep(
      { name: 'Léa Roche', phone: '0600000002', email: 'lea@exemple.test', reachBy: 'phone' },
      ['presented_to_landlord'],
    )
    const preview = await asInes((db) => previewPresentation(db, id, estate()))
    const sent = await asInes((db) => presentToLandlord(db, { id, version: 1 }, estate(), now))
    expect(preview.ok && preview.value.projection).toEqual({
      name: 'Léa Roche',
      reachBy: 'phone',
      reachAt: '0600000002',
      estate: 'Les Tilleuls',
    })
    const passage = sent.ok ? sent.value : ''
    await carry()
    expect(await inbox(passage)).toMatchObject({
      projection: preview.ok && preview.value.projection,
      undone_at: null,
    })
    expect(await asInes((db) => presentToLandlord(db, { id, version: 1 }, estate(), now))).toMatchObject({
      refusal: { because: 'already_presented' },
    })
    await inScope(t.logins, karim, (db) => withdrawConsent(db, id, 'presented_to_landlord', when))
    await carry()
    expect(await inbox(passage)).toMatchObject({ projection: {}, undone_at: now })
  })

  it.each<[Partial<PersonFields> & { name: string }, readonly Purpose[], string, string]>([
    [{ name: 'Sans Accord' }, [], 'consent_missing', 'they did not agree'],
    [
      { name: 'Sans Numéro', reachBy: 'phone' },
      ['presented_to_landlord'],
      'nothing_to_reach_by',
      'nothing to call',
    ],
  ])('%o is not presented: %s', async (fields, agreed, because) => {
    const id = await keep(fields, agreed)
    expect(await asInes((db) => presentToLandlord(db, { id, version: 1 }, estate(), now))).toMatchObject({
      refusal: { because },
    })
  })

  it('whose file was rewritten since the preview is shown again first; a steward cannot decide', async () => {
    const id = await keep({ name: 'Jo Sud' }, ['presented_to_landlord'])
    expect(await asInes((db) => presentToLandlord(db, { id, version: 9 }, estate(), now))).toMatchObject({
      refusal: { because: 'changed_meanwhile' },
    })
    const bySteward = await inScope(t.logins, karim, (db) =>
      presentToLandlord(db, { id, version: 1 }, estate(), now),
    )
    expect(bySteward).toMatchObject({ refusal: { because: 'not_yours_to_decide' } })
  })
})

/** Every text and jsonb column of every table of the database, searched as owner. */
async function findAnywhere(needle: string): Promise<string[]> {
  const { rows } = await sql<{ place: string; schema: string; table: string; column: string }>`
    select c.table_schema as schema, c.table_name as "table", c.column_name as "column" from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
      and c.udt_name in ('text', 'jsonb', '_text', 'varchar', 'json')`.execute(t.owner)
  const found: string[] = []
  for (const { schema, table, column } of rows) {
    const hit =
      await sql`select 1 from ${sql.id(schema, table)} where strpos(lower(${sql.id(column)}::text), ${needle.toLowerCase()}) > 0 limit 1`.execute(
        t.owner,
      )
    if (hit.rows.length > 0) found.push(`${schema}.${table}.${column}`)
  }
  return found
}

describe('erasing a person', () => {
  it('leaves nothing readable of them anywhere, in any space', async () => {
    const fields = {
      name: 'Zéphyrine Oubliée',
      phone: '07 99 98 97 96',
      email: 'zephyrine@oubliee.test',
      reachBy: 'email',
      note: 'un mot sur Zéphyrine',
    } as const
    const id = await keep(fields, ['kept', 'presented_to_landlord'])
    const twin = await keep({ name: 'Zephyrine O.', phone: '07 99 98 97 96' }, ['kept'])
    await asInes((db) => noteStay(db, { homeId, personId: id, since: undefined, until: undefined }, when))
    await asInes((db) => joinPeople(db, { keptId: id, mergedId: twin }, now))
    await asInes((db) => presentToLandlord(db, { id, version: 1 }, estate(), now))
    await carry()
    const needles = ['zéphyrine', 'zephyrine', 'oubliee', '07 99 98', '0799989796']
    const before = (await Promise.all(needles.map(findAnywhere))).flat()
    expect(before).toEqual(
      expect.arrayContaining([
        'union_space.person.name',
        'union_space.passage.projection',
        'desk_space.inbox.projection',
      ]),
    )
    expect(await asInes((db) => erasePerson(db, { id, typedName: 'Zéphyrine' }, now))).toMatchObject({
      refusal: { because: 'another_name' },
    })
    expect(await asInes((db) => erasePerson(db, { id, typedName: 'zephyrine oubliee' }, now))).toMatchObject({
      ok: true,
    })
    await carry()
    expect((await Promise.all(needles.map(findAnywhere))).flat()).toEqual([])
    expect(
      (await sql`select 1 from union_space.home where id = ${homeId}`.execute(t.owner)).rows,
    ).toHaveLength(1)
    const lines = await sql<{
      verb: string
    }>`select verb from union_space.audit_line where row_id = ${id}`.execute(t.owner)
    expect(lines.rows.map((l) => l.verb)).toContain('delete')
  })

  it('a steward cannot, whether asked politely or in SQL', async () => {
    const id = await keep({ name: 'Encore Là' })
    const politely = await inScope(t.logins, karim, (db) =>
      erasePerson(db, { id, typedName: 'Encore Là' }, now),
    )
    expect(politely).toMatchObject({ refusal: { because: 'not_yours_to_decide' } })
    await inScope(t.logins, karim, (db) => db.sql.deleteFrom('person').where('id', '=', id).execute())
    expect(await ownerRow(id)).toMatchObject({ name: 'Encore Là' })
  })
})

it('everything held on a person names who read it by circle, never by name', async () => {
  const id = await keep({ name: 'Ada Vue' }, ['kept'])
  await inScope(t.logins, karim, (db) => readFile(db, id))
  const held = await asInes((db) => everythingHeld(db, id))
  const read = held?.lines.filter((l) => l.verb === 'read').map((l) => l.circles)
  expect(read).toEqual(expect.arrayContaining([['steward'], ['officer', 'organiser']]))
  expect(JSON.stringify(held?.lines)).not.toMatch(/Karim|Inès/)
  const none = await inScope(t.logins, karim, (db) => everythingHeld(db, id))
  expect(none?.lines).toEqual([]) // a steward reads the file, not its trace
})

it('an agreement given twice keeps its first day', async () => {
  const id = await keep({ name: 'Bis Bis' })
  await asInes((db) => giveConsent(db, id, 'kept', { now, today: calendarDay('2026-01-02') }))
  await asInes((db) => giveConsent(db, id, 'kept', when))
  expect((await asInes((db) => readFile(db, id)))?.consents).toMatchObject([{ givenOn: '2026-01-02' }])
})
