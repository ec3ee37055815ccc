// PostgreSQL refuses to run as root: when we are root, it gets a system account of its own.
import { spawnSync } from 'node:child_process'
import { chownSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { startRefusal } from './start-refusal.ts'

export type Account = { readonly uid: number; readonly gid: number }

const accountName = 'palier-pg'

/** `undefined` when we are an ordinary user: then PostgreSQL runs as ourselves. */
export function databaseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (!lookUp(accountName)) createAccount()
  const account = lookUp(accountName) ?? lookUp('postgres') ?? lookUp('nobody')
  if (!account) throw startRefusal('no_account')
  return account
}

function createAccount(): void {
  const home = ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin']
  spawnSync('useradd', ['--system', '--user-group', ...home, accountName])
}

function lookUp(name: string): Account | undefined {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':')
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : undefined
}

export function give(path: string, account: Account | undefined): void {
  if (account) chownSync(path, account.uid, account.gid)
}

/** A folder is open to an account when it may walk through every folder above it. */
export function isReachable(path: string, account: Account | undefined): boolean {
  if (!account) return true
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid } = statSync(folder)
    if ((mode & 0o001) === 0 && uid !== account.uid) return false
  }
  return true
}
