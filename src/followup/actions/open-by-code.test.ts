import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keyringOf } from '../../access/keyring.ts'
import { newId } from '../../kernel/ids.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { Browser, secretsOfTests, testApp } from '../../../tools/testing/people.ts'
import { insertParents } from '../../../tools/testing/sample-rows.ts'
import { testSpace } from '../../../tools/testing/spaces.ts'
import { type FollowUpCode, newFollowUpCode, showFollowUpCode } from '../domain/follow-up-code.ts'
import { hashOfCode } from './codes.ts'
import { openByCode } from './open-by-code.ts'

let t: TestDatabase
const now = new Date('2026-11-23T10:00:00Z')
const today = calendarDay('2026-11-23')
const codes = new Map<string, FollowUpCode>()
const codeOf = (name: string): FollowUpCode => {
  const code = codes.get(name)
  if (!code) throw new Error(name)
  return code
}

beforeAll(async () => {
  t = await testDatabase()
  const space = await testSpace(t, 'union', 'Union', [])
  const parents = await insertParents(t.owner, 'union', space.spaceId)
  for (const [i, name] of ['live', 'revoked', 'erased', 'twice'].entries()) {
    const complaint = parents.untold.pop() ?? ''
    const code = newFollowUpCode(new Uint8Array(10).fill(i + 7))
    codes.set(name, code)
    await put(space.spaceId, complaint, code, name === 'revoked')
    if (name === 'erased')
      await sql`delete from union_space.complaint where id = ${complaint}`.execute(t.owner)
  }
  const other = await testSpace(t, 'union', 'Autre union', [])
  const theirs = await insertParents(t.owner, 'union', other.spaceId)
  await put(other.spaceId, theirs.complaint, codeOf('twice'), false)
})
afterAll(() => t.stop())
beforeEach(() => sql`delete from keyring.attempt`.execute(t.owner))

const put = (spaceId: string, complaintId: string, code: FollowUpCode, revoked: boolean) =>
  sql`insert into union_space.follow_up_code (space_id, id, complaint_id, hash, issued_by, issued_at, revoked_at)
    values (${spaceId}, ${newId(new Date())}, ${complaintId}, ${hashOfCode(secretsOfTests, code)}, ${newId(new Date())}, ${now},
            ${revoked ? now : null})`.execute(t.owner)

const open = (typed: string, caller = '192.0.2.7', at = now) =>
  openByCode(keyringOf(t.logins, secretsOfTests), { typed, caller, now: at, today })

describe('a code', () => {
  it('opens its complaint, and notes the day it served', async () => {
    expect(await open(showFollowUpCode(codeOf('live')).toLowerCase())).toMatchObject({
      household: { complaintId: expect.any(String) as string },
    })
    const { rows } = await sql<{ day: string }>`select last_used_on as day from union_space.follow_up_code
      where hash = ${hashOfCode(secretsOfTests, codeOf('live'))}`.execute(t.owner)
    expect(rows).toEqual([{ day: '2026-11-23' }])
  })

  it.each([
    ['revoked', 'taken back by the union'],
    ['erased', 'of a complaint that was erased'],
    ['twice', 'the same in two spaces, which chance may make: it opens neither'],
  ])('opens nothing when %s: %s', async (name) => {
    expect(await open(codeOf(name))).toBeUndefined()
  })

  it('is in no table: only its keyed hash is', async () => {
    const { rows } = await sql<{ all: string }>`
      select string_agg(c::text, ' ') as "all" from union_space.follow_up_code c`.execute(t.owner)
    for (const code of codes.values()) {
      expect(rows[0]?.all).not.toContain(code)
      expect(rows[0]?.all).not.toContain(Buffer.from(code).toString('hex'))
    }
  })
})

describe('too many tries', () => {
  it('from one block close it to that block, whatever the address in it, and not to others', async () => {
    for (let n = 0; n < 30; n++) await open('0000000000', `192.0.2.${n}`)
    expect(await open(codeOf('live'), '192.0.2.200')).toBeUndefined()
    expect(await open(codeOf('live'), '198.51.100.1')).toBeDefined()
    const later = new Date(now.getTime() + 16 * 60_000)
    expect(await open(codeOf('live'), '192.0.2.200', later)).toBeDefined()
  })

  it('what opened is no try: a whole building may open its pages from one network', async () => {
    for (let n = 0; n < 40; n++) expect(await open(codeOf('live'))).toBeDefined()
    for (let n = 0; n < 29; n++) await open('0000000000')
    expect(await open(codeOf('live'))).toBeDefined()
    await open('0000000000')
    expect(await open(codeOf('live'))).toBeUndefined()
  })

  it('from one subscriber’s IPv6 block too', async () => {
    for (let n = 0; n < 30; n++) await open('0000000000', `2001:db8:7:${n.toString(16)}::1`)
    expect(await open(codeOf('live'), '2001:DB8:7:ffff::9')).toBeUndefined()
    expect(await open(codeOf('live'), '2001:db8:8::1')).toBeDefined()
  })

  it('from everywhere close it to everybody for a while', async () => {
    await sql`insert into keyring.attempt (action, subject_hash, at)
      select 'follow_up', ${secretsOfTests.hash('attempt', 'everywhere')}, ${now} from generate_series(1, 6000)`.execute(
      t.owner,
    )
    expect(await open(codeOf('live'))).toBeUndefined()
    expect(await open(codeOf('live'), '203.0.113.1', new Date(now.getTime() + 61 * 60_000))).toBeDefined()
  })
})

it('asks the database the same questions in the same order, whatever was typed', async () => {
  const asked = async (typed: string): Promise<string[]> => {
    const questions: string[] = []
    const listening = t.logins.public.withPlugin({
      transformQuery: ({ node }) => {
        if (node.kind === 'RawNode') questions.push(node.sqlFragments.join('?'))
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const keyring = { ...keyringOf(t.logins, secretsOfTests), sql: listening }
    await openByCode(keyring, { typed, caller: '192.0.2.7', now, today })
    return questions
  }
  const right = await asked(codeOf('live'))
  expect(right).toHaveLength(4)
  for (const typed of [codeOf('revoked'), codeOf('erased'), 'ZZZZZ-ZZZZZ', '4F7K', '', "' or 1=1 --"])
    expect(await asked(typed)).toEqual(right)
})

describe('every answer that opens nothing', () => {
  const CASES = [
    'revoked',
    'erased',
    'twice',
    'unknown',
    'too short',
    'empty',
    'not a code',
    'too many',
  ] as const
  const typedFor = (name: (typeof CASES)[number]): string => {
    if (name === 'unknown') return 'ZZZZZ-ZZZZZ'
    if (name === 'too short') return '4F7K'
    if (name === 'empty') return ''
    if (name === 'not a code') return "' or 1=1 --"
    return name === 'too many' ? codeOf('live') : codeOf(name)
  }
  const ask = async (name: (typeof CASES)[number]) => {
    await sql`delete from keyring.attempt`.execute(t.owner)
    if (name === 'too many')
      await sql`insert into keyring.attempt (action, subject_hash, at)
        select 'follow_up', ${secretsOfTests.hash('attempt', 'block:')}, ${now} from generate_series(1, 30)`.execute(
        t.owner,
      )
    const browser = new Browser(testApp(t, {}, () => now))
    const start = performance.now()
    const page = await browser.send('/suivi', { code: typedFor(name) })
    return { page, took: performance.now() - start }
  }

  it('is the same page, sign for sign, with the same headers, whatever the reason', async () => {
    const pages = []
    for (const name of CASES) pages.push((await ask(name)).page)
    const [first] = pages
    expect(first?.status).toBe(422)
    expect(first?.text).toContain(
      'Ce code n’ouvre rien, ou il n’est pas encore arrivé. Vérifiez-le, réessayez demain',
    )
    expect(first?.text).toContain('réessayez dans un quart d’heure')
    for (const page of pages) {
      expect(page.html).toBe(first?.html)
      expect([...page.headers]).toEqual([...(first?.headers ?? [])])
    }
    const headers = Object.fromEntries(first?.headers ?? [])
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'same-origin',
    })
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('takes as long: the middle of each lies within the spread of another', async () => {
    const names = ['unknown', 'revoked', 'not a code'] as const
    const times = new Map<string, number[]>(names.map((name) => [name, []]))
    for (let round = 0; round < 30; round++)
      for (const name of names) times.get(name)?.push((await ask(name)).took) // in turn: the machine's moods are shared
    const sorted = names.map((name) => (times.get(name) ?? []).toSorted((a, b) => a - b))
    const middles = sorted.map((all) => all[15] ?? 0)
    const slow = Math.max(...sorted.map((all) => all[27] ?? 0))
    const quick = Math.min(...sorted.map((all) => all[2] ?? 0))
    for (const middle of middles) expect(middle).toBeGreaterThanOrEqual(quick)
    for (const middle of middles) expect(middle).toBeLessThanOrEqual(slow)
    // what one lookup more or less would cost would part the middles by more than the spread inside one case
    const spread = Math.max(...sorted.map((all) => (all[24] ?? 0) - (all[5] ?? 0)))
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(Math.max(spread, 2))
  })
})
