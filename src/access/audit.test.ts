import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { testSpace } from '../../tools/testing/spaces.ts'
import { appendAnchors } from './audit-anchors.ts'
import { genesisOf, sealOf } from './audit-chain.ts'
import { auditSentences } from './audit.fr.ts'
import { sealAudit } from './audit-seal.ts'
import { isIntact, type SpaceVerdict, verifyAudit } from './audit-verify.ts'
import { type Actor, inScope, noteLine } from './scope.ts'

const now = new Date('2026-11-22T10:00:00Z')
const later = new Date('2026-11-22T10:00:10Z')
let t: TestDatabase
let union: Actor
let anchorFolder: string
beforeAll(async () => void (t = await testDatabase()))
afterAll(() => t.stop())
beforeEach(async () => {
  union = await testSpace(t, 'union', `Union ${newId(new Date())}`, ['organiser'])
  anchorFolder = mkdtempSync(join(tmpdir(), 'palier-anchors-'))
})
afterEach(() => rmSync(anchorFolder, { recursive: true }))

const seal = (at = now) => sealAudit({ db: t.logins.system, anchorFolder, now: at })
const verify = () => verifyAudit({ db: t.logins.system, anchorFolder, batch: 3 })
async function verdict(): Promise<SpaceVerdict> {
  const found = (await verify()).spaces.find((s) => s.space === union.spaceId)
  if (!found) throw new Error('the space left no trace')
  return found
}
const sentences = async (): Promise<string> =>
  auditSentences({ spaces: [await verdict()], unreadableAnchors: 0 }, () => 'Les Tilleuls').join('\n')

/** Five readings of a file, after the line that the making of the space left: six lines. */
async function fiveReadings(): Promise<void> {
  await inScope(t.logins, union, async (db) => {
    for (let i = 0; i < 5; i++) await noteLine(db, 'read', 'person', newId(new Date()))
  })
}
const ofThird = () =>
  sql`id = (select line_id from union_space.audit_seal where space_id = ${union.spaceId} and number = 3)`

describe('what leaves a line', () => {
  it('a write in a space, by trigger, in the same transaction: who, where, which row, which verb, no contents', async () => {
    const id = newId(new Date())
    await inScope(t.logins, union, (db) =>
      db.sql
        .insertInto('person')
        .values({
          space_id: union.spaceId,
          id,
          name: 'Amina',
          search_text: 'amina',
          last_contact_on: '2026-11-01',
        })
        .execute(),
    )
    const { rows } = await sql<object>`select * from union_space.audit_line where row_id = ${id}`.execute(
      t.owner,
    )
    expect(rows).toMatchObject([
      { account_id: union.accountId, space_id: union.spaceId, verb: 'insert', table_name: 'person' },
    ])
    expect(JSON.stringify(rows)).not.toContain('Amina')
  })

  it('nothing when the transaction rolls back', async () => {
    const id = newId(new Date())
    const failed = inScope(t.logins, union, async (db) => {
      await noteLine(db, 'read', 'person', id)
      throw new Error('crash')
    })
    await expect(failed).rejects.toThrow('crash')
    const { rows } = await sql`select 1 from union_space.audit_line where row_id = ${id}`.execute(t.owner)
    expect(rows).toEqual([])
  })
})

describe('a chain that nobody touched', () => {
  it('is whole, anchored at its head, and stays so when more lines come', async () => {
    await fiveReadings()
    await seal()
    expect(await verdict()).toMatchObject({ lastSeal: 6, lastAnchor: 6, unsealed: 0 })
    await fiveReadings()
    expect(await verdict()).toMatchObject({ lastSeal: 6, unsealed: 5 })
    expect(await sentences()).toContain('5 lignes ne sont pas encore scellées')
    await seal(later)
    expect(isIntact(await verdict())).toBe(true)
    expect(await sentences()).toBe('Les Tilleuls (l’union)\u202f: 11 lignes scellées, la chaîne est entière.')
  })

  it('is anchored in a file that its owner alone reads, one line per new head', async () => {
    await seal()
    await seal(later) // nothing new: no line
    const path = join(anchorFolder, 'anchors.jsonl')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const own = readFileSync(path, 'utf8')
      .split('\n')
      .filter((l) => l.includes(union.spaceId))
    expect(own.map((l): unknown => JSON.parse(l))).toMatchObject([
      { space: union.spaceId, number: 1, at: now.toISOString() },
    ])
  })

  it('survives an anchor torn by a crash: the next one is readable, the torn one is told', async () => {
    await appendAnchors(anchorFolder, [
      { kind: 'union', space: union.spaceId, number: 1, hash: 'a'.repeat(64), at: now.toISOString() },
    ])
    rmSync(join(anchorFolder, 'anchors.jsonl'))
    appendFileSync(join(anchorFolder, 'anchors.jsonl'), '{"kind":"union","spa')
    await seal()
    const whole = await verify()
    expect(whole.unreadableAnchors).toBe(1)
    expect(await verdict()).toMatchObject({ lastAnchor: 1, lostAnchors: [] })
    expect(auditSentences(whole, String).at(-1)).toBe('1 ancrage est illisible dans le fichier.')
  })

  it('anchors on its next look at everything what a crash left without anchor', async () => {
    await sealAudit({ db: t.logins.system, anchorFolder: join(anchorFolder, 'elsewhere'), now })
    expect(await verdict()).toMatchObject({ lastSeal: 1, lastAnchor: 0 })
    expect(await sentences()).toContain('aucun ancrage hors de la base')
    await seal(later)
    expect(await verdict()).toMatchObject({ lastSeal: 1, lastAnchor: 1 })
  })

  it('looks only at recent lines when asked, and finds the others when asked for everything', async () => {
    await sql`update union_space.audit_line set at = '2020-01-01' where space_id = ${union.spaceId}`.execute(
      t.owner,
    )
    await sealAudit({ db: t.logins.system, anchorFolder, now, since: new Date('2026-01-01') })
    expect((await verdict()).unsealed).toBe(1)
    await seal()
    expect((await verdict()).unsealed).toBe(0)
  })
})

describe('what somebody with the owner’s rights did to the trace', () => {
  beforeEach(async () => {
    await fiveReadings()
    await seal()
  })

  it.each([
    ['verb', sql`verb = 'insert'`],
    ['account_id', sql`account_id = gen_random_uuid()`],
    ['account_id', sql`account_id = null`],
    ['at', sql`at = at + interval '1 microsecond'`],
    ['row_id', sql`row_id = gen_random_uuid()`],
    ['login', sql`login = login || ' '`],
    ['table_name', sql`table_name = 'home'`],
  ])('names the one line whose %s was altered', async (_column, change) => {
    await sql`update union_space.audit_line set ${change} where ${ofThird()}`.execute(t.owner)
    const found = await verdict()
    expect(found.altered.map((a) => a.number)).toEqual([3])
    expect(found).toMatchObject({ removed: [], lostAnchors: [] })
    expect(await sentences()).toContain('la ligne 3 n’est plus celle qui a été scellée')
  })

  it('names the line that was removed', async () => {
    await sql`delete from union_space.audit_line where ${ofThird()}`.execute(t.owner)
    expect(await verdict()).toMatchObject({ removed: [3], altered: [], purged: 0 })
    expect(await sentences()).toContain('des lignes ont été enlevées\u202f: 3')
  })

  it('names the number whose seal was removed with its line', async () => {
    await sql`delete from union_space.audit_line where ${ofThird()}`.execute(t.owner)
    await sql`delete from union_space.audit_seal where space_id = ${union.spaceId} and number = 3`.execute(
      t.owner,
    )
    expect(await verdict()).toMatchObject({ removed: [3], altered: [] })
  })

  it('sees a tail cut, lines and seals, even after more lines were sealed over it', async () => {
    await cutAfter(4)
    expect((await verdict()).lostAnchors.map((a) => a.number)).toEqual([6])
    expect(await sentences()).toContain(
      'la fin est coupée\u202f: le dernier sceau est 4, l’ancrage va jusqu’à 6',
    )
    await fiveReadings()
    await seal(later)
    expect(await verdict()).toMatchObject({ lastSeal: 9, altered: [], removed: [] })
    expect((await verdict()).lostAnchors.map((a) => a.number)).toEqual([6])
    expect(await sentences()).toContain('l’ancrage diffère à 6')
  })

  it('sees a space whose whole trace was wiped out', async () => {
    await cutAfter(0)
    expect(await verdict()).toMatchObject({ lastSeal: 0, lastAnchor: 6 })
    expect(isIntact(await verdict())).toBe(false)
  })

  it('sees a chain rewritten consistently, by its anchor alone', async () => {
    await sql`update union_space.audit_line set verb = 'forged' where ${ofThird()}`.execute(t.owner)
    await rewriteChain()
    const found = await verdict()
    expect(found).toMatchObject({ altered: [], removed: [], lastSeal: 6 })
    expect(found.lostAnchors.map((a) => a.number)).toEqual([6])
    expect(await sentences()).toContain('la chaîne a été réécrite')
  })
})

describe('lines purged by retention', () => {
  const purge = (number: number) =>
    sql`delete from union_space.audit_line where id in (select line_id from union_space.audit_seal
        where space_id = ${union.spaceId} and number <= ${number})`.execute(t.owner)
  const register = (rows: number, keptSince: string) =>
    sql`insert into union_space.purge_register values (${union.spaceId}, ${newId(new Date())}, 'audit_line', ${rows}, ${keptSince}, ${now})`.execute(
      t.owner,
    )
  beforeEach(async () => {
    await fiveReadings()
    await seal()
  })

  it.each([
    [2, '2026-11-22', 2, [], 'the register explains both'],
    [2, '2026-11-20', 0, [1, 2], 'they were too young to be purged'],
    [1, '2026-11-22', 1, [2], 'one more is missing than the register says'],
  ])('two gone, the register says %i kept since %s: %i purged, removed %j (%s)', async (...c) => {
    const [rows, keptSince, purged, removed] = c
    await purge(2)
    await register(rows, keptSince)
    expect(await verdict()).toMatchObject({ purged, removed, altered: [], lostAnchors: [] })
  })
})

it('gives the same verdict however sealing runs interleave with writes and with one another', async () => {
  const act = fc.constantFrom('write', 'seal', 'seal one by one', 'two at once')
  const property = fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 8 }), async (acts) => {
    union = await testSpace(t, 'union', `Union ${newId(new Date())}`, ['organiser'])
    const running = acts.map(async (a) => {
      if (a === 'write') await fiveReadings()
      if (a === 'seal') await seal()
      if (a === 'seal one by one') await sealAudit({ db: t.logins.system, anchorFolder, now, batch: 1 })
      if (a === 'two at once') await Promise.all([seal(), seal(later)])
    })
    await Promise.all(running)
    await seal(later)
    const lines = 1 + 5 * acts.filter((a) => a === 'write').length
    const found = await verdict()
    expect(found).toMatchObject({ lastSeal: lines, lastAnchor: lines, unsealed: 0, altered: [], removed: [] })
    expect(found.lostAnchors).toEqual([])
  })
  await fc.assert(property, { numRuns: 20 })
})

async function cutAfter(number: number): Promise<void> {
  await sql`delete from union_space.audit_line where id in (select line_id from union_space.audit_seal
    where space_id = ${union.spaceId} and number > ${number})`.execute(t.owner)
  await sql`delete from union_space.audit_seal where space_id = ${union.spaceId} and number > ${number}`.execute(
    t.owner,
  )
}

/** What a careful forger would do: every seal computed again from the altered lines. */
async function rewriteChain(): Promise<void> {
  const { rows } = await sql<Parameters<typeof sealOf>[2] & { number: number }>`
    select s.number, l.id, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
           l.account_id, l.login, l.verb, l.table_name, l.row_id
    from union_space.audit_seal s join union_space.audit_line l on l.id = s.line_id
    where s.space_id = ${union.spaceId} order by s.number`.execute(t.owner)
  let previous = genesisOf(union.spaceId)
  for (const { number, ...rest } of rows) {
    previous = sealOf(previous, union.spaceId, rest)
    await sql`update union_space.audit_seal set hash = ${previous}
      where space_id = ${union.spaceId} and number = ${number}`.execute(t.owner)
  }
}
