import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../db/connect.ts'
import { schemaOf, SPACE_KINDS, type SpaceKind } from '../db/logins.ts'
import type { Tables } from '../db/tables.ts'
import { type Anchor, appendAnchors, readAnchors } from './audit-anchors.ts'
import { type AuditLine, genesisOf, sealOf } from './audit-chain.ts'

type Sealing = {
  /** The login `system`. */
  db: Database
  anchorFolder: string
  now: Date
  /** Only lines written after this: a line committed late is found by the next run that looks at everything. */
  since?: Date
  /** Lines per transaction. */
  batch?: number
}

/**
 * Chains the lines that nobody has sealed yet, space by space, then anchors the new heads outside the database. The
 * lock keeps two processes from working twice; the key (space, number) is what makes it impossible to seal twice.
 */
export async function sealAudit({ db, anchorFolder, now, since, batch = 2000 }: Sealing): Promise<number> {
  let sealed = 0
  const heads: Anchor[] = []
  for (const kind of SPACE_KINDS) {
    const spaces = await spacesToSeal(db, kind, since)
    for (const space of spaces) sealed += await sealSpace(db, { kind, space, now, since, batch })
    heads.push(...(await headsOf(db, kind, now, since && spaces)))
  }
  await appendAnchors(anchorFolder, since ? heads : await notYetAnchored(anchorFolder, heads))
  return sealed
}

/** A run that looks at everything also anchors what a crash left unanchored, and repeats nothing. */
async function notYetAnchored(anchorFolder: string, heads: readonly Anchor[]): Promise<Anchor[]> {
  const { anchors } = await readAnchors(anchorFolder)
  const known = new Set(anchors.map((a) => `${a.space} ${a.number} ${a.hash}`))
  return heads.filter((h) => !known.has(`${h.space} ${h.number} ${h.hash}`))
}

const toSeal = (db: Kysely<Tables>, kind: SpaceKind, since: Date | undefined) =>
  db
    .withSchema(schemaOf(kind))
    .selectFrom('audit_line as l')
    .leftJoin('audit_seal as s', (on) =>
      on.onRef('s.space_id', '=', 'l.space_id').onRef('s.line_id', '=', 'l.id'),
    )
    .where('s.number', 'is', null)
    .$if(since !== undefined, (q) => q.where('l.at', '>=', since ?? new Date(0)))

async function spacesToSeal(db: Database, kind: SpaceKind, since: Date | undefined): Promise<string[]> {
  const rows = await toSeal(db, kind, since).select('l.space_id').distinct().execute()
  return rows.map((r) => r.space_id)
}

type Batch = { kind: SpaceKind; space: string; now: Date; since: Date | undefined; batch: number }

async function sealSpace(db: Database, batch: Batch): Promise<number> {
  let sealed = 0
  let page = await sealBatch(db, batch, START)
  while (page.last) {
    sealed += page.sealed
    page = await sealBatch(db, batch, page.last)
  }
  return sealed
}

/** Where the next batch begins, so that none looks again at what the ones before have read. */
type Mark = { at: string; id: string }
const START: Mark = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' }

async function sealBatch(db: Database, batch: Batch, after: Mark): Promise<{ sealed: number; last?: Mark }> {
  const { kind, space, now } = batch
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`seal:${space}`}, 0))`.execute(tx)
    const page = await nextLines(tx, batch, after)
    const last = page.at(-1)
    if (!last) return { sealed: 0 }
    const sealed = await sealedAmong(tx, batch, page)
    const lines = page.filter((line) => !sealed.has(line.id))
    if (lines.length === 0) return { sealed: 0, last }
    const head = await headOf(tx, kind, space)
    let previous = head.hash
    const seals = lines.map((line, i) => {
      previous = sealOf(previous, space, line)
      const number = head.number + i + 1
      return { space_id: space, number, line_id: line.id, hash: previous, sealed_at: now }
    })
    await tx.withSchema(schemaOf(kind)).insertInto('audit_seal').values(seals).execute()
    return { sealed: lines.length, last }
  })
}

/** The next lines in order, sealed or not; each page is read once, by its key. */
async function nextLines(
  tx: Transaction<Tables>,
  { kind, space, since, batch }: Omit<Batch, 'now'>,
  after: Mark,
): Promise<AuditLine[]> {
  return tx
    .withSchema(schemaOf(kind))
    .selectFrom('audit_line as l')
    .select(['l.id', microseconds('l.at'), 'l.account_id', 'l.login', 'l.verb', 'l.table_name', 'l.row_id'])
    .where('l.space_id', '=', space)
    .where(sql<boolean>`(l.at, l.id) > (${after.at}::timestamptz, ${after.id}::uuid)`)
    .$if(since !== undefined, (q) => q.where('l.at', '>=', since ?? new Date(0)))
    .orderBy('l.at')
    .orderBy('l.id')
    .limit(batch)
    .execute()
}

async function sealedAmong(tx: Transaction<Tables>, { kind, space }: Batch, lines: readonly AuditLine[]) {
  const seals = await tx
    .withSchema(schemaOf(kind))
    .selectFrom('audit_seal')
    .select('line_id')
    .where('space_id', '=', space)
    .where(sql<boolean>`line_id = any (${lines.map((l) => l.id)}::uuid[])`)
    .execute()
  return new Set(seals.map((s) => s.line_id))
}

/** A JavaScript date stops at the millisecond; the line does not. */
export const microseconds = (column: string) =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at')

async function headOf(tx: Transaction<Tables>, kind: SpaceKind, space: string) {
  const head = await tx
    .withSchema(schemaOf(kind))
    .selectFrom('audit_seal')
    .select(['number', 'hash'])
    .where('space_id', '=', space)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return head ?? { number: 0, hash: genesisOf(space) }
}

/** The heads of these spaces, or of all. */
async function headsOf(
  db: Database,
  kind: SpaceKind,
  now: Date,
  spaces: readonly string[] | undefined,
): Promise<Anchor[]> {
  if (spaces?.length === 0) return []
  const rows = await db
    .withSchema(schemaOf(kind))
    .selectFrom('audit_seal')
    .distinctOn('space_id')
    .select(['space_id', 'number', 'hash'])
    .$if(spaces !== undefined, (q) => q.where('space_id', 'in', spaces ?? []))
    .orderBy('space_id')
    .orderBy('number', 'desc')
    .execute()
  return rows.map((r) => ({
    kind,
    space: r.space_id,
    number: r.number,
    hash: r.hash.toString('hex'),
    at: now.toISOString(),
  }))
}
