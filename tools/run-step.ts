/** One step of a check: a program run apart, silent when it succeeds. */
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

export type Step = { name: string; command: string; args: readonly string[] }
export type StepEnd = { ok: boolean; seconds: number; output: string }

export const ROOT = join(import.meta.dirname, '..')

/** A program of ours under the Node that runs this one. */
export function nodeStep(name: string, script: string): Step {
  return { name, command: process.execPath, args: [join(ROOT, script)] }
}

/** A program of a package, found without `npx`, which would look for it on the network. */
export function packageStep(name: string, program: string, ...args: string[]): Step {
  return { name, command: join(ROOT, 'node_modules/.bin', program), args }
}

export function runStep({ command, args }: Step, output: 'kept' | 'shown' = 'kept'): Promise<StepEnd> {
  const startedAt = performance.now()
  const chunks: Buffer[] = []
  const path = [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter) // our Node before any other
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: output === 'kept' ? 'pipe' : 'inherit',
      env: { ...process.env, PATH: path },
    })
    const end = (ok: boolean, failure = '') => {
      const seconds = (performance.now() - startedAt) / 1000
      resolve({ ok, seconds, output: Buffer.concat(chunks).toString() + failure })
    }
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => end(false, `${error.message}\n`))
    child.on('close', (status) => end(status === 0))
  })
}

/** Runs steps in order, a line each; the first failure shows what it printed and ends the run. */
export async function runSteps(steps: readonly Step[], print: (text: string) => void): Promise<boolean> {
  for (const step of steps) {
    const { ok, seconds, output } = await runStep(step)
    print(`${ok ? 'ok  ' : 'FAIL'} ${step.name.padEnd(10)} ${seconds.toFixed(1)} s\n`)
    if (!ok) {
      print(output.endsWith('\n') || output === '' ? output : `${output}\n`)
      return false
    }
  }
  return true
}
