import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { homeId } from '../../places/domain/home-id.ts'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { as, type Browser, makeMember, makeSpace, secretsOfTests } from '../../../tools/testing/people.ts'
import { openTilleuls, type Tilleuls } from '../../../tools/testing/tilleuls.ts'
import { unsealArrived } from '../actions/unseal.ts'
import type { Bodies, EventKind } from '../domain/event.ts'
import type { Pack } from '../domain/pack.ts'
import { readReceipt } from '../domain/receipt.ts'
import { publicKeyOf, seal, type Sealed } from '../domain/seal.ts'

const now = new Date('2026-11-23T10:00:00Z')
const SITE = 'http://localhost:3000'
const ENVELOPE = { 'content-type': 'application/json' }
let t: TestDatabase
let house: Tilleuls
let lea: Browser
let leaId: string
let campaign: string

beforeAll(async () => {
  t = await testDatabase()
  house = await openTilleuls(t, () => now)
  const member = await makeMember(t, house.union, 'Léna', 'canvasser')
  leaId = member.accountId
  lea = await as(t, house.app, member, { now })
  const days = { starts_on: '2026-11-01', ends_on: '2026-12-15' }
  const made = await house.ines.post('/campagnes/nouvelle', { name: 'Chauffage', ...days })
  campaign = made.location?.split('/').at(-1) ?? ''
})
afterAll(() => t.stop())

type Asked = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }
const ask = (path: string, init: Asked = {}) =>
  house.app.request(
    new Request(new URL(path, SITE), { ...init, headers: { host: 'localhost:3000', ...init.headers } }),
  )

async function enrol(browser: Browser): Promise<Phone> {
  const cookie = [...browser.cookies].map(([n, v]) => `${n}=${v}`).join('; ')
  const answer = await ask('/porte-a-porte/appareils', {
    method: 'POST',
    headers: { ...ENVELOPE, cookie },
    body: '{}',
  })
  expect(answer.status).toBe(201)
  const { device, token } = (await answer.json()) as { device: string; token: string }
  return { device, token, seq: 0, prev: '' }
}

type Phone = { device: string; token: string; seq: number; prev: string }
const bearer = (phone: { token: string }) => ({ authorization: `Bearer ${phone.token}` })
const packOf = async (phone: Phone) => ask('/porte-a-porte/tournees.json', { headers: bearer(phone) })

async function keyOf(id = campaign): Promise<{ id: string; publicKey: string }> {
  const { rows } = await sql<{ key_id: string; public_key: string }>`
    select key_id, public_key from union_space.survey_campaign where id = ${id}`.execute(t.owner)
  return { id: rows[0]?.key_id ?? '', publicKey: rows[0]?.public_key ?? '' }
}

async function write<K extends EventKind>(
  phone: Phone,
  visit: string,
  door: string,
  kind: K,
  body: Bodies[K],
  id = newId(now),
): Promise<Sealed> {
  const key = await keyOf()
  const event = {
    id,
    visit,
    door,
    form: null,
    at: '2019-01-01T00:00:00Z',
    boot: { id: 'b', ms: 1 },
    kind,
    body,
  }
  phone.seq++
  const head = { device: phone.device, seq: phone.seq, prev: phone.prev, campaign, key: key.id }
  const sealed = await seal(event, await publicKeyOf(key.publicKey), head)
  if (!sealed.ok) throw new Error('too large')
  phone.prev = sealed.value.sha256
  return sealed.value
}

const put = (token: string, { envelope, bytes }: Pick<Sealed, 'envelope' | 'bytes'>, path = envelope.id) =>
  ask(`/porte-a-porte/envois/${path}`, {
    method: 'PUT',
    headers: { ...ENVELOPE, ...bearer({ token }) },
    body: bytes,
  })

async function send(phone: Phone, sealed: Sealed): Promise<number> {
  const answer = await put(phone.token, sealed)
  const { id } = sealed.envelope
  expect(
    readReceipt({ id, sha256: sealed.sha256 }, { status: answer.status, text: await answer.text() }).ok,
  ).toBe(true)
  return answer.status
}

async function keptOf(id: string): Promise<readonly { space_id: string; marks: string[] }[]> {
  const { rows } = await sql<{ space_id: string; marks: string[] }>`
    select space_id, marks from union_space.survey_envelope where id = ${id} order by received_at, marks`.execute(
    t.owner,
  )
  return rows
}

async function visits(): Promise<
  readonly { home_id: string; outcome: string | null; shares_door: boolean }[]
> {
  const { rows } = await sql<{ home_id: string; outcome: string | null; shares_door: boolean }>`
    select home_id, outcome, shares_door from union_space.survey_visit order by home_id, outcome`.execute(
    t.owner,
  )
  return rows
}
const absent = { outcome: 'absent', comeBackOn: null } as const

describe('a staircase is given, walked and told', () => {
  it('is given to somebody, whose phone then knows its doors, and nobody’s name', async () => {
    const days = { from: '2026-11-20', to: '2026-11-30' }
    const path = `/campagnes/${campaign}/tournee`
    const given = await house.ines.post(path, {
      staircase: house.ids.staircase,
      canvasser: leaId,
      ...days,
      instructions: 'Sonner deux fois.',
    })
    expect(given.location).toBe(`/campagnes/${campaign}`)
    const phone = await enrol(lea)
    const answer = await packOf(phone)
    const pack = (await answer.json()) as Pack
    expect(pack.campaigns[0]).toMatchObject({ id: campaign, key: await keyOf() })
    expect(pack.campaigns[0]?.assignments[0]).toMatchObject({
      instructions: 'Sonner deux fois.',
      staircase: { doors: [{ id: house.ids.home, floor: 3, last: null }] },
    })
    expect(JSON.stringify(pack)).not.toMatch(/Léna|Inès|private/)
  })

  it('is received once, however often it is sent, opened by the job and folded into the page', async () => {
    const phone = await enrol(lea)
    const visit = newId(now)
    const opened = await write(phone, visit, house.ids.home, 'visit_opened', {
      staircase: house.ids.staircase,
      floor: 3,
      position: 1,
      sampling: 'systematic',
    })
    const noted = await write(phone, visit, house.ids.home, 'outcome_noted', {
      outcome: 'come_back',
      comeBackOn: null,
    })
    expect([await send(phone, noted), await send(phone, opened), await send(phone, noted)]).toEqual([
      201, 201, 200,
    ])
    expect(await keptOf(noted.envelope.id)).toMatchObject([{ marks: [] }])
    await unsealArrived(t.logins, secretsOfTests, now)
    const once = await visits()
    expect(once).toMatchObject([{ home_id: house.ids.home, outcome: 'come_back' }])
    await unsealArrived(t.logins, secretsOfTests, now)
    expect(await visits()).toEqual(once)
    expect((await house.ines.get(`/campagnes/${campaign}`)).text).toMatch(/1.porte frappée sur 1.logement/)
    const pack = (await (await packOf(phone)).json()) as Pack
    expect(pack.campaigns[0]?.assignments[0]?.staircase.doors[0]?.last).toMatchObject({
      outcome: 'come_back',
    })
  })

  it('keeps both contents of one id, gives each its receipt, and says so', async () => {
    const phone = await enrol(lea)
    const id = newId(now)
    const one = await write(phone, newId(now), newId(now), 'outcome_noted', absent, id)
    const two = await write(phone, newId(now), newId(now), 'outcome_noted', absent, id)
    expect([await send(phone, one), await send(phone, two), await send(phone, two)]).toEqual([201, 409, 200])
    expect(await keptOf(id)).toMatchObject([{ marks: [] }, { marks: ['same_id'] }])
    const of = (await house.ines.get(`/campagnes/${campaign}`)).text
    expect(of).toContain('1 hors tournée ou en double')
  })

  it('makes a home of a door found on the spot, only under the id of its place', async () => {
    const phone = await enrol(lea)
    const place = { staircase: house.ids.staircase, floor: 5, position: 2 }
    const [right, wrong] = [homeId(house.union.spaceId, place.staircase, place), newId(now)]
    for (const door of [right, wrong])
      await send(phone, await write(phone, newId(now), door, 'door_found', { ...place, label: 'au fond\0' }))
    await unsealArrived(t.logins, secretsOfTests, now)
    const { rows } = await sql<{ id: string; label: string }>`
      select id, label from union_space.home where floor = 5`.execute(t.owner)
    expect(rows).toEqual([{ id: right, label: 'au fond' }])
  })

  it('is not stopped by what a database cannot write', async () => {
    const phone = await enrol(lea)
    const visit = newId(now)
    const value = { words: 'avant\0après \ud800' }
    await send(phone, await write(phone, visit, newId(now), 'answer_set', { path: '/mots', value }))
    await send(
      phone,
      await write(phone, visit, newId(now), 'visit_opened', {
        staircase: newId(now),
        floor: 9e12,
        position: 1,
        sampling: 'systematic',
      }),
    )
    await unsealArrived(t.logins, secretsOfTests, now)
    const { rows } = await sql<{ said: { answers: unknown } }>`
      select said from union_space.survey_said where id = ${visit}`.execute(t.owner)
    expect(rows[0]?.said.answers).toEqual({ '/mots': { words: 'avantaprès \ufffd' } })
  })
})

describe('what is refused, and what is kept all the same', () => {
  it.each<[string, number, (sealed: Sealed) => [Pick<Sealed, 'envelope' | 'bytes'>, string?]]>([
    ['a body cut short', 400, (one) => [{ ...one, bytes: one.bytes.slice(0, -9) }]],
    ['another id in the address', 400, (one) => [one, newId(now)]],
    ['a body too long', 413, (one) => [{ ...one, bytes: new Uint8Array(70_000) }]],
  ])('refuses %s with %i, and keeps nothing', async (_, status, spoil) => {
    const phone = await enrol(lea)
    const sealed = await write(phone, newId(now), newId(now), 'outcome_noted', absent)
    const answer = await put(phone.token, ...spoil(sealed))
    expect(answer.status).toBe(status)
    expect(await keptOf(sealed.envelope.id)).toEqual([])
  })

  it('refuses a token that nobody gave: no receipt, nothing kept, nothing said of doors or envelopes', async () => {
    const phone = { ...(await enrol(lea)), token: 'x'.repeat(43) }
    const sealed = await write(phone, newId(now), newId(now), 'outcome_noted', absent)
    expect((await put(phone.token, sealed)).status).toBe(401)
    expect(await keptOf(sealed.envelope.id)).toEqual([])
    expect((await packOf(phone)).status).toBe(401)
    const asked = await ask('/porte-a-porte/rapprochement', {
      method: 'POST',
      headers: bearer(phone),
      body: '{"sent":[]}',
    })
    expect(asked.status).toBe(401)
    expect(
      (await ask('/porte-a-porte/appareils', { method: 'POST', headers: ENVELOPE, body: '{}' })).status,
    ).toBe(401)
  })

  it('keeps what another union’s phone sends in that union: this campaign never hears of it', async () => {
    const there = await makeSpace(t, 'union', 'Union d’à côté')
    const spy = await enrol(
      await as(t, house.app, await makeMember(t, there, 'Espion', 'canvasser'), { now }),
    )
    const before = await visits()
    const sealed = await write(spy, newId(now), house.ids.home, 'outcome_noted', absent)
    expect(await send(spy, sealed)).toBe(201)
    const [kept] = await keptOf(sealed.envelope.id)
    expect(kept).toEqual({ space_id: there.spaceId, marks: expect.arrayContaining(['unknown_campaign']) })
    await unsealArrived(t.logins, secretsOfTests, now)
    expect(await visits()).toEqual(before)
    expect(await (await packOf(spy)).json()).toMatchObject({ campaigns: [] })
  })

  it('does not let a colleague’s phone write in another’s name, nor learn by an id that it is here', async () => {
    const [mine, theirs] = [await enrol(lea), await enrol(house.karim)]
    const before = await visits()
    const forged = await write({ ...mine }, newId(now), newId(now), 'outcome_noted', absent)
    expect(await send({ ...theirs }, forged)).toBe(201)
    expect((await keptOf(forged.envelope.id))[0]?.marks).toContain('other_sender')
    await unsealArrived(t.logins, secretsOfTests, now)
    expect(await visits()).toEqual(before)
  })

  it('keeps and marks what a revoked round and a revoked phone still hold; the phone gets no doors any more', async () => {
    const phone = await enrol(lea)
    const path = `/campagnes/${campaign}`
    const { rows } = await sql<{ id: string }>`select id from union_space.survey_assignment`.execute(t.owner)
    expect((await house.ines.post(path, { what: 'assignment', id: rows[0]?.id ?? '' })).status).toBe(303)
    expect((await house.ines.post(path, { what: 'device', id: phone.device })).status).toBe(303)
    const sealed = await write(phone, newId(now), newId(now), 'outcome_noted', absent)
    expect(await send(phone, sealed)).toBe(201)
    expect((await keptOf(sealed.envelope.id))[0]?.marks.toSorted()).toEqual([
      'assignment_revoked',
      'device_revoked',
    ])
    expect((await packOf(phone)).status).toBe(401)
    const before = (await visits()).length
    await unsealArrived(t.logins, secretsOfTests, now)
    expect(await visits()).toHaveLength(before + 1)
  })

  it('receives what a round taken back while offline still held, marked, from a phone that is still known', async () => {
    const days = { from: '2026-11-20', to: '2026-11-30' }
    const path = `/campagnes/${campaign}`
    await house.ines.post(`${path}/tournee`, {
      staircase: house.ids.staircase,
      canvasser: leaId,
      ...days,
      instructions: '',
    })
    const phone = await enrol(lea)
    const offline = await write(phone, newId(now), house.ids.home, 'outcome_noted', absent)
    const { rows } = await sql<{ id: string }>`
      select id from union_space.survey_assignment where revoked_at is null`.execute(t.owner)
    for (const { id } of rows) await house.ines.post(path, { what: 'assignment', id })
    expect(await send(phone, offline)).toBe(201)
    expect(await keptOf(offline.envelope.id)).toMatchObject([{ marks: ['assignment_revoked'] }])
    expect(await (await packOf(phone)).json()).toMatchObject({ campaigns: [] })
    await unsealArrived(t.logins, secretsOfTests, now)
    expect((await house.ines.get(path)).text).toContain('hors tournée ou en double')
  })

  it('gives two phones that used one id each its own receipt: neither is that of the other', async () => {
    const [one, two] = [await enrol(lea), await enrol(lea)]
    const id = newId(now)
    const [mine, theirs] = [
      await write(one, newId(now), newId(now), 'outcome_noted', absent, id),
      await write(two, newId(now), newId(now), 'outcome_noted', absent, id),
    ]
    expect([await send(one, mine), await send(two, theirs)]).toEqual([201, 409])
    const stolen = await put(two.token, theirs)
    const answer = { status: stolen.status, text: await stolen.text() }
    expect(readReceipt({ id, sha256: mine.sha256 }, answer)).toEqual({
      ok: false,
      refusal: { because: 'of_something_else' },
    })
    expect(await keptOf(id)).toHaveLength(2)
  })

  it('folds by its own count what a phone in 2019 noted, and dates its arrival itself', async () => {
    const phone = await enrol(lea)
    const [visit, door, then] = [newId(now), newId(now), new Date('2019-03-01T12:00:00Z')]
    for (const [outcome, at] of [
      ['absent', now],
      ['refused', then],
    ] as const) {
      const noted = await write(phone, visit, door, 'outcome_noted', { outcome, comeBackOn: null }, newId(at))
      expect(await send(phone, noted)).toBe(201)
    }
    await unsealArrived(t.logins, secretsOfTests, now)
    expect((await visits()).filter(({ home_id }) => home_id === door)).toMatchObject([{ outcome: 'refused' }])
    const { rows } = await sql<{ received_at: Date }>`
      select distinct received_at from union_space.survey_envelope where device_id = ${phone.device}`.execute(
      t.owner,
    )
    expect(rows).toEqual([{ received_at: now }])
  })

  it('takes a whole visit back: its door is as before it, whatever comes again or late', async () => {
    const phone = await enrol(lea)
    const [visit, door] = [newId(now), newId(now)]
    const place = { staircase: house.ids.staircase, floor: 2, position: 1, sampling: 'systematic' } as const
    const events = [
      await write(phone, visit, door, 'visit_opened', place),
      await write(phone, visit, door, 'outcome_noted', absent),
      await write(phone, visit, door, 'visit_closed', {}),
    ]
    const ids = events.map(({ envelope }) => envelope.id)
    const undone = await write(phone, visit, door, 'undone', { events: ids })
    const ofDoor = async () => {
      await unsealArrived(t.logins, secretsOfTests, now)
      return (await visits()).filter(({ home_id }) => home_id === door)
    }
    for (const one of events.slice(0, 2)) await send(phone, one)
    expect(await ofDoor()).toMatchObject([{ outcome: 'absent' }]) // the fold really has it
    await send(phone, undone)
    expect(await ofDoor()).toEqual([])
    for (const one of [...events, undone]) await send(phone, one)
    expect(await ofDoor()).toEqual([])
  })

  it('says at night which envelopes are not here', async () => {
    const phone = await enrol(lea)
    const [sent, lost] = [
      await write(phone, newId(now), newId(now), 'outcome_noted', absent),
      await write(phone, newId(now), newId(now), 'outcome_noted', absent),
    ]
    await send(phone, sent)
    const told = [sent, lost, { ...sent, sha256: 'b'.repeat(64) }].map(({ envelope: { id }, sha256 }) => ({
      id,
      sha256,
    }))
    const answer = await ask('/porte-a-porte/rapprochement', {
      method: 'POST',
      headers: bearer(phone),
      body: JSON.stringify({ sent: told }),
    })
    const { missing } = (await answer.json()) as { missing: string[] }
    expect(missing.toSorted()).toEqual([lost.envelope.id, sent.envelope.id].toSorted())
    const wrong = await ask('/porte-a-porte/rapprochement', {
      method: 'POST',
      headers: bearer(phone),
      body: '{"sent":[1]}',
    })
    expect(wrong.status).toBe(400)
  })
})
