// Pages of fifty rows in requests per second: the web process alone on one core, PostgreSQL and the load on the other.
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Database, openOwner } from '../../src/db/connect.ts'
import { DEMO_PEOPLE } from '../../src/seed/demo-people.ts'
import type { BenchRow } from './row.ts'
import type { BenchServer } from './server.ts'

const LEAST_RATE = 1500

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
  what: `${what}, web process alone on one core, PostgreSQL and the load on the other (16 connections, median second)`,
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

/** The same pages in the same run, and the peer that says what this machine can give at most. */
export async function pageRates(server: BenchServer): Promise<BenchRow[]> {
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
