import { sql } from 'kysely'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LOGINS, schemaOf, SPACE_KINDS } from '../db/logins.ts'
import { newId } from '../kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { testSpace } from '../../tools/testing/spaces.ts'
import { defineDoor } from './door.ts'
import { deliverPassages } from './doorkeeper.ts'
import { type NewPassage, sendPassage } from './passages.ts'
import { type Actor, inScope } from './scope.ts'
import { undoPassage, undoReliantPassages, undoReliantPassagesOf } from './undo-passages.ts'

const now = new Date('2026-11-22T10:00:00Z')
const later = new Date('2026-11-22T11:00:00Z')
const handOver = defineDoor({
  name: 'hand_over',
  from: 'union',
  to: 'desk',
  title: 'Remettre une demande',
  why: 'Le bailleur reçoit la demande, sans les personnes.',
  projection: v.strictObject({ title: v.string(), homes: v.number() }),
  decidedBy: 'officer',
  reliesOn: [],
})
const present = defineDoor({ ...handOver, name: 'present', reliesOn: ['presented_to_landlord'] })
const publish = defineDoor({ ...handOver, name: 'publish', to: 'public' })
const doors = [handOver, present, publish]
const demand = { title: 'Humidité aux Tilleuls', homes: 12 }

let t: TestDatabase
let officer: Actor
let desk: Actor
beforeAll(async () => void (t = await testDatabase()))
afterAll(() => t.stop())
beforeEach(async () => {
  officer = await testSpace(t, 'union', `Union ${newId(new Date())}`, ['officer'])
  desk = await testSpace(t, 'desk', `Bailleur ${newId(new Date())}`, ['contact'])
})

const run = (at = now) => deliverPassages(t.logins, doors, at)
const toDesk = (over: Partial<NewPassage> = {}): NewPassage => ({
  toInstitutionId: desk.institutionId,
  projection: demand,
  consentIds: [],
  versions: { demand: 3 },
  preparedBy: officer.accountId,
  now,
  ...over,
})
const toPublic = (over: Partial<NewPassage> = {}): NewPassage => {
  const { toInstitutionId: _none, ...passage } = toDesk(over)
  return passage
}
const inUnion = <T>(work: Parameters<typeof inScope<T>>[2], circles = officer.circles) =>
  inScope(t.logins, { ...officer, circles }, work)
async function send(door = handOver, passage = toDesk()): Promise<string> {
  const sent = await inUnion((db) => sendPassage(db, door, passage))
  if (!sent.ok) throw new Error(sent.refusal.because)
  return sent.value
}
const inbox = (actor = desk) =>
  inScope(t.logins, actor, (db) =>
    db.sql.selectFrom('inbox').selectAll().where('space_id', '=', actor.spaceId).execute(),
  )
const published = (id: string) =>
  t.owner.selectFrom('public_space.publication').selectAll().where('id', '=', id).execute()
const passages = async () =>
  (
    await sql<{ id: string }>`select id from union_space.passage where space_id = ${officer.spaceId}`.execute(
      t.owner,
    )
  ).rows

async function consent(purpose: string): Promise<string> {
  const [person, id] = [newId(new Date()), newId(new Date())]
  const space_id = officer.spaceId
  await inUnion(async (db) => {
    const name = { name: 'Amina', search_text: 'amina', last_contact_on: '2026-11-01' }
    await db.sql
      .insertInto('person')
      .values({ space_id, id: person, ...name })
      .execute()
    const given = { wording_version: '1', given_on: '2026-11-01', recorded_by: officer.accountId }
    await db.sql
      .insertInto('consent')
      .values({ space_id, id, person_id: person, purpose, ...given })
      .execute()
  })
  return id
}

describe('what a door lets through', () => {
  it('arrives in the inbox of the desk, with the name of who sent it, and only what the door names', async () => {
    const id = await send()
    expect(await inbox()).toEqual([]) // the giving transaction delivers nothing
    await run(later)
    expect(await inbox()).toMatchObject([
      {
        id,
        door: 'hand_over',
        from_name: officer.spaceName,
        projection: demand,
        received_at: later,
        undone_at: null,
      },
    ])
  })

  it('is published under an address made of its title', async () => {
    const id = await send(publish, toPublic())
    await run()
    const slug = `humidite-aux-tilleuls-${id.slice(-8)}`
    expect(await published(id)).toMatchObject([{ slug, projection: demand, from_name: officer.spaceName }])
  })

  it('arrives once, run three times in a row and four times at once', async () => {
    await send()
    await Promise.all([run(), run(), run(), run()])
    await run()
    await run()
    expect(await inbox()).toHaveLength(1)
  })

  it('leaves nothing half-done when the carrying transaction fails, and arrives at the next run', async () => {
    const id = await send()
    const refuse = sql`alter table desk_space.inbox add constraint crash check (false) not valid`
    await refuse.execute(t.owner)
    await expect(run()).rejects.toThrow('could not be carried')
    const claims = t.owner.selectFrom('doorway.delivery').where('passage_id', '=', id).select('passage_id')
    expect(await claims.execute()).toEqual([])
    await sql`alter table desk_space.inbox drop constraint crash`.execute(t.owner)
    await run()
    expect(await inbox()).toHaveLength(1)
  })

  it('waits for a space that does not exist yet, and arrives when it opens', async () => {
    const institutionId = newId(new Date())
    await t.owner
      .insertInto('institution')
      .values({ id: institutionId, kind: 'landlord', name: `Bailleur ${institutionId}` })
      .execute()
    await send(handOver, toDesk({ toInstitutionId: institutionId }))
    expect((await run()).waiting).toBe(1)
    const spaceId = newId(new Date())
    await sql`insert into desk_space.space (space_id, id, institution_id, name)
      values (${spaceId}, ${spaceId}, ${institutionId}, 'Guichet neuf')`.execute(t.owner)
    expect((await run()).delivered).toBe(1)
    expect(await inbox({ ...desk, spaceId })).toHaveLength(1)
  })
})

describe('what a door refuses', () => {
  it.each<[object, string[], string]>([
    [{ ...demand, person: 'Amina' }, ['person'], 'a field it does not name'],
    [{ title: 'Humidité' }, ['homes'], 'a field that is missing'],
    [{ title: 3, homes: 'douze' }, ['title', 'homes'], 'fields of another kind'],
  ])('%j: wrong %j (%s)', async (projection, fields) => {
    const sent = await inUnion((db) => sendPassage(db, handOver, toDesk({ projection })))
    expect(sent).toEqual({ ok: false, refusal: { because: 'wrong_projection', fields } })
    expect(await passages()).toEqual([])
  })

  it('a circle that does not decide, in the program and again in the database', async () => {
    const asked = await inUnion((db) => sendPassage(db, handOver, toDesk()), ['organiser'])
    expect(asked).toMatchObject({ refusal: { because: 'not_yours_to_decide' } })
    const forced = inUnion(
      (db) => sendPassage({ ...db, actor: officer }, handOver, toDesk()), // the program is mistaken about the circle
      ['organiser'],
    )
    await expect(forced).rejects.toThrow('row-level security')
    expect(await passages()).toEqual([])
  })

  it('a decision in the name of somebody else', async () => {
    const forged = inUnion((db) =>
      sendPassage({ ...db, actor: { ...officer, accountId: newId(new Date()) } }, handOver, toDesk()),
    )
    await expect(forged).rejects.toThrow('row-level security')
  })

  it('a space of another kind', async () => {
    const sent = await inScope(t.logins, { ...desk, circles: ['decision_owner'] }, (db) =>
      sendPassage(db, handOver, toDesk()),
    )
    expect(sent).toMatchObject({ refusal: { because: 'not_your_door' } })
  })

  it('a passage whose consent is missing, of another purpose, or withdrawn', async () => {
    const [other, good] = [await consent('kept'), await consent('presented_to_landlord')]
    const tryWith = async (...consentIds: string[]) =>
      (await inUnion((db) => sendPassage(db, present, toDesk({ consentIds })))).ok
    expect(await tryWith()).toBe(false)
    expect(await tryWith(other)).toBe(false)
    expect(await tryWith(good, newId(new Date()))).toBe(false)
    expect(await tryWith(good)).toBe(true)
    await withdraw(good)
    expect(await tryWith(good)).toBe(false)
  })

  it.each([
    ['public', 'hand_over', demand, 'a door that does not lead there'],
    ['public', 'nowhere', demand, 'a door nobody declared'],
    ['public', 'publish', { ...demand, phone: '06' }, 'a field the door does not name'],
  ])('a row written by hand to %s through %s: %j (%s)', async (toKind, door, projection, _why) => {
    const id = newId(new Date())
    await inUnion((db) =>
      db.sql.insertInto('passage').values(byHand({ id, toKind, door, projection })).execute(),
    )
    expect((await run()).refused).toBe(1)
    expect(await published(id)).toEqual([])
    expect(await run()).toMatchObject({ refused: 0, delivered: 0 }) // and is not tried again
  })
})

const byHand = (p: { id: string; toKind: string; door: string; projection: object; undoes?: string }) => ({
  space_id: officer.spaceId,
  id: p.id,
  door: p.door,
  to_kind: p.toKind,
  projection: JSON.stringify(p.projection),
  undoes: p.undoes ?? null,
  prepared_by: officer.accountId,
  decided_by: officer.accountId,
  sent_at: now,
})
const withdraw = (consentId: string) =>
  inUnion(
    async (db) => {
      const mine = db.sql.updateTable('consent').where('space_id', '=', officer.spaceId)
      await mine.set({ withdrawn_on: '2026-11-22' }).where('id', '=', consentId).execute()
      return undoReliantPassages(db, consentId, later)
    },
    ['canvasser'], // who hears the withdrawal decides of nothing else
  )

describe('undoing', () => {
  const undo = (id: string, at = later) => inUnion((db) => undoPassage(db, id, at))

  it('empties what arrived at the desk, and says so', async () => {
    const id = await send()
    await run()
    expect((await undo(id)).ok).toBe(true)
    await run(later)
    expect(await inbox()).toMatchObject([{ id, projection: {}, undone_at: later }])
    expect(await passages()).toHaveLength(2) // both stay written where they were decided
  })

  it('withdraws and empties what was published', async () => {
    const id = await send(publish, toPublic())
    await run()
    await undo(id)
    await run(later)
    expect(await published(id)).toMatchObject([{ projection: {}, withdrawn_at: later }])
    const seen = t.logins.public.selectFrom('public_space.publication').select('id').where('id', '=', id)
    expect(await seen.execute()).toEqual([])
  })

  it('before anything was carried, cancels the pair: nothing ever arrives', async () => {
    const id = await send()
    await undo(id)
    expect(await run()).toMatchObject({ cancelled: 1, delivered: 0 })
    expect(await run()).toMatchObject({ cancelled: 0, delivered: 0 })
    expect(await inbox()).toEqual([])
  })

  it('happens once, for a passage of this space, by who decides', async () => {
    const id = await send()
    const twice = await Promise.all([undo(id), undo(id)])
    expect(twice.filter((u) => u.ok)).toHaveLength(1)
    expect(await undo(newId(new Date()))).toMatchObject({ refusal: { because: 'unknown_passage' } })
    const asked = await inUnion((db) => undoPassage(db, id, later), ['organiser'])
    expect(asked).toMatchObject({ refusal: { because: 'not_yours_to_decide' } })
  })

  it('of a passage of another space changes nothing, even written by hand', async () => {
    const id = await send(publish, toPublic())
    await run()
    const first = officer
    officer = await testSpace(t, 'union', `Union ${newId(new Date())}`, ['officer'])
    const forged = byHand({
      id: newId(new Date()),
      toKind: 'public',
      door: 'publish',
      projection: {},
      undoes: id,
    })
    await inUnion((db) => db.sql.insertInto('passage').values(forged).execute())
    expect(await run()).toMatchObject({ nothing_to_undo: 1 })
    expect(await published(id)).toMatchObject([{ projection: demand, from_name: first.spaceName }])
  })
})

describe('a consent withdrawn', () => {
  it('takes back what relied on it, empties it on both sides, and leaves alone what did not', async () => {
    const [withdrawn, kept] = [await consent('presented_to_landlord'), await consent('presented_to_landlord')]
    const gone = await send(present, toDesk({ consentIds: [withdrawn] }))
    const stays = await send(present, toDesk({ consentIds: [kept] }))
    await run()
    expect(await withdraw(withdrawn)).toBe(1)
    await run(later)
    const arrived = new Map((await inbox()).map((r) => [r.id, r.projection]))
    expect([arrived.get(gone), arrived.get(stays)]).toEqual([{}, demand])
    const { rows } =
      await sql<object>`select projection, consent_ids from union_space.passage where id = ${gone}`.execute(
        t.owner,
      )
    expect(rows).toEqual([{ projection: {}, consent_ids: [withdrawn] }])
  })

  it('undoes nothing while it runs', async () => {
    const running = await consent('presented_to_landlord')
    await send(present, toDesk({ consentIds: [running] }))
    expect(await inUnion((db) => undoReliantPassages(db, running, later))).toBe(0)
    expect(await passages()).toHaveLength(1)
  })

  it('counts as withdrawn when it was erased, also for the job that erases', async () => {
    const erased = await consent('presented_to_landlord')
    await send(present, toDesk({ consentIds: [erased] }))
    await sql`delete from union_space.consent where id = ${erased}`.execute(t.owner)
    expect(await undoReliantPassagesOf(t.logins.system, officer.spaceId, erased, later)).toBe(1)
    expect(await undoReliantPassagesOf(t.logins.system, officer.spaceId, erased, later)).toBe(0)
  })
})

describe('the doorkeeper', () => {
  const rooms = ['union_space.person', 'union_space.home', 'union_space.consent', 'keyring.account'].concat(
    SPACE_KINDS.flatMap((k) =>
      ['membership', 'space', 'audit_line'].map((table) => `${schemaOf(k)}.${table}`),
    ),
  )
  it.each(rooms)('cannot read %s', async (table) => {
    await expect(sql`select 1 from ${sql.table(table)}`.execute(t.logins.doorkeeper)).rejects.toThrow(
      'permission denied',
    )
  })

  it.each(LOGINS.filter((l) => l !== 'doorkeeper'))(
    'is the only one to know deliveries: not %s',
    async (login) => {
      await expect(sql`select 1 from doorway.delivery`.execute(t.logins[login])).rejects.toThrow(
        'permission denied',
      )
    },
  )
})
