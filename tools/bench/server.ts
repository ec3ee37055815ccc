import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { childrenOf, killCluster } from '../testing/kill-cluster.ts'

export type BenchServer = {
  readonly url: string
  readonly ownerUrl: string
  /** From the command to the first 200. */
  readonly readyIn: number
  /** Node and every PostgreSQL process. */
  pids(): number[]
  /** Pins every PostgreSQL process, and those it will start, to one core. */
  keepDatabaseOn(core: number): void
  stop(): Promise<void>
  /** As when somebody pulls the plug of the program; the database goes on. */
  kill(): Promise<void>
}

const ROOT = join(import.meta.dirname, '../..')

/** A folder for a throw-away installation, open to the account that runs PostgreSQL. */
export function benchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'palier-bench-'))
  chmodSync(folder, 0o755)
  return join(folder, 'data')
}

export const removeBenchFolder = (folder: string): void =>
  rmSync(join(folder, '..'), { recursive: true, force: true })

/** Starts the installed tree as `npm start` does, on its own data and port. @param core pins the web process to one core. */
export async function startServer(folder: string, port: number, core?: number): Promise<BenchServer> {
  const env = {
    ...process.env,
    PALIER_DATA: folder,
    PORT: String(port),
    PALIER_DEMO: '1',
    DATABASE_URL: '',
    PUBLIC_URL: '',
  }
  for (const name of ['DATABASE_URL', 'PUBLIC_URL'] as const) Reflect.deleteProperty(env, name)
  const command = ['node', '--import', './tools/jsx.mjs', 'src/main.ts']
  const [program = 'node', ...args] =
    core === undefined ? command : ['taskset', '-c', String(core), ...command]
  const startedAt = performance.now()
  const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const url = `http://localhost:${port}`
  await firstAnswer(`${url}/`, child)
  const readyIn = performance.now() - startedAt
  const postmaster = (): number =>
    Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0])
  return {
    url,
    ownerUrl: ownerUrlOf(folder),
    readyIn,
    pids: () =>
      [child.pid ?? 0, ...childrenOf(child.pid ?? 0), postmaster(), ...childrenOf(postmaster())].filter(
        (p) => p > 0,
      ),
    keepDatabaseOn: (core) => {
      for (const pid of [postmaster(), ...childrenOf(postmaster())])
        execFileSync('taskset', ['-cp', String(core), String(pid)], { stdio: 'ignore' })
    },
    stop: () => stop(child, postmaster),
    kill: async () => {
      child.kill('SIGKILL')
      while (child.exitCode === null && child.signalCode === null) await sleep(20)
    },
  }
}

async function firstAnswer(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const ok = await fetch(url).then(
      (r) => r.ok,
      () => false,
    )
    if (ok) return
    await sleep(20)
  }
  throw new Error('the server ended before it answered')
}

function ownerUrlOf(folder: string): string {
  const lines = readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')
  const password = readFileSync(join(folder, 'data/palier.secret'), 'utf8').trim()
  return `postgres://palier_owner:${password}@127.0.0.1:${lines[3]}/palier_demo`
}

async function stop(child: ChildProcess, postmaster: () => number): Promise<void> {
  const pid = postmaster()
  child.kill('SIGTERM')
  for (let waited = 0; child.exitCode === null && waited < 10_000; waited += 50) await sleep(50)
  if (child.exitCode === null) {
    child.kill('SIGKILL')
    killCluster(pid)
  }
}
