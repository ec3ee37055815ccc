// A postmaster as a process: is it alive, is it ready, is it ours, and its clean stop.
import { readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from './start-refusal.ts'

export type Postmaster = { readonly pid: number; readonly port: number }

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** The file of a killed server still says ready: the pid must be the one we started. */
export function isReady(data: string, pid: number): boolean {
  const lines = pidFile(data)
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/** The postmaster that serves this folder now. A stale pid file is PostgreSQL's own business. */
export async function findRunning(data: string): Promise<Postmaster | undefined> {
  const [pid, , , port] = pidFile(data).map(Number)
  if (!pid || !port || !isAlive(pid) || !servesFolder(pid, data)) return undefined
  // The pid of a killed postmaster answers for an instant: only a connection proves that it serves.
  return isReady(data, pid) && (await accepts(port)) ? { pid, port } : undefined
}

/** Pids are used again after a restart of the machine: never attach to, or stop, somebody else's process. */
function servesFolder(pid: number, data: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data)
  } catch {
    return process.platform !== 'linux'
  }
}

function pidFile(data: string): string[] {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      answer(true)
    })
    socket.once('error', () => answer(false))
  })
}

export function freePort(): Promise<number> {
  return new Promise((answer, fail) => {
    const server = createServer().once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => answer(port))
    })
  })
}

/** Fast shutdown: clients are cut, everything is written. An orphan that nobody reaps keeps its pid, not its file. */
export async function stopPostmaster(data: string, pid: number): Promise<void> {
  if (!isAlive(pid) || !servesFolder(pid, data)) return
  process.kill(pid, 'SIGINT')
  while (Number(pidFile(data)[0]) === pid && isAlive(pid)) await sleep(20)
  for (let i = 0; i < 50 && isAlive(pid); i++) await sleep(20)
}
