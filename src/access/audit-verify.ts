import { sql } from 'kysely'
import type { Database } from '../db/connect.ts'
import { schemaOf, SPACE_KINDS, type SpaceKind } from '../db/logins.ts'
import { type Anchor, readAnchors } from './audit-anchors.ts'
import { type AuditLine, genesisOf, sealOf } from './audit-chain.ts'
import { microseconds } from './audit-seal.ts'
import { type Purges, purgesOf } from './audit-purges.ts'

/** What is known of the trace of one space. Numbers are those of the seals, from 1. */
export type SpaceVerdict = {
  readonly kind: SpaceKind
  readonly space: string
  readonly lastSeal: number
  readonly lastAnchor: number
  /** Lines (or their seals) that no longer say what was sealed. */
  readonly altered: readonly { number: number; line: AuditLine }[]
  /** Seals without their line, and numbers without their seal. */
  readonly removed: readonly number[]
  /** Lines that a rule of retention purged, as the register says. */
  readonly purged: number
  /** Anchors that the chain no longer reaches, or that hold another hash at that number. */
  readonly lostAnchors: readonly Anchor[]
  readonly unsealed: number
}
export type AuditVerdict = {
  readonly spaces: readonly SpaceVerdict[]
  readonly unreadableAnchors: number
}

type Asked = { db: Database; anchorFolder: string; batch?: number }

/** Reads every chain again, as `system` or as the owner, and compares it with the anchors kept outside the database. */
export async function verifyAudit({ db, anchorFolder, batch = 2000 }: Asked): Promise<AuditVerdict> {
  const { anchors, unreadable } = await readAnchors(anchorFolder)
  const spaces: SpaceVerdict[] = []
  for (const kind of SPACE_KINDS) {
    const own = anchors.filter((a) => a.kind === kind)
    for (const space of await spacesOf(db, kind, own)) {
      const here = own.filter((a) => a.space === space)
      spaces.push(await verifySpace(db, { kind, space, anchors: here, batch }))
    }
  }
  return { spaces, unreadableAnchors: unreadable }
}

export const isIntact = (s: SpaceVerdict): boolean =>
  s.altered.length === 0 && s.removed.length === 0 && s.lostAnchors.length === 0

/** Spaces that left a trace somewhere: a space wiped out altogether is still known by its anchors. */
async function spacesOf(db: Database, kind: SpaceKind, anchors: readonly Anchor[]): Promise<string[]> {
  const house = db.withSchema(schemaOf(kind))
  const [lines, seals] = await Promise.all([
    house.selectFrom('audit_line').select('space_id').distinct().execute(),
    house.selectFrom('audit_seal').select('space_id').distinct().execute(),
  ])
  return [...new Set([...anchors.map((a) => a.space), ...[...lines, ...seals].map((r) => r.space_id)])].sort()
}

type Chain = { kind: SpaceKind; space: string; anchors: readonly Anchor[]; batch: number }
type Seal = { number: number; hash: Buffer; sealed_at: Date; line: AuditLine | undefined }
type Walk = {
  last: number
  /** Undefined after a missing seal: what follows it cannot be recomputed. */
  previous: Buffer | undefined
  altered: { number: number; line: AuditLine }[]
  missing: { number: number; sealed_at: Date }[]
  gaps: number[]
  lost: Map<string, Anchor>
}

async function verifySpace(db: Database, chain: Chain): Promise<SpaceVerdict> {
  const { kind, space, anchors } = chain
  const walk: Walk = {
    last: 0,
    previous: genesisOf(space),
    altered: [],
    missing: [],
    gaps: [],
    lost: new Map(anchors.map((a) => [`${a.number} ${a.hash}`, a])),
  }
  for await (const seal of sealsOf(db, chain)) step(walk, space, seal)
  const { purged, removed } = sortMissing(walk.missing, await purgesOf(db, kind, space))
  return {
    kind,
    space,
    lastSeal: walk.last,
    lastAnchor: Math.max(0, ...anchors.map((a) => a.number)),
    altered: walk.altered,
    removed: [...removed, ...walk.gaps].sort((a, b) => a - b),
    purged,
    lostAnchors: [...walk.lost.values()],
    unsealed: await countUnsealed(db, kind, space),
  }
}

/** A forged seal far ahead must not make the verification endless. */
const MOST_GAPS = 10_000

function step(walk: Walk, space: string, { number, hash, sealed_at, line }: Seal): void {
  for (let gap = walk.last + 1; gap < Math.min(number, walk.last + MOST_GAPS); gap++) walk.gaps.push(gap)
  const previous = number === walk.last + 1 ? walk.previous : undefined
  if (!line) walk.missing.push({ number, sealed_at })
  else if (previous && !sealOf(previous, space, line).equals(hash)) walk.altered.push({ number, line })
  walk.lost.delete(`${number} ${hash.toString('hex')}`)
  walk.last = number
  walk.previous = hash
}

/** A purge may take what is older than its day, and no more lines than it wrote in the register. */
function sortMissing(missing: Walk['missing'], purges: Purges): { purged: number; removed: number[] } {
  const removed: number[] = []
  let purged = 0
  for (const { number, sealed_at } of missing) {
    if (purged < purges.rows && sealed_at < purges.before) purged++
    else removed.push(number)
  }
  return { purged, removed }
}

async function* sealsOf(db: Database, { kind, space, batch }: Chain): AsyncGenerator<Seal> {
  for (let after = 0, full = true; full;) {
    const seals = await db
      .withSchema(schemaOf(kind))
      .selectFrom('audit_seal')
      .select(['number', 'hash', 'sealed_at', 'line_id'])
      .where('space_id', '=', space)
      .where('number', '>', after)
      .orderBy('number')
      .limit(batch)
      .execute()
    const ids = seals.map((s) => s.line_id)
    const lines = await linesOf(db, kind, space, ids)
    for (const { line_id, ...seal } of seals) yield { ...seal, line: lines.get(line_id) }
    after = seals.at(-1)?.number ?? after
    full = seals.length === batch
  }
}

/** By their keys: joined to their seals, every batch would read all the lines. */
async function linesOf(db: Database, kind: SpaceKind, space: string, ids: readonly string[]) {
  const lines: AuditLine[] = await db
    .withSchema(schemaOf(kind))
    .selectFrom('audit_line')
    .select(['id', microseconds('at'), 'account_id', 'login', 'verb', 'table_name', 'row_id'])
    .where('space_id', '=', space)
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .execute()
  return new Map(lines.map((line) => [line.id, line]))
}

async function countUnsealed(db: Database, kind: SpaceKind, space: string): Promise<number> {
  const { count } = await db
    .withSchema(schemaOf(kind))
    .selectFrom('audit_line as l')
    .leftJoin('audit_seal as s', (on) =>
      on.onRef('s.space_id', '=', 'l.space_id').onRef('s.line_id', '=', 'l.id'),
    )
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('l.space_id', '=', space)
    .where('s.number', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
