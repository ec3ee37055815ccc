// The explorer of waits over a source of 5,000,000 cases, 1,000 strata and five years: its pages, from the request to the last byte.
import { get as httpGet } from 'node:http'
import { sql } from 'kysely'
import { type Database, openOwner } from '../../src/db/connect.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { stopIfAlone } from '../../src/db/embedded-sharing.ts'
import { DEMO_PEOPLE } from '../../src/seed/demo-people.ts'
import { seedId, SPACES } from '../../src/seed/neighbourhood.ts'
import { plantSource } from '../testing/planted-source.ts'
import { demoSession } from '../testing/demo-session.ts'
import type { BenchRow } from './row.ts'
import { benchFolder, type BenchServer, removeBenchFolder, startServer } from './server.ts'

const CASES = 5_000_000
const [PLACES, CATEGORIES, YEARS] = [50, 20, 5] as const
const ROUNDS = 60
/** The first pages of a process are compiled as they run. */
const WARM = 10
const LIMIT_MS = 80
const COMMAND = 'npm run bench -- explorer'
/** 2026-11-01, as a day number. */
const ASOF = 20_758

const PAGES = [
  ['all of it', ''],
  ['one category', 'famille=Famille+3'],
  ['one place', 'lieu=Lieu+7'],
  ['one place and category beside another', 'famille=Famille+3&lieu=Lieu+7&avec=lieu:Lieu+8&clos=oui'],
  ['a period of one year', 'de=2025-01&a=2025-12'],
  ['one category in a year', 'famille=Famille+3&de=2025-01&a=2025-12'],
] as const
/** Asked for once in a while: every curve of a source on one page. */
const SIDE_BY_SIDE = ['all categories side by side', 'cote=famille'] as const
const SIDE_BY_SIDE_MS = 300

function ask(server: BenchServer, path: string, cookie: string): Promise<number> {
  const at = performance.now()
  return new Promise((resolve, reject) => {
    httpGet(`${server.url}${path}`, { headers: { cookie, 'accept-encoding': 'gzip' } }, (res) => {
      res.resume()
      res.on('end', () =>
        res.statusCode === 200
          ? resolve(performance.now() - at)
          : reject(new Error(`${path}: ${res.statusCode}`)),
      )
    }).once('error', reject)
  })
}

function signIn(server: BenchServer): Promise<string> {
  const research = SPACES.find(({ kind }) => kind === 'research')?.key
  const person = DEMO_PEOPLE.find(
    ({ space, circles }) => space === research && circles.some((c) => c !== 'administrator'),
  )
  return demoSession(server, person?.key ?? '')
}

/** Cells first, as an import leaves them; all that is counted of them by the same SQL as in tests. */
async function fill(owner: Database): Promise<void> {
  const key = SPACES.find(({ kind }) => kind === 'research')?.key ?? ''
  const space = { kind: 'research', spaceId: seedId('space', key) } as const
  const id = await plantSource(owner, space, { name: 'Cinq millions', asOf: '2026-11-01', cases: [] })
  await sql`update research_space.source_vintage set rows = ${CASES}, kept = ${CASES} where source_id = ${id}`.execute(
    owner,
  )
  await sql`insert into research_space.source_stratum
    select ${space.spaceId}, ${id}, p * ${CATEGORIES} + c, 'Lieu ' || p, 'Famille ' || c
    from generate_series(0, ${PLACES - 1}) p, generate_series(0, ${CATEGORIES - 1}) c`.execute(owner)
  await sql`select setseed(0.42)`.execute(owner)
  await sql`create unlogged table drawn as
    select stratum / ${CATEGORIES} as p, stratum % ${CATEGORIES} as c, opened, least(wait, ${ASOF} - opened) as days,
      case when opened + wait > ${ASOF} then 0 else outcome end as outcome
    from (select stratum, opened, floor((-ln(1 - random())) ^ 1.6 * (5 + (stratum % ${CATEGORIES}) * 12))::int as wait, outcome
      from (select floor(random() * ${PLACES * CATEGORIES})::int as stratum, ${ASOF} - floor(random() * ${YEARS * 365})::int as opened,
          1 + floor(random() ^ 2 * 4)::int as outcome
        from generate_series(1, ${CASES})) d) cases`.execute(owner)
  await sql`insert into research_space.source_wait (space_id, source_id, place, category, opened_month, days, entry_days, outcome, n)
    select ${space.spaceId}, ${id}, place, category, month, array_agg(days), '{}', array_agg(outcome), array_agg(n)
    from (select case when grouping(p) = 1 then '*' else 'Lieu ' || p end as place,
      case when grouping(c) = 1 then '*' else 'Famille ' || c end as category,
      case when grouping(month) = 1 then -1 else month end as month, days, outcome, count(*)::int as n
    from (select *, extract(year from date '1970-01-01' + opened)::int * 12
        + extract(month from date '1970-01-01' + opened)::int - 1 as month from drawn) m
    group by grouping sets ((month, days, outcome), (days, outcome), (c, month, days, outcome), (c, days, outcome),
      (p, month, days, outcome), (p, days, outcome), (p, c, month, days, outcome), (p, c, days, outcome))) w
    group by place, category, month order by place, category, month`.execute(owner)
  await sql`insert into research_space.source_day (space_id, source_id, category, day, opened, closed)
    select ${space.spaceId}, ${id}, case when grouping(c) = 1 then '*' else 'Famille ' || c end, day, sum(came), sum(went)
    from (select c, opened as day, 1 as came, 0 as went from drawn
      union all select c, opened + days, 0, 1 from drawn where outcome > 0) f
    group by grouping sets ((c, day), (day))`.execute(owner)
  await sql`drop table drawn`.execute(owner)
  await sql`vacuum analyze`.execute(owner)
}

const p95 = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0

async function timesOf(server: BenchServer, cookie: string, query: string): Promise<readonly number[]> {
  const path = `/attentes?${query}`
  for (let i = 0; i < WARM; i++) await ask(server, path, cookie)
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++) times.push(await ask(server, path, cookie))
  return times
}

function pageRow(what: string, times: readonly number[], limit: number): BenchRow {
  const ms = p95(times)
  return {
    what: `The explorer over ${CASES.toLocaleString('en')} cases: ${what}, p95`,
    measured: `${ms.toFixed(1)} ms, median ${(times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0).toFixed(1)} ms`,
    limit: `≤ ${limit} ms`,
    ratio: ms / limit,
    ok: ms <= limit,
    command: COMMAND,
  }
}

export async function benchExplorer(): Promise<BenchRow[]> {
  const folder = benchFolder()
  const embedded = await startEmbedded({ folder })
  const server = await startServer(folder, 3896)
  const owner = openOwner(server.ownerUrl)
  try {
    await fill(owner)
    const cookie = await signIn(server)
    const rows: BenchRow[] = []
    const all: number[] = []
    for (const [what, query] of PAGES) {
      const times = await timesOf(server, cookie, query)
      all.push(...times)
      rows.push(pageRow(what, times, LIMIT_MS))
    }
    const [what, query] = SIDE_BY_SIDE
    return [
      pageRow(`a mix of these ${PAGES.length} pages`, all, LIMIT_MS),
      ...rows,
      pageRow(what, await timesOf(server, cookie, query), SIDE_BY_SIDE_MS),
    ]
  } finally {
    await owner.destroy()
    await server.stop()
    await stopIfAlone(embedded)
    removeBenchFolder(folder)
  }
}
