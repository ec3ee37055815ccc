import { join } from 'node:path'
import { archiveFolder } from './embedded-files.ts'

export type Settings = Readonly<Record<string, string>>

/** Durable, reachable from this machine only, and small: the whole of Palier at rest fits in 400 MB. */
export function embeddedSettings(folder: string): Settings {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'on',
    synchronous_commit: 'on',
    archive_mode: 'on',
    archive_command: archiveCommand(archiveFolder(folder)),
    archive_timeout: '60',
    shared_buffers: '64MB',
    max_connections: '60',
    max_wal_size: '256MB',
    jit: 'off',
    io_method: 'sync',
    autovacuum_max_workers: '1',
    max_worker_processes: '2',
    max_parallel_workers: '2',
    max_logical_replication_workers: '0',
    max_wal_senders: '0',
  }
}

/** Made by the first backup: WAL is worth keeping only on top of a base, and would fill the disk without one. */
export const baseExists = (archive: string): string => join(archive, 'base-exists')

/**
 * A segment appears whole or not at all, and is never overwritten: one already there must be the same, which happens
 * when PostgreSQL was killed before it noted the success. Compressed, because a minute of little work fills a
 * segment of 16 MB with zeros.
 */
export function archiveCommand(archive: string): string {
  const target = `${quoted(archive)}/%f.gz`
  const unfinished = `${quoted(archive)}/.%f.new`
  const same = `gzip -dc ${target} | cmp -s - "%p"`
  const copy = `gzip -1c "%p" > ${unfinished} && sync ${unfinished} && mv ${unfinished} ${target}`
  return `if ! test -f ${quoted(baseExists(archive))}; then :; elif test -f ${target}; then ${same}; else ${copy}; fi`
}

/** For the shell, and for PostgreSQL, which reads % as the start of a placeholder. */
export function quoted(path: string): string {
  return `'${path.replaceAll("'", String.raw`'\''`).replaceAll('%', '%%')}'`
}
