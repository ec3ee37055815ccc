import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from '../../src/db/embedded-process.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A place for the data of a program under test, removed by the caller. */
export function dataPlace(): { folder: string; remove(): void } {
  const place = mkdtempSync(join(tmpdir(), 'palier-program-'))
  chmodSync(place, 0o755) // PostgreSQL's own account passes through it
  return { folder: join(place, 'data'), remove: () => rmSync(place, { recursive: true, force: true }) }
}

export type Program = {
  /** Everything it printed so far, on both channels. */
  said(): string
  until(text: string): Promise<void>
  ended(): Promise<number | null>
  signal(name: NodeJS.Signals): void
}

/** Runs a file of ours as its command would, in an environment that holds nothing of ours but what is given. */
export function runProgram(
  file: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Program {
  const clean = Object.entries(process.env).filter(
    ([n]) => !/^(PALIER_|DATABASE_URL|PUBLIC_URL|PORT|SMTP_URL|OIDC_|VITEST)/.test(n),
  )
  const child = spawn('node', ['--import', './tools/jsx.mjs', file, ...args], {
    cwd: ROOT,
    env: { ...Object.fromEntries(clean), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const channel of [child.stdout, child.stderr])
    channel.on('data', (chunk: Buffer) => void (output += chunk.toString()))
  const end = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return {
    said: () => output,
    ended: () => end,
    signal: (name) => void child.kill(name),
    async until(text) {
      for (let waited = 0; waited < 60_000 && !output.includes(text); waited += 50) {
        if (child.exitCode !== null) break
        await sleep(50)
      }
      if (!output.includes(text)) throw new Error(`«${text}» was never said:\n${output}`)
    },
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

/** Whether a PostgreSQL still runs on these data. */
export function databaseRuns(folder: string): boolean {
  const file = join(folder, 'data/postmaster.pid')
  return existsSync(file) && isAlive(Number(readFileSync(file, 'utf8').split('\n')[0]))
}
