import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { openTilleuls, type Tilleuls } from '../../../tools/testing/tilleuls.ts'
import { tellComplaint } from '../../../tools/testing/told.ts'
import type { Actor } from '../../access/scope.ts'
import type { EventKind } from '../../complaints/domain/event-kinds.ts'
import { waitCells } from '../../complaints/domain/wait-cells.ts'
import { eventOf } from '../../complaints/public.ts'
import { type Contribution, contributionsOf, tableOf } from '../../measure/lexis.ts'
import { rebuildStates } from '../actions/rebuild-states.ts'

const LATER = new Date('2026-11-22T11:00:00Z')
const LIVES: readonly (readonly (readonly [string, EventKind])[])[] = [
  [],
  [['2026-07-02', 'first_telling']],
  [
    ['2026-07-02', 'first_telling'],
    ['2026-07-09', 'registered'],
    ['2026-08-01', 'confirmed_gone'],
  ],
  [
    ['été 2026', 'first_telling'],
    ['2026-09-01', 'confirmed_gone'],
    ['2026-10-01', 'recurrence'],
    ['2026-11-01', 'moved_out'],
  ],
]

let t: TestDatabase
let house: Tilleuls
let actor: Actor
beforeAll(async () => {
  t = await testDatabase()
  house = await openTilleuls(t, () => LATER)
  actor = {
    ...house.union,
    accountId: house.ids.ines,
    accountName: 'Inès',
    circles: ['organiser', 'officer'],
  }
  for (const [at, life] of LIVES.entries()) {
    const now = new Date(LATER.getTime() - at * 86_400_000)
    const place = at % 2 === 0 ? { home: house.ids.home } : { building: house.ids.building }
    await tellComplaint(t, actor, now, { place, words: `vie ${at}` }, life)
  }
})
afterAll(() => t.stop())

/** What stands in the counts, and what every line of every thread says should stand there. */
async function counted(): Promise<readonly Contribution[]> {
  const { rows } = await sql<Record<'opened' | 'closed' | 'outcome' | 'known' | 'n', number>>`
    select opened_day as opened, closed_day as closed, outcome, known_from as known, n from union_space.complaint_cell`.execute(
    t.owner,
  )
  return contributionsOf(
    tableOf(rows.map(({ known, n, ...cell }) => ({ ...cell, stratum: 0, knownFrom: known, count: n }))),
  )
}

async function folded(): Promise<readonly Contribution[]> {
  const rows = await t.owner.withSchema('union_space').selectFrom('complaint_event').selectAll().execute()
  const threads = Map.groupBy(rows, (row) => row.complaint_id)
  const cells = [...threads.values()].flatMap((lines) => waitCells(lines.map(eventOf)))
  return contributionsOf(tableOf(cells))
}

describe('the waits of our own complaints, counted by days', () => {
  it('are those of every line written, after each', async () => {
    expect((await folded()).length).toBeGreaterThan(3)
    expect(await counted()).toEqual(await folded())
  })

  it('go with a complaint that is erased, and leave no cell of nothing', async () => {
    const before = await counted()
    await sql`delete from union_space.complaint where words = 'vie 2'`.execute(t.owner)
    expect(await counted()).toEqual(await folded())
    expect((await counted()).length).toBeLessThan(before.length)
    const { rows } = await sql`select from union_space.complaint_cell where n = 0`.execute(t.owner)
    expect(rows).toEqual([])
  })

  it('are counted again by the rebuild, whatever stood there', async () => {
    await sql`update union_space.complaint_cell set n = n + 7`.execute(t.owner)
    await sql`update union_space.complaint_state set cells = '[]' where runs = 2`.execute(t.owner)
    expect(await counted()).not.toEqual(await folded())
    await rebuildStates(t.owner)
    expect(await counted()).toEqual(await folded())
  })
})
