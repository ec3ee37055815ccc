// Embedded PostgreSQL 18: real server programs from npm, no download, no system package. Made once, then started or
// re-attached to: it is detached, so it outlives a killed Node and serves the next one. With DATABASE_URL none of this runs.
import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { databaseAccount, give, type Account } from './embedded-account.ts'
import { binariesFor } from './embedded-binaries.ts'
import { checkVersion, createCluster, dataFolder, environment } from './embedded-files.ts'
import { logFile, ownerName, prepareFolder, secretFile } from './embedded-files.ts'
import { findRunning, freePort, isReady, stopPostmaster, type Postmaster } from './embedded-process.ts'
import { embeddedSettings, type Settings } from './embedded-settings.ts'
import { refusing, startRefusal } from './start-refusal.ts'

export type Embedded = {
  readonly ownerUrl: string
  readonly port: number
  readonly pid: number
  readonly folder: string
  stop(): Promise<void>
}

export type EmbeddedOptions = { readonly folder: string; readonly settings?: Settings }

const checkout = resolve(import.meta.dirname, '../..')

/** Root cannot own a cluster, and a checkout under /root is closed to anyone else: its data live in /var/lib. */
export function defaultFolder(): string {
  const given = process.env['PALIER_DATA']
  if (given) return resolve(given)
  if (process.getuid?.() !== 0) return join(checkout, 'var/pg')
  const name = createHash('sha256').update(checkout).digest('hex').slice(0, 16)
  return join('/var/lib/palier', name)
}

/** Serves the cluster of this folder, made on first use. Throws `StartRefusal` for what a person can mend. */
export async function startEmbedded({ settings = {}, ...options }: EmbeddedOptions): Promise<Embedded> {
  const folder = resolve(options.folder)
  const account = databaseAccount()
  const binaries = binariesFor(account)
  prepareFolder(folder, account)
  if (!existsSync(dataFolder(folder))) createCluster(folder, binaries, account, settings['fsync'] !== 'off')
  checkVersion(folder)
  const all = { ...embeddedSettings(folder), ...settings }
  const running = await startOrAttach({
    folder,
    program: join(binaries, 'bin/postgres'),
    account,
    settings: all,
  })
  return handle(folder, running)
}

/** Whether a PostgreSQL serves this folder now. */
export const isServing = async (folder: string): Promise<boolean> =>
  (await findRunning(dataFolder(folder))) !== undefined

function handle(folder: string, { pid, port }: Postmaster): Embedded {
  const password = readFileSync(secretFile(folder), 'utf8').trim()
  const ownerUrl = `postgres://${ownerName}:${password}@127.0.0.1:${port}/postgres`
  return { ownerUrl, pid, port, folder, stop: () => stopPostmaster(dataFolder(folder), pid) }
}

type Start = {
  readonly folder: string
  readonly program: string
  readonly account: Account | undefined
  readonly settings: Settings
}

/** The children of a postmaster killed alone hold its shared memory for an instant: hence the retries. */
async function startOrAttach(start: Start): Promise<Postmaster> {
  const data = dataFolder(start.folder)
  for (let attempt = 0; attempt < 20; attempt++) {
    const running = await findRunning(data)
    if (running) return running
    const port = await freePort()
    const child = launch(start, port)
    if (child.pid && (await becomesReady(data, child, child.pid))) return { pid: child.pid, port }
    await sleep(100)
  }
  throw startRefusal('postgres_failed', logFile(start.folder))
}

function launch({ folder, program, account, settings }: Start, port: number): ChildProcess {
  const log = refusing(folder, () => openSync(logFile(folder), 'a', 0o600))
  give(logFile(folder), account)
  const pairs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(program, ['-D', dataFolder(folder), '-p', String(port), ...pairs], {
    ...account,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.unref()
  // A program that cannot be run at all is seen as a child without a pid.
  child.once('error', () => {})
  closeSync(log)
  return child
}

/** As long as it takes: after a crash the WAL is replayed first. */
async function becomesReady(data: string, child: ChildProcess, pid: number): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    if (isReady(data, pid)) return true
    await sleep(20)
  }
  return false
}
