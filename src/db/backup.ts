// A physical backup of the embedded cluster while it serves: pg_backup_start, a copy of the files, pg_backup_stop, and the
// WAL written meanwhile. (npm's PostgreSQL has neither pg_dump nor pg_basebackup.)
//   DIR/manifest.json   DIR/base/   the data folder, with palier.secret (0600)   DIR/wal/   compressed segments
//   DIR/house/          the audit's anchors, a demonstration's secret
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmdirSync } from 'node:fs'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { backupRefusal, refuseOrThrow, type BackupRefusal } from './backup-refusal.ts'
import { copyBase } from './backup-base.ts'
import { copyHouse } from './backup-house.ts'
import { archiveFolder, dataFolder } from './embedded-files.ts'
import { baseExists } from './embedded-settings.ts'
import { copyFile, manifestName, type Manifest, type ManifestFile } from './manifest.ts'

export type Backup = {
  readonly ownerUrl: string
  /** The folder of the cluster (`Embedded.folder`). */
  readonly folder: string
  /** Where the backup goes: a folder that is empty or does not exist. */
  readonly into: string
  readonly now: () => Date
}

/** Copies a serving cluster into `into`, whole or not at all. Later backups need no earlier one. */
export async function backup(order: Backup): Promise<Result<Manifest, BackupRefusal>> {
  const into = resolve(order.into)
  const refusal = refusalOf(into, resolve(order.folder))
  if (refusal) return refuse(refusal)
  const client = new pg.Client(order.ownerUrl)
  let unfinished: string | undefined
  try {
    mkdirSync(dirname(into), { recursive: true })
    unfinished = mkdtempSync(join(dirname(into), `.${basename(into)}.new-`))
    await client.connect()
    if (!(await archives(client))) return refuse(backupRefusal('no_archive'))
    const manifest = await copyWhole(client, order, unfinished)
    if (existsSync(into)) rmdirSync(into)
    renameSync(unfinished, into)
    forgetWalBefore(manifest.firstWal, archiveFolder(order.folder))
    return accept(manifest)
  } catch (error) {
    return refuseOrThrow(error, into)
  } finally {
    await client.end()
    if (unfinished) rmSync(unfinished, { recursive: true, force: true })
  }
}

function refusalOf(into: string, folder: string): BackupRefusal | undefined {
  if (`${into}/`.startsWith(`${folder}/`)) return backupRefusal('inside_cluster', into)
  if (!existsSync(into)) return undefined
  if (!statSync(into).isDirectory()) return backupRefusal('file_in_the_way', into)
  return readdirSync(into).length > 0 ? backupRefusal('not_empty', into) : undefined
}

async function copyWhole(client: pg.Client, { folder, now }: Backup, to: string): Promise<Manifest> {
  const startedAt = now().toISOString()
  writeFileSync(baseExists(archiveFolder(folder)), '', { mode: 0o644 })
  const { firstWal, postgres } = await begin(client)
  const files = [...copyBase(dataFolder(folder), to), ...copyHouse(folder, to)]
  const label = await finish(client)
  writeFileSync(join(to, 'base/backup_label'), label, { mode: 0o600 })
  files.push({ path: 'base/backup_label', ...copyFile(join(to, 'base/backup_label')) })
  files.push(...copyWal(archiveFolder(folder), to, firstWal))
  const manifest = {
    palier: version(),
    postgres,
    startedAt,
    finishedAt: now().toISOString(),
    firstWal,
    files,
  }
  writeFileSync(join(to, manifestName), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 })
  // One flush for all the files, before the rename says that the backup exists.
  spawnSync('sync', ['-f', join(to, manifestName)])
  return manifest
}

async function archives(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ mode: string }>(`select current_setting('archive_mode') as mode`)
  return rows[0]?.mode === 'on'
}

/** One backup at a time: the end of one forgets WAL that another could need. */
async function begin(client: pg.Client): Promise<{ firstWal: string; postgres: string }> {
  await client.query(`select pg_advisory_lock(hashtext('palier backup'))`)
  const { rows } = await client.query<{ wal: string; postgres: string }>(
    `select pg_walfile_name(pg_backup_start('palier', true)) as wal, current_setting('server_version') as postgres`,
  )
  return { firstWal: rows[0]?.wal ?? '', postgres: rows[0]?.postgres ?? '' }
}

/** Waits until the last segment of the backup is in the archive. */
async function finish(client: pg.Client): Promise<string> {
  await client.query(`set statement_timeout = '120s'`)
  const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(true)')
  return rows[0]?.labelfile ?? ''
}

function copyWal(archive: string, to: string, firstWal: string): ManifestFile[] {
  mkdirSync(join(to, 'wal'), { mode: 0o700 })
  return readdirSync(archive)
    .filter((name) => isArchived(name) && !isBefore(name, firstWal))
    .map((name) => ({ path: `wal/${name}`, ...copyFile(join(archive, name), join(to, 'wal', name)) }))
}

/** The archive is only worth something on top of a base: what precedes the newest one would grow for ever. */
function forgetWalBefore(firstWal: string, archive: string): void {
  for (const name of readdirSync(archive)) if (isBefore(name, firstWal)) rmSync(join(archive, name))
}

const isArchived = (name: string): boolean => /^[0-9A-F]{8}.*\.gz$/.test(name)

/** Segments are named timeline, then position; timeline histories are always kept. */
function isBefore(name: string, firstWal: string): boolean {
  return /^[0-9A-F]{24}/.test(name) && name.slice(8, 24) < firstWal.slice(8, 24)
}

function version(): string {
  const about: { version: string } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
  )
  return about.version
}
