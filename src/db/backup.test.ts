import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { killCluster } from '../../tools/testing/kill-cluster.ts'
import { makeWritten, missing, startWriter } from '../../tools/testing/writer.ts'
import type { Result } from '../kernel/result.ts'
import { backup } from './backup.ts'
import { startEmbedded, type Embedded } from './embedded.ts'
import { fingerprints } from './fingerprints.ts'
import { restore } from './restore.ts'

const place = mkdtempSync(join(tmpdir(), 'palier-backup-'))
const saved = join(place, 'saved')
const now = () => new Date('2026-11-22T10:00:00Z')
let cluster: Embedded

// For the database account, which has to walk through it when we are root.
chmodSync(place, 0o755)

beforeAll(async () => {
  cluster = await startEmbedded({ folder: join(place, 'pg') })
  await makeWritten(cluster.ownerUrl)
})

afterAll(async () => {
  await cluster.stop()
  rmSync(place, { recursive: true, force: true })
})

const backupInto = (into: string) => backup({ ownerUrl: cluster.ownerUrl, folder: cluster.folder, into, now })

function sentence(result: Result<unknown, { sentence: string }>): string {
  return result.ok ? 'accepted' : result.refusal.sentence
}

/** From here on, what was written just after the backup is in the archive of the cluster, no longer in its pg_wal. */
async function recycleWal(): Promise<void> {
  const client = new pg.Client(cluster.ownerUrl)
  await client.connect()
  for (const step of ['select pg_switch_wal()', 'checkpoint', 'select pg_switch_wal()', 'checkpoint'])
    await client.query(step).then(() => sleep(700))
  await client.end()
}

test('the drill: back up while writing, go on writing, kill -9, restore: every acknowledged write is there', async () => {
  const writer = await startWriter(cluster.ownerUrl, join(place, 'acknowledged'))
  await sleep(200)
  const result = await backupInto(saved)
  expect(result).toMatchObject({
    ok: true,
    value: { startedAt: '2026-11-22T10:00:00.000Z', palier: '0.1.0' },
  })
  const atBackup = writer.acknowledged().length
  await sleep(300)
  await recycleWal()
  await sleep(300)
  killCluster(cluster.pid)
  await writer.stop()
  const acknowledged = writer.acknowledged()
  expect(acknowledged.length, 'written after the backup').toBeGreaterThan(atBackup)

  const folder = join(place, 'restored')
  const restored = await restore({ from: saved, folder, alsoWalOf: cluster.folder })
  expect(sentence(restored)).toBe('accepted')

  cluster = await startEmbedded({ folder: cluster.folder })
  const truth = await fingerprints(cluster.ownerUrl)
  expect(truth).toMatchObject([{ table: 'public.written' }])
  expect(restored).toMatchObject({ ok: true, value: { fingerprints: truth } })

  const again = await startEmbedded({ folder })
  try {
    expect(await missing(again.ownerUrl, acknowledged)).toEqual([])
    // It is a cluster like another: it can be backed up in its turn.
    const second = await backup({ ownerUrl: again.ownerUrl, folder, into: join(place, 'second'), now })
    expect(sentence(second)).toBe('accepted')
  } finally {
    await again.stop()
  }
})

test('a backup alone, without the dead cluster, gives the rows of that moment', async () => {
  const folder = join(place, 'alone')
  const restored = await restore({ from: saved, folder })
  expect(restored).toMatchObject({ ok: true, value: { fingerprints: [{ table: 'public.written' }] } })
  expect(readdirSync(folder).toSorted()).toEqual(['data', 'postgres.log', 'wal-archive'])
})

test('the password travels with the backup, for its owner’s eyes only', () => {
  const secret = join(saved, 'base/palier.secret')
  expect(statSync(secret).mode & 0o777).toBe(0o600)
  expect(statSync(saved).mode & 0o777).toBe(0o700)
  expect(cluster.ownerUrl).toContain(readFileSync(secret, 'utf8'))
})

test('WAL older than the newest backup leaves the archive', async () => {
  const archive = join(cluster.folder, 'wal-archive')
  const before = readdirSync(archive)
  expect(before.length).toBeGreaterThan(0)
  const result = await backupInto(join(place, 'third'))
  const first = result.ok ? result.value.firstWal : ''
  const kept = readdirSync(archive).filter((name) => name.endsWith('.gz'))
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.filter((name) => name < first)).toEqual([])
})

test('a backup overwrites nothing, and leaves nothing behind when it refuses', async () => {
  const full = join(place, 'full')
  mkdirSync(full)
  writeFileSync(join(full, 'letter.txt'), 'keep me')
  expect(sentence(await backupInto(full))).toContain('n’est pas vide')
  expect(readdirSync(full)).toEqual(['letter.txt'])

  const file = join(place, 'file')
  writeFileSync(file, 'keep me too')
  expect(sentence(await backupInto(file))).toContain('est un fichier')
  expect(sentence(await backupInto(join(file, 'below')))).toContain('est un fichier')
  expect(readFileSync(file, 'utf8')).toBe('keep me too')

  const inside = join(cluster.folder, 'backup')
  expect(sentence(await backupInto(inside))).toContain('dans le dossier de la base elle-même')
  expect(existsSync(inside)).toBe(false)
  expect(readdirSync(place).filter((name) => name.includes('.new-'))).toEqual([])
})

test('a restore refuses a folder that holds anything, and WAL of a cluster that still runs', async () => {
  expect(sentence(await restore({ from: saved, folder: cluster.folder }))).toContain('contient déjà une base')
  const file = join(place, 'not-a-folder')
  writeFileSync(file, 'keep me')
  expect(sentence(await restore({ from: saved, folder: file }))).toContain('est un fichier')
  const folder = join(place, 'too-early')
  const nothing = await restore({ from: saved, folder, alsoWalOf: place })
  expect(sentence(nothing)).toContain('ne contient pas de base')
  const early = await restore({ from: saved, folder, alsoWalOf: cluster.folder })
  expect(sentence(early)).toContain('tourne encore')
  expect(existsSync(folder)).toBe(false)
})

test('a gap in the WAL is refused and named, where PostgreSQL would stop early and say nothing', async () => {
  const dead = join(place, 'dead')
  mkdirSync(join(dead, 'data/pg_wal'), { recursive: true })
  // Far after the last segment of the backup: what is between was archived, and the archive is lost.
  writeFileSync(join(dead, 'data/pg_wal', '0000000100000000000000F0'), '')
  const folder = join(place, 'gap')
  expect(sentence(await restore({ from: saved, folder, alsoWalOf: dead }))).toMatch(`Il manque des journaux`)
  expect(readdirSync(folder)).toEqual([])
})

test.for([
  ['changed', (copy: string) => writeFileSync(join(copy, 'base/PG_VERSION'), '17\n'), 'base/PG_VERSION'],
  ['missing', (copy: string) => rmSync(join(copy, 'base/global/pg_control')), 'base/global/pg_control'],
  [
    'added',
    (copy: string) => writeFileSync(join(copy, 'base/postgresql.auto.conf.d'), ''),
    'postgresql.auto.conf.d',
  ],
] as const)('a backup with a file %s is refused, and the file is named', async ([, tamper, name]) => {
  const copy = mkdtempSync(join(place, 'tampered-'))
  cpSync(saved, copy, { recursive: true })
  tamper(copy)
  const folder = join(copy, '..', 'never')
  expect(sentence(await restore({ from: copy, folder }))).toContain(name)
  expect(existsSync(folder)).toBe(false)
})

test('a folder that is no backup is said so', async () => {
  expect(sentence(await restore({ from: place, folder: join(place, 'never') }))).toContain(
    'n’est pas une sauvegarde',
  )
})
