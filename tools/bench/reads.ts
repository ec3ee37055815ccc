// A scoped read against the same read by the owner, at 100,000 rows, in the same run; and a page of 50 rows.
import { join } from 'node:path'
import { sql } from 'kysely'
import { startEmbedded } from '../../src/db/embedded.ts'
import { stopIfAlone } from '../../src/db/embedded-sharing.ts'
import { inScope } from '../../src/access/scope.ts'
import { type Database, openLogins, openOwner } from '../../src/db/connect.ts'
import { demoAccountId } from '../../src/seed/demo-people.ts'
import { seedId } from '../../src/seed/neighbourhood.ts'
import { readFileSync } from 'node:fs'
import { pageRates } from './pages.ts'
import type { BenchRow } from './row.ts'
import { benchFolder, type BenchServer, removeBenchFolder, startServer } from './server.ts'

const ROWS = 100_000
const ROUNDS = 2000
const MOST_RATIO = 2
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
    await sql`analyze`.execute(owner) // as a house that has lived for a while
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

/** PostgreSQL is started first, by us, and leaves the first core to the web process. */
export async function benchReads(): Promise<BenchRow[]> {
  const folder = benchFolder()
  const embedded = await startEmbedded({ folder })
  const server = await startServer(folder, 3893, 0)
  server.keepDatabaseOn(1)
  try {
    return [await scopedRead(server, folder), ...(await pageRates(server))]
  } finally {
    await server.stop()
    await stopIfAlone(embedded)
    removeBenchFolder(folder)
  }
}
