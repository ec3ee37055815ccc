import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliverPassages } from '../access/doorkeeper.ts'
import { type Actor, inScope } from '../access/scope.ts'
import { addDays, addMonths, dayIn } from '../kernel/calendar-day.ts'
import { newId } from '../kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { makeMember, makeSpace, type MadeSpace } from '../../tools/testing/people.ts'
import { joinPeople } from './actions/join-people.ts'
import { keepPerson } from './actions/keep-person.ts'
import { presentToLandlord } from './actions/present-spokesperson.ts'
import { purgeWhatIsKeptNoLonger } from './actions/purge.ts'
import type { Purpose } from './domain/consent.ts'
import { searchTextOf } from './domain/person.ts'
import { keptSince } from './domain/retention.ts'
import { IMPERSONAL, RETENTION_RULES, ruleOf } from './domain/retention-rules.fr.ts'
import { readSearch } from './domain/search-words.ts'
import { TABLE_NAMES } from './domain/table-names.fr.ts'
import { peopleDoors } from './doors.ts'
import { searchPeople } from './store/search.ts'

const now = new Date()
const today = dayIn(now)

let t: TestDatabase
let union: MadeSpace
let desk: MadeSpace
let ines: Actor
beforeAll(async () => {
  t = await testDatabase()
  union = await makeSpace(t, 'union', 'Union des Tilleuls')
  desk = await makeSpace(t, 'desk', 'Bailleur du Canal')
  ines = (await makeMember(t, union, 'Inès', 'officer', 'organiser')).actor
})
afterAll(() => t.stop())

describe('how long each table is kept', () => {
  it('is said of every table of the database, or why it holds nobody', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct table_name as name from information_schema.tables where table_type = 'BASE TABLE'
      and (table_schema like '%\\_space' or table_schema in ('directory', 'keyring', 'doorway'))`.execute(
      t.owner,
    )
    const said = new Set([...RETENTION_RULES.map((r) => r.table), ...Object.keys(IMPERSONAL)])
    expect(rows.map((r) => r.name).filter((name) => !said.has(name))).toEqual([])
    expect([...said].filter((name) => !rows.some((r) => r.name === name))).toEqual([]) // and of no other
    expect(RETENTION_RULES.filter((r) => !(r.table in TABLE_NAMES))).toEqual([])
  })

  it('and every rule that has a length can be applied', async () => {
    const counts = await purgeWhatIsKeptNoLonger(t.logins, now, today)
    const applied = RETENTION_RULES.filter((r) => keptSince(r.keptFor, today) !== undefined)
    expect(Object.keys(counts)).toEqual(applied.map((r) => r.table))
  })
})

async function keep(
  name: string,
  agreed: readonly Purpose[] = [],
  lastContact: string = today,
): Promise<string> {
  const fields = { name, phone: '', email: '', language: 'fr', reachBy: 'union', note: '' } as const
  const person = { fields, home: undefined, agreed, isAnother: true }
  const kept = await inScope(t.logins, ines, (db) => keepPerson(db, person, { now, today }))
  if (!kept.ok) throw new Error(kept.refusal.because)
  await sql`update union_space.person set last_contact_on = ${lastContact} where id = ${kept.value}`.execute(
    t.owner,
  )
  return kept.value
}
const remain = async (...ids: string[]) =>
  (
    await sql<{ id: string }>`select id from union_space.person where id = any (${ids}::uuid[])`.execute(
      t.owner,
    )
  ).rows.length

describe('the purge', () => {
  const threeYears = addMonths(today, -36)

  it.each([
    [threeYears, 1, 'three years to the day are still kept'],
    [addDays(threeYears, -1), 0, 'one day more is gone'],
  ])('last met on %s: %i left (%s)', async (lastContact, left) => {
    const id = await keep('Perdu·e De Vue', ['kept'], lastContact)
    await purgeWhatIsKeptNoLonger(t.logins, now, today)
    expect(await remain(id)).toBe(left)
  })

  it('keeps a file whose joined file was met since, and takes both when neither was', async () => {
    const [a, b] = [await keep('Une', [], '2020-01-01'), await keep('Deux', [], today)]
    const [c, d] = [await keep('Trois', [], '2020-01-01'), await keep('Quatre', [], '2020-01-01')]
    for (const [keptId, mergedId] of [
      [a, b],
      [c, d],
    ] as const) {
      await inScope(t.logins, ines, (db) => joinPeople(db, { keptId, mergedId }, now))
    }
    await purgeWhatIsKeptNoLonger(t.logins, now, today)
    expect([await remain(a, b), await remain(c, d)]).toEqual([2, 0])
  })

  it('writes each space’s register, and takes back what had left', async () => {
    const id = await keep('Porte Parole', ['presented_to_landlord'])
    const estate = { name: 'Les Tilleuls', landlordId: desk.institutionId, landlordName: desk.spaceName }
    const sent = await inScope(t.logins, ines, (db) => presentToLandlord(db, { id, version: 1 }, estate, now))
    await deliverPassages(t.logins, peopleDoors, now)
    await sql`update union_space.person set last_contact_on = '2019-01-01' where id = ${id}`.execute(t.owner)
    await sql`delete from union_space.purge_register`.execute(t.owner)
    await purgeWhatIsKeptNoLonger(t.logins, now, today)
    await deliverPassages(t.logins, peopleDoors, now)
    const { rows } =
      await sql`select space_id, rule, rows_purged, kept_since from union_space.purge_register`.execute(
        t.owner,
      )
    expect(rows).toEqual([
      { space_id: union.spaceId, rule: 'person', rows_purged: 1, kept_since: threeYears },
    ])
    const inbox =
      await sql`select projection from desk_space.inbox where id = ${sent.ok ? sent.value : ''}`.execute(
        t.owner,
      )
    expect(inbox.rows).toEqual([{ projection: {} }])
  })

  it('takes what expired of the keyring and leaves what still serves', async () => {
    const account = ines.accountId
    const link = (hash: string, expires: string) =>
      sql`insert into keyring.sign_in_link (hash, account_id, expires_at) values (${Buffer.from(hash)}, ${account}, ${expires}::timestamptz)`.execute(
        t.owner,
      )
    await link('old', '2026-01-01')
    await link('new', addDays(today, 1))
    const counts = await purgeWhatIsKeptNoLonger(t.logins, now, today)
    expect(counts).toMatchObject({ sign_in_link: 1 })
    expect((await sql`select 1 from keyring.sign_in_link`.execute(t.owner)).rows).toHaveLength(1)
  })

  it('a table without a rule is a bug', () => {
    expect(() => ruleOf('diary')).toThrow('no rule says how long diary is kept')
  })
})

describe('a slip of the finger', () => {
  const NAMES = [
    'Mohamed Bencharki',
    'Françoise Lemoine',
    'Aïssatou Diallo',
    'Thi Hoa Nguyen',
    'Grzegorz Kowalczyk',
  ]
  const slips = (word: string): string[] =>
    Array.from(word, (_letter, i) => i).flatMap((i) => [
      word.slice(0, i) + word.slice(i + 1), // one letter missing
      `${word.slice(0, i)}x${word.slice(i + 1)}`, // one for another
      `${word.slice(0, i)}x${word.slice(i)}`, // one too many
      word.slice(0, i) + (word[i + 1] ?? '') + (word[i] ?? '') + word.slice(i + 2), // two swapped
    ])

  it('in a word of five letters or more still finds the person among three hundred, nineteen times in twenty', async () => {
    const ids = await Promise.all(NAMES.map((name) => keep(name)))
    await sql`insert into union_space.person (space_id, id, name, search_text, last_contact_on)
      select ${union.spaceId}::uuid, gen_random_uuid(), n, n, current_date from (
        select (array['marie','jean','fatou','ahmed','lucie','paul','samir','ines','yann','rosa'])[1 + i % 10] || ' '
          || (array['martin','bernard','traore','benali','garcia','petit','roux','silva','kaya','tran'])[1 + (i / 10) % 10] || ' ' || i as n
        from generate_series(1, 300) i) made`.execute(t.owner)
    const asked = NAMES.flatMap((name, i) =>
      searchTextOf({ name, phone: '' })
        .split(' ')
        .filter((word) => word.length >= 5)
        .flatMap((word) => slips(word).map((typed) => ({ typed, id: ids[i] }))),
    )
    const missed: string[] = []
    await inScope(t.logins, ines, async (db) => {
      for (const { typed, id } of asked) {
        const search = readSearch(typed)
        const found = search ? await searchPeople(db, search) : []
        if (!found.some((person) => person.id === id)) missed.push(typed)
      }
    })
    expect(missed.length / asked.length, `missed: ${missed.join(' ')}`).toBeLessThan(0.05)
  })
})

it('finds nobody of another union, whatever the words', async () => {
  const theirs = (await makeMember(t, await makeSpace(t, 'union', 'Union de la Gare'), 'Étranger', 'officer'))
    .actor
  const id = newId(new Date())
  await sql`insert into union_space.person (space_id, id, name, search_text, last_contact_on) values (${union.spaceId}, ${id}, 'Unique', 'unique', now())`.execute(
    t.owner,
  )
  const look = (actor: Actor) =>
    inScope(t.logins, actor, (db) => searchPeople(db, { words: ['unique'], digits: '' }))
  expect((await look(ines)).map((p) => p.id)).toEqual([id])
  expect(await look(theirs)).toEqual([])
})
