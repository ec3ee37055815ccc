// The WAL that a restored cluster replays: gathered from the backup and from the dead cluster, without a gap.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { give, type Account } from './embedded-account.ts'
import { archiveFolder, dataFolder } from './embedded-files.ts'

/** Archived segments are whole; the last ones of a dead cluster are in its pg_wal, written but not archived. */
export function gatherWal(
  backup: string,
  dead: string | undefined,
  to: string,
  account: Account | undefined,
): void {
  const archives = [join(backup, 'wal'), ...(dead ? [archiveFolder(dead)] : [])]
  for (const archive of archives.filter((path) => existsSync(path))) {
    for (const name of readdirSync(archive).filter((file) => /^[0-9A-F]{8}.*\.gz$/.test(file)))
      place(join(to, name.slice(0, -3)), gunzipSync(readFileSync(join(archive, name))), account)
  }
  if (dead === undefined) return
  const last = join(dataFolder(dead), 'pg_wal')
  for (const name of readdirSync(last).filter((file) => /^[0-9A-F]{8}/.test(file)))
    place(join(to, name), readFileSync(join(last, name)), account)
}

function place(path: string, bytes: Uint8Array, account: Account | undefined): void {
  if (existsSync(path)) return
  writeFileSync(path, bytes, { mode: 0o600 })
  give(path, account)
}

/** PostgreSQL would stop at the first absent segment and say that all went well: the first one, if any. */
export function firstGap(names: readonly string[], firstWal: string): string | undefined {
  const present = new Set(names.filter((name) => /^[0-9A-F]{24}$/.test(name)).map(position))
  const end = Math.max(...present)
  for (let at = position(firstWal); at <= end; at++) if (!present.has(at)) return nameAt(at, firstWal)
  return undefined
}

/** Names are timeline, log, segment: 256 segments of 16 MB in a log. */
const position = (name: string): number =>
  parseInt(name.slice(8, 16), 16) * 256 + parseInt(name.slice(16, 24), 16)

function nameAt(at: number, like: string): string {
  const hex = (part: number) => part.toString(16).toUpperCase().padStart(8, '0')
  return like.slice(0, 8) + hex(at >> 8) + hex(at & 255)
}
