// A scoped read against the same read by the owner, at 100,000 rows, in the same run; and a page of 50 rows.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { startEmbedded } from '../../src/db/embedded.ts'
import { stopIfAlone } from '../../src/db/embedded-sharing.ts'
import { inScope } from '../../src/access/scope.ts'
import { type Database, openLogins, openOwner } from '../../src/db/connect.ts'
import { DEMO_PEOPLE, demoAccountId } from '../../src/seed/demo-people.ts'
import { seedId } from '../../src/seed/neighbourhood.ts'
import { readFileSync } from 'node:fs'
import type { BenchRow } from './row.ts'
import { benchFolder, type BenchServer, removeBenchFolder, startServer } from './server.ts'

const ROWS = 100_000
const ROUNDS = 2000
const MOST_RATIO = 2
const LEAST_RATE = 1500
const SPACE = seedId('space', 'tilleuls')

/** Without the audit trigger: a hundred thousand lines of audit are not what is measured. */
const fill = (owner: Database) =>
  owner.transaction().execute(async (db) => {
    await sql`set local session_replication_role = replica`.execute(db)
    await sql`
      insert into union_space.person (space_id, id, name, search_text, last_contact_on)
      select ${SPACE}::uuid, gen_random_uuid(), 'Personne ' || n, 'personne ' || n, date '2026-11-01' - (n % 900)
      from generate_series(1, ${ROWS}::int) n`.execute(db)
  })

const read = (db: Database) =>
  db
    .withSchema('union_space')
    .selectFrom('person')
    .select(['id', 'name', 'last_contact_on'])
    .where('space_id', '=', SPACE)
    .where('last_contact_on', '<', '2026-06-01')
    .orderBy('last_contact_on', 'desc')
    .limit(50)
    .execute()

async function median(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const at = performance.now()
    await act()
    times.push(performance.now() - at)
  }
  return times.toSorted((a, b) => a - b)[ROUNDS / 2] ?? 0
}

async function scopedRead(server: BenchServer, folder: string): Promise<BenchRow> {
  const owner = openOwner(server.ownerUrl)
  const logins = openLogins(
    server.ownerUrl,
    readFileSync(join(folder, 'house/demo-secret'), 'utf8').trim(),
    'palier_demo',
  )
  try {
    await fill(owner)
    await sql`analyze union_space.person`.execute(owner)
    const actor = {
      accountId: demoAccountId('ines'),
      accountName: 'Inès',
      spaceId: SPACE,
      spaceName: '',
      kind: 'union',
      institutionId: seedId('institution', 'tilleuls'),
      circles: ['organiser'],
    } as const
    await median(() => read(owner)) // warms both sides
    const alone = await median(() => owner.transaction().execute(read))
    const scoped = await median(() => inScope(logins, actor, (db) => read(db.sql)))
    return {
      what: `A scoped read of 50 of ${ROWS.toLocaleString('en')} rows, against the same read in a transaction of the owner (medians of ${ROUNDS})`,
      measured: `${scoped.toFixed(2)} ms against ${alone.toFixed(2)} ms`,
      limit: `≤ ${MOST_RATIO} ×`,
      ratio: scoped / alone / MOST_RATIO,
      ok: scoped / alone <= MOST_RATIO,
      command: 'npm run bench -- reads',
    }
  } finally {
    await Promise.all([owner.destroy(), logins.close()])
  }
}

async function signIn(server: BenchServer): Promise<string> {
  const body = new URLSearchParams({ personne: DEMO_PEOPLE[0]?.key ?? '' })
  const answer = await fetch(`${server.url}/demo`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: server.url },
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** The load comes from another process on the other core. */
function load(url: string, cookie: string): Promise<number> {
  const args = [
    '-c',
    '1',
    'node',
    'node_modules/autocannon/autocannon.js',
    '-c',
    '16',
    '-d',
    '15',
    '-j',
    '-H',
    `cookie=${cookie}`,
    url,
  ]
  return new Promise((resolve, reject) => {
    const child = spawn('taskset', args, { stdio: ['ignore', 'pipe', 'ignore'] })
    const out: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.once('error', reject)
    child.once('exit', () => {
      const report = JSON.parse(Buffer.concat(out).toString()) as {
        non2xx: number
        errors: number
        requests: { p50: number }
      }
      if (report.non2xx + report.errors > 0)
        reject(new Error(`${report.non2xx} refused, ${report.errors} failed`))
      else resolve(report.requests.p50)
    })
  })
}

const rateRow = (what: string, rate: number): BenchRow => ({
  what: `${what}, web process on one core (16 connections, median second)`,
  measured: `${rate} requests/s`,
  limit: `≥ ${LEAST_RATE} requests/s`,
  ratio: rate / LEAST_RATE,
  ok: rate >= LEAST_RATE,
  command: 'npm run bench -- reads',
})

async function rateOf(page: string, cookie: string): Promise<number> {
  await load(page, cookie) // warms
  return load(page, cookie)
}

const publish = (owner: Database) =>
  sql`
  insert into public_space.publication (id, slug, door, from_name, projection, published_at)
  select gen_random_uuid(), 'union-' || n, 'publish_presentation', 'Union ' || n, jsonb_build_object(
    'title', 'Union ' || n, 'what', 'Nous datons les attentes.', 'contact', 'u' || n || '@example.org',
    'estates', jsonb_build_array('Résidence ' || n)), now()
  from generate_series(1, 49) n`.execute(owner)

const PEER_PORT = 3894

async function peerRate(): Promise<number> {
  const args = [
    '-c',
    '0',
    'node',
    '--import',
    './tools/jsx.mjs',
    'tools/bench/bare-page.tsx',
    String(PEER_PORT),
  ]
  const peer = spawn('taskset', args, { stdio: 'ignore' })
  const url = `http://127.0.0.1:${PEER_PORT}/`
  while (
    !(await fetch(url).then(
      (r) => r.ok,
      () => false,
    ))
  )
    await sleep(50)
  const rate = await rateOf(url, '')
  peer.kill()
  return rate
}

const peerRow = (peer: number, ours: number): BenchRow => ({
  what: 'Peer in the same run: the same 50 unions drawn by the same views, bare Hono, no database and no session',
  measured: `${peer} requests/s; ours serves ${Math.round((100 * ours) / peer)} % of it`,
  limit: '–',
  ratio: ours / peer,
  ok: true,
  command: 'npm run bench -- reads',
})

async function pageRates(server: BenchServer): Promise<BenchRow[]> {
  const owner = openOwner(server.ownerUrl)
  await publish(owner)
  await owner.destroy()
  const cookie = await signIn(server)
  const unions = await rateOf(`${server.url}/unions`, '')
  const people = await rateOf(`${server.url}/personnes`, cookie)
  return [
    rateRow('The public page of 50 unions', unions),
    rateRow('The page of 50 people with their homes, in a space of 100,000, signed in', people),
    peerRow(await peerRate(), unions),
  ]
}

/** PostgreSQL is started first, by us: started by the pinned web process it would share its one core. */
export async function benchReads(): Promise<BenchRow[]> {
  const folder = benchFolder()
  const embedded = await startEmbedded({ folder })
  const server = await startServer(folder, 3893, 0)
  try {
    return [await scopedRead(server, folder), ...(await pageRates(server))]
  } finally {
    await server.stop()
    await stopIfAlone(embedded)
    removeBenchFolder(folder)
  }
}
