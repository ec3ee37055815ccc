import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Circle } from '../../access/circles.ts'
import { type Actor, inScope } from '../../access/scope.ts'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { makeAccount, makeMember, makeSpace, type MadeSpace } from '../../../tools/testing/people.ts'
import { addCircle, endAccess, leaveSpace, removeCircle } from './members.ts'

let t: TestDatabase
beforeAll(async () => void (t = await testDatabase()))
afterAll(() => t.stop())

const now = new Date('2026-11-22T10:00:00Z')
type Answer = { ok: true } | { ok: false; refusal: { because: string } }
const said = (answer: Answer): string => (answer.ok ? 'done' : answer.refusal.because)

/** One act in a scope of its own; a refusal rolls back, as a form's transaction does. */
async function act(actor: Actor, work: Parameters<typeof inScope<Answer>>[2]): Promise<string> {
  class Refused extends Error {}
  let answer = ''
  try {
    await inScope(t.logins, actor, async (db) => {
      const done = await work(db)
      answer = said(done)
      if (!done.ok) throw new Refused()
      return done
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  return answer
}

async function rowsOf(space: MadeSpace): Promise<{ who: string; circle: string; ended: boolean }[]> {
  const { rows } = await sql<{ who: string; circle: string; ended: boolean }>`
    select account_id as who, circle, ended_at is not null as ended from ${sql.id(`${space.kind}_space`, 'membership')}
    where space_id = ${space.spaceId} order by since, id`.execute(t.owner)
  return rows
}
const openAdministrators = async (space: MadeSpace): Promise<string[]> =>
  (await rowsOf(space)).filter((r) => r.circle === 'administrator' && !r.ended).map((r) => r.who)

const space = (name: string) => makeSpace(t, 'union', name)

it('lets an administrator go once a second one is named: the handover', async () => {
  const union = await space('Union de la relève')
  const ana = await makeMember(t, union, 'Ana', 'administrator')
  const bea = await makeMember(t, union, 'Béa', 'organiser')
  expect(await act(ana.actor, (db) => leaveSpace(db, now))).toBe('last_administrator')
  expect(await openAdministrators(union)).toEqual([ana.accountId])
  expect(await act(ana.actor, (db) => addCircle(db, bea.accountId, 'administrator', now))).toBe('done')
  expect(await act(ana.actor, (db) => leaveSpace(db, now))).toBe('done')
  expect(await openAdministrators(union)).toEqual([bea.accountId])
})

it('ends every circle of somebody who departs, and keeps the rows with who ended them', async () => {
  const union = await space('Union du départ')
  const ana = await makeMember(t, union, 'Ana', 'administrator')
  const chu = await makeMember(t, union, 'Chu', 'organiser', 'officer')
  expect(await act(ana.actor, (db) => endAccess(db, chu.accountId, now))).toBe('done')
  const { rows } = await sql<{
    circle: string
    ended_by: string
  }>`select circle, ended_by from union_space.membership
    where account_id = ${chu.accountId} order by circle`.execute(t.owner)
  expect(rows).toEqual([
    { circle: 'officer', ended_by: ana.accountId },
    { circle: 'organiser', ended_by: ana.accountId },
  ])
  expect(await act(ana.actor, (db) => endAccess(db, chu.accountId, now))).toBe('not_a_member')
})

it('lets anybody leave by themselves, with every circle', async () => {
  const desk = await makeSpace(t, 'desk', 'Bailleur du départ')
  const gil = await makeMember(t, desk, 'Gil', 'contact', 'data_officer')
  expect(await act(gil.actor, (db) => leaveSpace(db, now))).toBe('done')
  expect((await rowsOf(desk)).every((r) => r.ended)).toBe(true)
})

it('refuses one of two administrators who leave at the same instant', async () => {
  for (let round = 0; round < 5; round++) {
    const union = await space(`Union de l’instant ${round}`)
    const two = await Promise.all(['Ana', 'Béa'].map((name) => makeMember(t, union, name, 'administrator')))
    const answers = await Promise.all(two.map((a) => act(a.actor, (db) => leaveSpace(db, now))))
    expect(answers.toSorted()).toEqual(['done', 'last_administrator'])
    expect(await openAdministrators(union)).toHaveLength(1)
  }
})

it('does not let somebody put out a moment ago put out the other', async () => {
  const union = await space('Union des portes croisées')
  const three = await Promise.all(
    ['Ana', 'Béa', 'Chu'].map((name) => makeMember(t, union, name, 'administrator')),
  )
  const [ana, bea] = three
  if (!ana || !bea) throw new Error('three were made')
  expect(await act(ana.actor, (db) => endAccess(db, bea.accountId, now))).toBe('done')
  expect(await act(bea.actor, (db) => endAccess(db, ana.accountId, now))).toBe('not_administrator_any_more')
  expect(await act(bea.actor, (db) => addCircle(db, bea.accountId, 'officer', now))).toBe(
    'not_administrator_any_more',
  )
  expect(await openAdministrators(union)).toHaveLength(2)
})

it('refuses circles that are unknown, of another kind, or held already', async () => {
  const desk = await makeSpace(t, 'desk', 'Bailleur des cercles')
  const ana = await makeMember(t, desk, 'Ana', 'administrator')
  const gil = await makeMember(t, desk, 'Gil', 'contact')
  for (const circle of ['organiser', 'superuser', '', 'contact,decision_owner'])
    expect(await act(ana.actor, (db) => addCircle(db, gil.accountId, circle, now))).toBe('unknown_circle')
  expect(await act(ana.actor, (db) => addCircle(db, gil.accountId, 'contact', now))).toBe('already_member')
  expect(await rowsOf(desk)).toHaveLength(2)
})

it('names nobody from another space', async () => {
  const [ours, theirs] = [await space('Union d’ici'), await space('Union d’ailleurs')]
  const ana = await makeMember(t, ours, 'Ana', 'administrator')
  const eve = await makeMember(t, theirs, 'Ève', 'administrator')
  const stranger = await makeAccount(t, 'Personne')
  for (const id of [eve.accountId, stranger.accountId]) {
    expect(await act(ana.actor, (db) => addCircle(db, id, 'officer', now))).toBe('not_a_member')
    expect(await act(ana.actor, (db) => endAccess(db, id, now))).toBe('not_a_member')
  }
  expect(await openAdministrators(theirs)).toEqual([eve.accountId])
})

it('never leaves a space without an administrator, whatever they do to one another, in whatever order', async () => {
  let round = 0
  const CIRCLES = ['organiser', 'officer', 'administrator'] as const
  const step = fc.record({
    who: fc.nat(2),
    whom: fc.nat(2),
    verb: fc.constantFrom('add', 'remove', 'depart', 'leave'),
    circle: fc.constantFrom<Circle>(...CIRCLES),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
      async (waves) => {
        const union = await space(`Union de la tempête ${round++}`)
        const people = await Promise.all([
          makeMember(t, union, 'Ana', 'administrator'),
          makeMember(t, union, 'Béa', 'administrator', 'officer'),
          makeMember(t, union, 'Chu', 'organiser'),
        ])
        for (const wave of waves) {
          const rows = await rowsOf(union)
          const acts = wave.map(async ({ who, whom, verb, circle }) => {
            const [doer, other] = [people[who], people[whom]]
            if (!doer || !other) throw new Error('three people')
            const circles = CIRCLES.filter((c) =>
              rows.some((r) => r.who === doer.accountId && r.circle === c && !r.ended),
            )
            const actor = { ...doer.actor, circles }
            const isAllowed = circles.includes('administrator') || verb === 'leave'
            if (circles.length === 0 || !isAllowed) return undefined // no page opens for them
            return act(actor, (db) => {
              if (verb === 'add') return addCircle(db, other.accountId, circle, now)
              if (verb === 'remove') return removeCircle(db, other.accountId, circle, now)
              return verb === 'depart' ? endAccess(db, other.accountId, now) : leaveSpace(db, now)
            })
          })
          await Promise.all(acts)
          expect(await openAdministrators(union)).not.toHaveLength(0)
        }
      },
    ),
    { numRuns: 25 },
  )
})
