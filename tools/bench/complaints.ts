// A space of 100,000 complaints and 1,000,000 events: its lists, a façade, a complaint, a line added, all states folded again.
import { readFileSync } from 'node:fs'
import { get as httpGet } from 'node:http'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { inScope } from '../../src/access/scope.ts'
import { rebuildStates } from '../../src/caseload/actions/rebuild-states.ts'
import { addEvent } from '../../src/complaints/public.ts'
import { type Database, openLogins, openOwner } from '../../src/db/connect.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { stopIfAlone } from '../../src/db/embedded-sharing.ts'
import { exactDay } from '../../src/kernel/approximate-day.ts'
import { dayIn } from '../../src/kernel/calendar-day.ts'
import { DEMO_PEOPLE, demoAccountId } from '../../src/seed/demo-people.ts'
import { seedId } from '../../src/seed/neighbourhood.ts'
import { benchBuilding, COMPLAINTS, fillSpace, SPACE } from './complaint-rows.ts'
import type { BenchRow } from './row.ts'
import { benchFolder, type BenchServer, removeBenchFolder, startServer } from './server.ts'

const ROUNDS = 200
const COMMAND = 'npm run bench -- complaints'

const LISTS = [
  '',
  'etat=toutes',
  'etat=finies',
  'suivi=moi',
  'suivi=personne',
  'relance=oui',
  'promesse=passee',
  'delai=passe',
  'contestee=oui',
  'famille=heating',
  'silence=60',
  'mots=banc+7',
  'mots=batiment+12+porte+a',
  'famille=damp&suivi=personne&promesse=passee&silence=30',
] as const

const most = (what: string, value: number, limit: number, unit: string, digits = 1): BenchRow => ({
  what,
  measured: `${value.toFixed(digits)} ${unit}`,
  limit: `≤ ${limit} ${unit}`,
  ratio: value / limit,
  ok: value <= limit,
  command: COMMAND,
})

type Answer = { readonly ms: number; readonly bytes: number }

/** From the request to the last byte on one connection after another: what the server takes, and a little more. */
function ask(server: BenchServer, path: string, cookie: string): Promise<Answer> {
  const at = performance.now()
  return new Promise((resolve, reject) => {
    httpGet(`${server.url}${path}`, { headers: { cookie, 'accept-encoding': 'gzip' } }, (res) => {
      let bytes = 0
      res.on('data', (part: Buffer) => (bytes += part.length))
      res.on('end', () =>
        res.statusCode === 200
          ? resolve({ ms: performance.now() - at, bytes })
          : reject(new Error(`${path}: ${res.statusCode}`)),
      )
    }).once('error', reject)
  })
}

const p95 = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0

async function p95Of(rounds: number, act: (round: number) => Promise<number>): Promise<number> {
  for (let i = 0; i < 10; i++) await act(i)
  const times: number[] = []
  for (let i = 0; i < rounds; i++) times.push(await act(i))
  return p95(times)
}

async function signIn(server: BenchServer): Promise<string> {
  const answer = await fetch(`${server.url}/demo`, {
    method: 'POST',
    body: new URLSearchParams({ personne: DEMO_PEOPLE[0]?.key ?? '' }),
    redirect: 'manual',
    headers: { origin: server.url },
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Every filter by itself; the worst of them is the figure. */
async function listRow(server: BenchServer, cookie: string): Promise<BenchRow> {
  const found: (readonly [string, number])[] = []
  for (const query of LISTS)
    found.push([
      query,
      await p95Of(ROUNDS / 4, async () => (await ask(server, `/reclamations?${query}`, cookie)).ms),
    ])
  const [worst, ms] = found.toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0]
  const all = found.map(([, time]) => time).toSorted((a, b) => a - b)
  const row = most(
    `A list of 50 of ${COMPLAINTS.toLocaleString('en')} complaints, p95 of the slowest of ${LISTS.length} filters`,
    ms,
    50,
    'ms',
  )
  return {
    ...row,
    measured: `${row.measured} (?${worst}); half of the filters under ${(all[all.length >> 1] ?? 0).toFixed(0)} ms`,
  }
}

async function complaintRows(server: BenchServer, cookie: string, owner: Database): Promise<BenchRow[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from union_space.complaint where space_id = ${SPACE} order by id limit ${ROUNDS + 10}`.execute(
    owner,
  )
  const answers: Answer[] = []
  const ms = await p95Of(ROUNDS, async (round) => {
    const answer = await ask(server, `/reclamations/${rows[round]?.id}`, cookie)
    answers.push(answer)
    return answer.ms
  })
  const heaviest = Math.max(...answers.map(({ bytes }) => bytes)) / 1024
  return [
    most('The page of a complaint with ten lines, p95', ms, 50, 'ms'),
    most('The page of a complaint over the wire, compressed, the heaviest', heaviest, 40, 'kB'),
  ]
}

async function recordingRow(ownerUrl: string, folder: string, owner: Database): Promise<BenchRow> {
  const secret = readFileSync(join(folder, 'house/demo-secret'), 'utf8').trim()
  const logins = openLogins(ownerUrl, secret, 'palier_demo')
  const actor = {
    accountId: demoAccountId('ines'),
    accountName: 'Inès',
    spaceId: SPACE,
    spaceName: '',
    kind: 'union',
    institutionId: seedId('institution', 'tilleuls'),
    circles: ['organiser'],
  } as const
  const { rows } = await sql<{
    id: string
  }>`select complaint_id as id from union_space.complaint_state where space_id = ${SPACE} and ending is null order by complaint_id limit ${ROUNDS + 10}`.execute(
    owner,
  )
  const now = new Date()
  const today = dayIn(now)
  const event = {
    kind: 'reminder',
    actor: 'household',
    channel: 'phone',
    happened: exactDay(today),
    evidence: 'declared',
    details: {},
    words: '',
    interlocutor: '',
  } as const
  try {
    const ms = await p95Of(ROUNDS, async (round) => {
      const at = performance.now()
      const added = await inScope(logins, actor, (db) =>
        addEvent(db, rows[round]?.id ?? '', event, { now, today }),
      )
      if (!added.ok) throw new Error(added.refusal.because)
      return performance.now() - at
    })
    return most(
      'A line added to a thread: admitted, written, folded, with its deadlines and its trace, p95',
      ms,
      20,
      'ms',
    )
  } finally {
    await logins.close()
  }
}

async function rebuildRow(owner: Database): Promise<BenchRow> {
  const at = performance.now()
  const rebuilt = await rebuildStates(owner)
  const seconds = (performance.now() - at) / 1000
  const differed = rebuilt.reduce((sum, space) => sum + space.differed.length, 0)
  if (differed < COMPLAINTS) throw new Error(`only ${differed} states were written`)
  return most(
    `Every state folded again and written, ${COMPLAINTS.toLocaleString('en')} complaints and 1,000,000 events`,
    seconds,
    60,
    's',
  )
}

/** What this machine gives at that hour to a page that reads almost nothing: other work on it shows here first. */
async function peerRow(server: BenchServer, cookie: string): Promise<BenchRow> {
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++) times.push((await ask(server, '/reclamations/courriel', cookie)).ms)
  const middle = times.toSorted((a, b) => a - b)[ROUNDS / 2] ?? 0
  return {
    what: 'Peer in the same run: a signed-in page of one small read, and what else the machine was doing',
    measured: `p95 ${p95(times).toFixed(1)} ms, median ${middle.toFixed(1)} ms; load ${(loadavg()[0] ?? 0).toFixed(1)}`,
    limit: '–',
    ratio: null,
    ok: true,
    command: COMMAND,
  }
}

export async function benchComplaints(): Promise<BenchRow[]> {
  const folder = benchFolder()
  const embedded = await startEmbedded({ folder })
  const server = await startServer(folder, 3895)
  const owner = openOwner(server.ownerUrl)
  try {
    await fillSpace(owner)
    const rebuild = await rebuildRow(owner)
    await sql`vacuum analyze`.execute(owner)
    const cookie = await signIn(server)
    const facade = `/lieux/batiments/${await benchBuilding(owner)}/facade`
    return [
      await peerRow(server, cookie),
      await listRow(server, cookie),
      most(
        'The façade of 108 homes, p95',
        await p95Of(ROUNDS, async () => (await ask(server, facade, cookie)).ms),
        50,
        'ms',
      ),
      ...(await complaintRows(server, cookie, owner)),
      await recordingRow(server.ownerUrl, folder, owner),
      rebuild,
    ]
  } finally {
    await owner.destroy()
    await server.stop()
    await stopIfAlone(embedded)
    removeBenchFolder(folder)
  }
}
