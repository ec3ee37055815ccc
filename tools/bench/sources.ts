// A file of 500,000 cases into Palier, a later one after it; then what a summary of a million and a half cells takes and gives.
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { sql } from 'kysely'
import { type Actor, inScope } from '../../src/access/scope.ts'
import { type Logins, openLogins, openOwner } from '../../src/db/connect.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { stopIfAlone } from '../../src/db/embedded-sharing.ts'
import { migrate } from '../../src/db/migrate.ts'
import { calendarDay } from '../../src/kernel/calendar-day.ts'
import { newId } from '../../src/kernel/ids.ts'
import { importFile } from '../../src/sources/actions/import-file.ts'
import { insertAgreement } from '../../src/sources/store/agreements.ts'
import { insertSource } from '../../src/sources/store/sources.ts'
import { drawOf } from '../testing/chance.ts'
import type { BenchRow } from './row.ts'
import { benchFolder, removeBenchFolder } from './server.ts'
import { benchSummary, fillSummary } from './source-summary.ts'

const CASES = 500_000
const STRATA = 1000
const LEAST_SPEED = 20_000
const NOW = new Date('2026-11-22T10:00:00Z')
const AS_OF = calendarDay('2026-11-01')
const LATER = calendarDay('2026-11-20')
const LAST_DAY = Date.parse(AS_OF) / 86_400_000
const COMMAND = 'npm run bench -- sources'
const SECRET = 'a secret of the bench, never of an installation'

export async function benchSources(): Promise<BenchRow[]> {
  const folder = benchFolder()
  const embedded = await startEmbedded({ folder })
  const owner = openOwner(embedded.ownerUrl)
  const logins = openLogins(embedded.ownerUrl, SECRET, 'palier_bench')
  try {
    await migrate(owner, { secret: SECRET, prefix: 'palier_bench' })
    const actor = await somebody((text) => text.execute(owner))
    const files = [0, LAST_MONTH].map((month) => ({
      path: join(folder, '..', `demandes-${month}.csv`),
      month,
    }))
    for (const { path, month } of files) await writeFile(path, month)
    const imported = await importSpeeds(logins, actor, files)
    const sourceId = await newSource(logins, actor, 'Sommaire du banc')
    const summary = { logins, actor, sourceId, lastDay: LAST_DAY }
    await fillSummary(summary)
    await sql`analyze`.execute(owner) // as a house that has lived for a while
    return [...imported, ...(await benchSummary(summary))]
  } finally {
    await Promise.all([owner.destroy(), logins.close()])
    await stopIfAlone(embedded)
    removeBenchFolder(folder)
  }
}

type Run = (text: ReturnType<typeof sql>) => Promise<unknown>

async function somebody(run: Run): Promise<Actor> {
  const [institutionId, spaceId, accountId] = [newId(NOW), newId(NOW), newId(NOW)]
  await run(
    sql`insert into directory.institution (id, kind, name) values (${institutionId}, 'research_team', 'Équipe du banc')`,
  )
  await run(
    sql`insert into research_space.space (space_id, id, institution_id, name) values (${spaceId}, ${spaceId}, ${institutionId}, 'Banc')`,
  )
  return {
    accountId,
    accountName: 'Banc',
    spaceId,
    spaceName: 'Banc',
    kind: 'research',
    institutionId,
    circles: ['data_steward', 'researcher'],
  }
}

/** Two and a half years of 40 places and 25 categories; one row in a hundred cannot be read, some come twice. */
async function writeFile(path: string, month: number): Promise<string> {
  const file = createWriteStream(path)
  file.write('Numero;Ouverture;Cloture;Secteur;Motif;Adresse;Statut\n')
  const draw = drawOf(20_261_122)
  const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)
  for (let at = 0; at < CASES; at++) {
    const isLate = draw(50) === 0
    const opened = LAST_DAY - draw(900)
    // A fiftieth of the cases say something else a month later.
    const closed = opened + Math.floor((draw(100) * draw(100)) / 60) + (isLate ? month : 0)
    const told = draw(100) === 0 ? 'avant Noël' : day(opened)
    const end = closed > LAST_DAY ? '' : day(closed)
    const line = `D${at};${told};${end};Secteur ${draw(40)};Motif ${draw(25)};${draw(90)} rue du Banc;Vu\n`
    if (!file.write(line)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
  return path
}

const newSource = (logins: Logins, actor: Actor, name: string): Promise<string> =>
  inScope(logins, actor, async (db) => {
    const agreementId = await insertAgreement(
      db,
      {
        title: 'Convention',
        giver: 'Bailleur du banc',
        purpose: 'Mesurer',
        validFrom: calendarDay('2026-01-01'),
        validUntil: calendarDay('2026-12-31'),
        allowedColumns: [],
      },
      NOW,
    )
    return insertSource(db, { name, agreementId, institutionId: null }, NOW)
  })

const LAST_MONTH = 30
type BenchFile = { readonly path: string; readonly month: number }

async function importSpeeds(logins: Logins, actor: Actor, files: readonly BenchFile[]): Promise<BenchRow[]> {
  const sourceId = await newSource(logins, actor, 'Demandes du banc')
  const rows: BenchRow[] = []
  for (const file of files) rows.push(await importSpeed(logins, actor, sourceId, file))
  return rows
}

async function importSpeed(
  logins: Logins,
  actor: Actor,
  sourceId: string,
  { path, month }: BenchFile,
): Promise<BenchRow> {
  let most = 0
  const at = performance.now()
  const done = await importFile(
    (work) => inScope(logins, actor, work),
    {
      sourceId,
      path,
      name: 'demandes.csv',
      scope: 'whole',
      map: { id: 'Numero', opened: 'Ouverture', closed: 'Cloture', place: 'Secteur', category: 'Motif' },
      asOf: { day: month === 0 ? AS_OF : LATER, instant: null },
    },
    { now: NOW, onProgress: () => void (most = Math.max(most, process.memoryUsage().rss)) },
  )
  if (!done.ok) throw new Error(`the bench's file was refused: ${done.refusal.because}`)
  const speed = CASES / ((performance.now() - at) / 1000)
  const rejected = Object.values(done.value.vintage.rejected).reduce((sum, n) => sum + n, 0)
  return {
    what: `import${month === 0 ? '' : ' of a later vintage, a fiftieth of it changed'}: ${CASES.toLocaleString('en')} tickets from CSV into ${STRATA} strata, with ${rejected.toLocaleString('en')} rejects, audit and projections (Node at most ${Math.round(most / 2 ** 20)} MB)`,
    measured: `${Math.round(speed).toLocaleString('en')} tickets/s`,
    limit: `≥ ${LEAST_SPEED.toLocaleString('en')} tickets/s`,
    ratio: speed / LEAST_SPEED,
    ok: speed >= LEAST_SPEED,
    command: COMMAND,
  }
}
