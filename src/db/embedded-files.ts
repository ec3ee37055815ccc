// The folder of an embedded cluster, prepared so that nothing is ever left half-written.
//   data/            the cluster, with its owner's password in data/palier.secret (0600): both appear in one rename
//   wal-archive/     finished WAL segments, compressed      postgres.log
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { give, isReachable, type Account } from './embedded-account.ts'
import { postgresMajor } from './embedded-binaries.ts'
import { errorCode, refusing, startRefusal, type StartRefusal } from './start-refusal.ts'

export const ownerName = 'palier_owner'
export const environment = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' }

export const dataFolder = (folder: string): string => join(folder, 'data')
export const archiveFolder = (folder: string): string => join(folder, 'wal-archive')
export const secretFile = (folder: string): string => join(folder, 'data', 'palier.secret')
/** What stays beside the cluster and out of it: the audit's anchors, a demonstration's secret. */
export const houseFolder = (folder: string): string => join(folder, 'house')
export const logFile = (folder: string): string => join(folder, 'postgres.log')

/** Makes the folder if needed, and refuses one that is not ours before changing anything in it. */
export function prepareFolder(folder: string, account: Account | undefined): void {
  refusing(folder, () => {
    const made = mkdirSync(folder, { recursive: true, mode: 0o755 })
    if (made) openParents(folder, made)
    if (!statSync(folder).isDirectory()) throw startRefusal('file_in_the_way', folder)
    if (!readdirSync(folder).every(isOurs)) throw startRefusal('not_ours', folder)
    if (!isReachable(dirname(folder), account)) throw startRefusal('closed_parent', folder)
    accessSync(folder, constants.W_OK)
    chmodSync(folder, 0o700)
    give(folder, account)
    mkdirSync(archiveFolder(folder), { recursive: true, mode: 0o700 })
    give(archiveFolder(folder), account)
  })
}

/** A strict umask would close the folders we have just made to the database account. */
function openParents(folder: string, firstMade: string): void {
  for (let made = folder; made.length >= firstMade.length; made = dirname(made)) chmodSync(made, 0o755)
}

function isOurs(name: string): boolean {
  return (
    ['data', 'wal-archive', 'recovery-wal', 'house', 'postgres.log', 'lost+found'].includes(name) ||
    name.startsWith('new-')
  )
}

export function checkVersion(folder: string): void {
  const version = readFileSync(join(dataFolder(folder), 'PG_VERSION'), 'utf8').trim()
  if (version !== postgresMajor) throw startRefusal('other_version', folder)
}

/** initdb in a temporary sibling, then one rename: a cluster exists whole, with its secret, or not at all. */
export function createCluster(
  folder: string,
  binaries: string,
  account: Account | undefined,
  sync: boolean,
): void {
  const unfinished = refusing(folder, () => mkdtempSync(join(folder, 'new-')))
  try {
    give(unfinished, account)
    const secret = join(unfinished, 'palier.secret')
    refusing(folder, () => writeFileSync(secret, randomBytes(24).toString('hex'), { mode: 0o600 }))
    give(secret, account)
    const data = join(unfinished, 'data')
    runInitdb({ folder, data, secret, program: join(binaries, 'bin/initdb'), account, sync })
    renameSync(secret, join(data, 'palier.secret'))
    publish(data, dataFolder(folder))
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** Another start may have published its cluster first: then ours is thrown away. */
function publish(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error
  }
}

type Initdb = {
  readonly folder: string
  readonly data: string
  readonly secret: string
  readonly program: string
  readonly account: Account | undefined
  readonly sync: boolean
}

function runInitdb({ folder, data, secret, program, account, sync }: Initdb): void {
  // Built-in C.UTF-8: an order that never changes with ICU or glibc; sort for people with COLLATE "fr-x-icu".
  const locale = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C.UTF-8',
  ]
  const access = ['-U', ownerName, '--pwfile', secret, '--auth=scram-sha-256']
  const search = '--text-search-config=french'
  const options = { ...account, cwd: '/', env: environment, encoding: 'utf8' } as const
  const arguments_ = ['-D', data, ...access, ...locale, search, ...(sync ? [] : ['--no-sync'])]
  const { status, stderr, error } = spawnSync(program, arguments_, options)
  if (status !== 0) throw initdbRefusal(folder, stderr ?? String(error))
}

export function initdbRefusal(folder: string, said: string): StartRefusal {
  if (/No space left on device|Disk quota exceeded/.test(said)) return startRefusal('disk_full', folder)
  if (/Permission denied/.test(said)) return startRefusal('not_writable', folder)
  return startRefusal('initdb_failed', said.trim())
}
