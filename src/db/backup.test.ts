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
import { type House, lookAtHouse, openHouse } from '../../tools/testing/house.ts'
import { killCluster } from '../../tools/testing/kill-cluster.ts'
import { makeWritten, missing, startWriter } from '../../tools/testing/writer.ts'
import type { Result } from '../kernel/result.ts'
import { copyHouse, placeHouse } from './backup-house.ts'
import { backup } from './backup.ts'
import { startEmbedded, type Embedded } from './embedded.ts'
import { type Fingerprint, fingerprints } from './fingerprints.ts'
import { readManifest } from './manifest.ts'
import { restore } from './restore.ts'

const place = mkdtempSync(join(tmpdir(), 'palier-backup-'))
const saved = join(place, 'saved')
const now = () => new Date('2026-11-22T10:00:00Z')
let cluster: Embedded
let house: House
const dataBefore = process.env['PALIER_DATA']

// For the database account, which has to walk through it when we are root.
chmodSync(place, 0o755)

beforeAll(async () => {
  cluster = await startEmbedded({ folder: serveFrom(join(place, 'pg')) })
  house = await openHouse(now)
  await makeWritten(cluster.ownerUrl)
})

afterAll(async () => {
  await house.close()
  await cluster.stop()
  if (dataBefore === undefined) delete process.env['PALIER_DATA']
  else process.env['PALIER_DATA'] = dataBefore
  rmSync(place, { recursive: true, force: true })
})

/** Where the installation is from now on, as an administrator says it. */
const serveFrom = (folder: string): string => (process.env['PALIER_DATA'] = folder)

const ofPalier = (all: readonly Fingerprint[]) => all.filter(({ database }) => database === 'palier_demo')

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
  const people = [await house.write('Amina'), await house.write('Boris')]
  await house.seal()
  const writer = await startWriter(cluster.ownerUrl, join(place, 'acknowledged'))
  await sleep(200)
  const result = await backupInto(saved)
  expect(result).toMatchObject({
    ok: true,
    value: { startedAt: '2026-11-22T10:00:00.000Z', palier: '0.1.0' },
  })
  const atBackup = writer.acknowledged().length
  people.push(await house.write('Chloé'))
  await house.seal()
  await recycleWal()
  people.push(await house.write('Driss'))
  await house.seal()
  const before = ofPalier(await fingerprints(cluster.ownerUrl))
  expect(before.length, 'tables of Palier').toBeGreaterThan(50)
  expect(before).toContainEqual(expect.objectContaining({ table: 'union_space.person', rows: 4 }))
  killCluster(cluster.pid)
  await writer.stop()
  const acknowledged = writer.acknowledged()
  expect(acknowledged.length, 'written after the backup').toBeGreaterThan(atBackup)

  const folder = join(place, 'restored')
  const restored = await restore({ from: saved, folder, alsoWalOf: cluster.folder })
  expect(sentence(restored)).toBe('accepted')
  expect(restored.ok && ofPalier(restored.value.fingerprints)).toEqual(before)

  cluster = await startEmbedded({ folder: cluster.folder })
  const truth = await fingerprints(cluster.ownerUrl)
  expect(truth).toContainEqual(expect.objectContaining({ database: 'postgres', table: 'public.written' }))
  expect(restored).toMatchObject({ ok: true, value: { fingerprints: truth } })

  const again = await startEmbedded({ folder: serveFrom(folder) })
  try {
    expect(await missing(again.ownerUrl, acknowledged)).toEqual([])
    const found = await lookAtHouse()
    expect(found.people.toSorted()).toEqual(people.toSorted())
    expect(found).toMatchObject({ whole: true, anchored: [{ lastAnchor: 5, lastSeal: 5 }] })
    // It is a cluster like another: it can be backed up in its turn.
    const second = await backup({ ownerUrl: again.ownerUrl, folder, into: join(place, 'second'), now })
    expect(sentence(second)).toBe('accepted')
  } finally {
    serveFrom(cluster.folder)
    await again.stop()
  }
})

test('a backup alone, without the dead cluster, gives the rows of that moment, and a chain that is whole', async () => {
  const folder = join(place, 'alone')
  const restored = await restore({ from: saved, folder })
  const found = restored.ok ? ofPalier(restored.value.fingerprints) : []
  expect(found).toContainEqual(expect.objectContaining({ table: 'union_space.person', rows: 2 }))
  expect(readdirSync(folder).toSorted()).toEqual(['data', 'house', 'postgres.log', 'wal-archive'])
  serveFrom(folder)
  try {
    expect(await lookAtHouse()).toMatchObject({ whole: true, anchored: [{ lastAnchor: 3, lastSeal: 3 }] })
  } finally {
    serveFrom(cluster.folder)
  }
})

test('the anchors and the secret of a demonstration travel with the backup, for their owner’s eyes only', () => {
  const files = ['house/anchors-demo/anchors.jsonl', 'house/demo-secret']
  for (const folder of [saved, join(place, 'restored')]) {
    for (const file of files) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'house')).mode & 0o777).toBe(0o700)
  }
  expect(readManifest(saved)?.files.map(({ path }) => path)).toEqual(expect.arrayContaining(files))
  const [live, restored] = [cluster.folder, join(place, 'restored')].map((folder) =>
    files.map((file) => readFileSync(join(folder, file), 'utf8')),
  )
  expect(restored).toEqual(live)
})

test('an anchor still on its way to the disk is left for the next backup, and the dead cluster’s file only adds', () => {
  const [live, to] = [mkdtempSync(join(place, 'live-')), mkdtempSync(join(place, 'copy-'))]
  const file = 'house/anchors/anchors.jsonl'
  mkdirSync(join(live, 'house/anchors'), { recursive: true })
  writeFileSync(join(live, file), '{"number":1}\n{"numb')
  const files = copyHouse(live, to)
  expect(readFileSync(join(to, file), 'utf8')).toBe('{"number":1}\n')

  const manifest = { palier: '', postgres: '', startedAt: '', finishedAt: '', firstWal: '', files }
  for (const [later, expected] of [
    ['{"number":1}\n{"number":2}\n', '{"number":1}\n{"number":2}\n'],
    ['{"number":9}\n', '{"number":1}\n'],
  ] as const) {
    writeFileSync(join(live, file), later)
    const folder = mkdtempSync(join(place, 'put-back-'))
    placeHouse(to, folder, manifest, live)
    expect(readFileSync(join(folder, file), 'utf8')).toBe(expected)
  }
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
    'changed in the house',
    (copy: string) => writeFileSync(join(copy, 'house/demo-secret'), 'mine'),
    'house/demo-secret',
  ],
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
