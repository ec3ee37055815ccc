// The figures of one landlord, and one day's events, in a summary of a million and a half cells.
import { sql } from 'kysely'
import { type Actor, inScope } from '../../src/access/scope.ts'
import type { Logins } from '../../src/db/connect.ts'
import { waitsSql } from '../../src/measure/fold-sql.ts'
import { survivalOf } from '../../src/measure/survival.ts'
import { waitsOfColumns } from '../../src/measure/waits-of-columns.ts'
import { CELLS } from '../../src/sources/store/write-vintage.ts'
import { waitsByName } from '../../src/waits/domain/explorer-waits.ts'
import { waitsOf } from '../../src/waits/store/source-waits.ts'
import { wholeNumbers } from '../../src/waits/store/wait-columns.ts'
import type { BenchRow } from './row.ts'

const CELL_COUNT = 1_470_000
const STRATA = 1000
const EVENTS = 10_000
const ROUNDS = 15
const TEN = { from: 500, until: 509 } as const
const COMMAND = 'npm run bench -- sources'

/** A summary under way: whose it is, its source, and the last day told. */
export type Summary = {
  readonly logins: Logins
  readonly actor: Actor
  readonly sourceId: string
  readonly lastDay: number
}

/** Cells of a thousand strata, and the waits counted of ten of them as an import leaves them. */
export async function fillSummary(summary: Summary): Promise<void> {
  const { logins, actor, sourceId, lastDay } = summary
  const each = CELL_COUNT / STRATA
  for (let stratum = 0; stratum < STRATA; stratum += 20)
    await inScope(logins, actor, (db) =>
      sql`insert into source_cell (space_id, source_id, stratum_id, opened_day, closed_day, outcome, known_from, n)
        select ${actor.spaceId}, ${sourceId}, s, ${lastDay}::int - i, ${lastDay}::int - i + i * 7 % 300 , 1 + i % 5, ${lastDay}::int, 7
        from generate_series(${stratum}::int, ${stratum + 19}::int) s, generate_series(1, ${each}::int) i`.execute(
        db.sql,
      ),
    )
  await inScope(logins, actor, (db) =>
    sql`insert into source_wait (space_id, source_id, place, category, opened_month, days, entry_days, outcome, n)
      select ${actor.spaceId}, ${sourceId}, 'Secteur ' || stratum, '*', -1, array_agg(days), '{}', array_agg(outcome), array_agg(n::int)
      from (${sql.raw(foldOf(actor, summary))}) folded group by stratum`.execute(db.sql),
  )
}

/** The waits of ten strata, folded from their cells. */
const foldOf = (actor: Actor, { sourceId, lastDay }: Summary): string =>
  waitsSql(
    'postgresql',
    {
      relation: `(select * from source_cell where space_id = '${actor.spaceId}' and source_id = '${sourceId}'
        and stratum_id between ${TEN.from} and ${TEN.until})`,
      stratum: 'stratum_id',
      openedDay: 'opened_day',
      closedDay: 'closed_day',
      outcome: 'outcome',
      count: 'n',
    },
    { asOf: { precision: 'day', day: lastDay }, days: 'civil' },
  )

export async function benchSummary(summary: Summary): Promise<BenchRow[]> {
  const { logins, actor, sourceId } = summary
  const figures = await median(() => figuresOfTen(summary))
  const folded = await median(() => foldedAgain(summary))
  let day = summary.lastDay
  const events = await median(() =>
    inScope(logins, actor, (db) => CELLS.write(db, { sourceId, vintage: 2 }, dayOfEvents(++day))),
  )
  const of = `a summary of ${CELL_COUNT.toLocaleString('en')} cells, median of ${ROUNDS}`
  return [
    most(
      `Figures of one landlord (10 strata, survival with its errors) as the explorer reads them, from ${of}`,
      figures,
      30,
    ),
    {
      what: `The same folded again from the cells, as other days than the calendar's ask, from ${of}`,
      measured: `${folded.toFixed(0)} ms`,
      limit: '–',
      ratio: null,
      ok: true,
      command: COMMAND,
    },
    most(`A day's ${EVENTS.toLocaleString('en')} events into it, median of ${ROUNDS}`, events, 200),
  ]
}

async function figuresOfTen({ logins, actor, sourceId }: Summary): Promise<unknown> {
  const places = Array.from({ length: TEN.until - TEN.from + 1 }, (_, at) => `Secteur ${TEN.from + at}`)
  const selections = places.map((place) => ({ place, category: null }))
  const parts = await inScope(logins, actor, (db) =>
    waitsOf(db, sourceId, selections, { from: null, until: null }),
  )
  const waits = waitsByName(places, parts)
  if (waits.some(({ exits }) => exits.n === 0)) throw new Error('ten strata were asked')
  return waits.map(({ exits }) => survivalOf(exits))
}

async function foldedAgain(summary: Summary): Promise<unknown> {
  const { logins, actor } = summary
  const { rows } = await inScope(logins, actor, (db) =>
    sql<Record<'stratum' | 'days' | 'outcome' | 'n', string>>`
      select array_agg(stratum)::text as stratum, array_agg(days)::text as days, array_agg(outcome)::text as outcome,
        array_agg(n)::text as n from (${sql.raw(foldOf(actor, summary))}) folded`.execute(db.sql),
  )
  const [row] = rows
  const column = (name: 'stratum' | 'days' | 'outcome' | 'n') => wholeNumbers(row?.[name] ?? '{}')
  const waits = waitsOfColumns(
    {
      stratum: column('stratum'),
      days: column('days'),
      outcome: column('outcome'),
      count: Float64Array.from(column('n')),
    },
    0.5,
  )
  if (waits.size !== 10) throw new Error('ten strata were asked')
  return [...waits.values()].map(({ exits }) => survivalOf(exits))
}

/** Half of them close a case that was open: two cells each; the others open one. */
function dayOfEvents(day: number): readonly string[] {
  const rows = Array.from({ length: EVENTS }, (_, at) => at)
  const literal = (of: (at: number) => number) => `{${rows.map(of).join(',')}}`
  return [
    literal((at) => at % STRATA),
    literal((at) => day - 1 - Math.floor(at / STRATA)),
    literal((at) => (at % 2 ? day : 2_147_483_647)),
    literal((at) => (at % 2 ? 1 : 0)),
    literal(() => day),
    literal(() => 1),
  ]
}

const most = (what: string, ms: number, limit: number): BenchRow => ({
  what,
  measured: `${ms.toFixed(0)} ms`,
  limit: `≤ ${limit} ms`,
  ratio: ms / limit,
  ok: ms <= limit,
  command: COMMAND,
})

async function median(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const at = performance.now()
    await act()
    times.push(performance.now() - at)
  }
  return times.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0
}
