// Which files of a data folder make a base backup, and their copy while PostgreSQL goes on writing.
import { mkdirSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { copyFile, type ManifestFile } from './manifest.ts'
import { errorCode } from './start-refusal.ts'

/** Kept as empty folders: PostgreSQL makes their contents again, or the WAL travels apart. */
const emptied = new Set([
  'pg_wal',
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
const left = /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label.*|recovery\.signal)$/

export function copyBase(data: string, to: string): ManifestFile[] {
  const files: ManifestFile[] = []
  const base = join(to, 'base')
  mkdirSync(base, { mode: 0o700 })
  copyFolder(data, base, (file) => files.push({ ...file, path: relative(to, file.path) }))
  for (const name of ['archive_status', 'summaries']) mkdirSync(join(base, 'pg_wal', name), { mode: 0o700 })
  // Last: it must not be older than any page it speaks of.
  const control = join(base, 'global/pg_control')
  files.push({ path: relative(to, control), ...copyFile(join(data, 'global/pg_control'), control) })
  return files
}

function copyFolder(from: string, to: string, note: (file: ManifestFile) => void): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (left.test(entry.name) || entry.name === 'pg_control') continue
    if (entry.isDirectory()) {
      mkdirSync(target, { mode: 0o700 })
      if (!emptied.has(entry.name)) copyFolder(source, target, note)
    } else if (entry.isFile()) copyUnlessGone(source, target, note)
  }
}

/** A table dropped meanwhile takes its file away; the WAL says so too. */
function copyUnlessGone(source: string, target: string, note: (file: ManifestFile) => void): void {
  try {
    note({ path: target, ...copyFile(source, target) })
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}
