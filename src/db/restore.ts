// From a backup, and from what a dead cluster had not yet archived, a new cluster that holds every acknowledged write.
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { backupRefusal, refuseOrThrow, type BackupRefusal } from './backup-refusal.ts'
import { placeHouse } from './backup-house.ts'
import { databaseAccount, give, type Account } from './embedded-account.ts'
import { dataFolder, prepareFolder } from './embedded-files.ts'
import { findRunning } from './embedded-process.ts'
import { quoted } from './embedded-settings.ts'
import { startEmbedded } from './embedded.ts'
import { fingerprints, type Fingerprint } from './fingerprints.ts'
import { alteredFiles, copyFile, readManifest, type Manifest } from './manifest.ts'
import { firstGap, gatherWal } from './recovery-wal.ts'

export type Restore = {
  /** The backup. */
  readonly from: string
  /** The folder of the new cluster: empty, or not there yet. */
  readonly folder: string
  /** The folder of a dead cluster, put aside: its archive and its last WAL carry what came after the backup. */
  readonly alsoWalOf?: string
}

export type Restored = { readonly manifest: Manifest; readonly fingerprints: readonly Fingerprint[] }

/** Restores, replays the WAL to its end, stops the cluster: the next start serves it. Throws `StartRefusal` as a start does. */
export async function restore(order: Restore): Promise<Result<Restored, BackupRefusal>> {
  const from = resolve(order.from)
  const folder = resolve(order.folder)
  const dead = order.alsoWalOf === undefined ? undefined : resolve(order.alsoWalOf)
  const manifest = readManifest(from)
  if (!manifest) return refuse(backupRefusal('not_a_backup', from))
  const refusal = (await refusalOf(folder, dead)) ?? refusalOfFiles(from, manifest)
  if (refusal) return refuse(refusal)
  const account = databaseAccount()
  prepareFolder(folder, account)
  try {
    placeBase(from, folder, manifest, account)
    makeFolder(recoveryWal(folder), account)
    gatherWal(from, dead, recoveryWal(folder), account)
    const gap = firstGap(readdirSync(recoveryWal(folder)), manifest.firstWal)
    if (gap) {
      empty(folder)
      return refuse(backupRefusal('wal_gap', gap))
    }
    placeHouse(from, folder, manifest, dead)
    return accept({ manifest, fingerprints: await recover(folder) })
  } catch (error) {
    empty(folder)
    return refuseOrThrow(error, folder)
  }
}

function empty(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true })
}

async function refusalOf(folder: string, dead: string | undefined): Promise<BackupRefusal | undefined> {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) return backupRefusal('file_in_the_way', folder)
    if (readdirSync(folder).length > 0) return backupRefusal('cluster_there', folder)
  }
  if (dead === undefined) return undefined
  if (!existsSync(join(dataFolder(dead), 'pg_wal'))) return backupRefusal('no_wal_there', dead)
  return (await findRunning(dataFolder(dead))) ? backupRefusal('still_running', dead) : undefined
}

function refusalOfFiles(from: string, manifest: Manifest): BackupRefusal | undefined {
  const altered = alteredFiles(from, manifest)
  return altered.length > 0 ? backupRefusal('altered', altered.join(', ')) : undefined
}

function placeBase(from: string, folder: string, manifest: Manifest, account: Account | undefined): void {
  const data = dataFolder(folder)
  makeFolder(data, account)
  for (const { path } of manifest.files.filter((file) => file.path.startsWith('base/'))) {
    const target = join(data, path.slice('base/'.length))
    makeFolder(dirname(target), account)
    copyFile(join(from, path), target)
    chmodSync(target, 0o600)
    give(target, account)
  }
  for (const name of emptyFolders) makeFolder(join(data, name), account)
  writeFileSync(join(data, 'recovery.signal'), '', { mode: 0o600 })
  give(join(data, 'recovery.signal'), account)
}

/** The manifest lists files; these folders must be there even without any. */
const emptyFolders = `pg_wal/archive_status pg_wal/summaries pg_commit_ts pg_dynshmem pg_logical/mappings
  pg_logical/snapshots pg_multixact/members pg_multixact/offsets pg_notify pg_replslot pg_serial pg_snapshots pg_stat
  pg_stat_tmp pg_subtrans pg_tblspc pg_twophase pg_xact`.split(/\s+/)

function makeFolder(path: string, account: Account | undefined): void {
  if (existsSync(path)) return
  makeFolder(dirname(path), account)
  mkdirSync(path, { mode: 0o700 })
  give(path, account)
}

const recoveryWal = (folder: string): string => join(folder, 'recovery-wal')

async function recover(folder: string): Promise<Fingerprint[]> {
  const settings = {
    restore_command: `cp ${quoted(recoveryWal(folder))}/%f "%p"`,
    recovery_target_timeline: 'latest',
    hot_standby: 'off',
  }
  const cluster = await startEmbedded({ folder, settings })
  try {
    return await fingerprints(cluster.ownerUrl)
  } finally {
    await cluster.stop()
    rmSync(recoveryWal(folder), { recursive: true, force: true })
  }
}
