import { refuse, type Refused } from '../kernel/result.ts'
import { backupRefusals } from './backup.fr.ts'
import { errorCode } from './start-refusal.ts'

type Because = keyof typeof backupRefusals

export type BackupRefusal = { readonly because: Because; readonly sentence: string }

export function backupRefusal(because: Because, about = ''): BackupRefusal {
  return { because, sentence: backupRefusals[because](about) }
}

const reasons = new Map<string | undefined, Because>([
  ['EACCES', 'not_writable'],
  ['EPERM', 'not_writable'],
  ['EROFS', 'not_writable'],
  ['ENOTDIR', 'file_in_the_way'],
  ['EEXIST', 'file_in_the_way'],
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  // PostgreSQL's query_canceled: our own limit on waiting for the archive.
  ['57014', 'archive_stuck'],
])

/** What the file system or PostgreSQL said, when a person can mend it; anything else is a bug. */
export function refuseOrThrow(error: unknown, path: string): Refused<BackupRefusal> {
  const because = reasons.get(errorCode(error))
  if (!because) throw error
  return refuse(backupRefusal(because, path))
}
