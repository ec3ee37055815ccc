// kill -9 as a power failure of the processes: the postmaster and every one of its children, without a word.
import { readdirSync, readFileSync } from 'node:fs'

/** Each PostgreSQL child leads a process group of its own, so killing the postmaster's group would spare them. */
export function killCluster(postmaster: number): void {
  for (const pid of [postmaster, ...childrenOf(postmaster)]) killNow(pid)
}

export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map(Number)
}

function parentOf(pid: string): number | undefined {
  try {
    // The name of the program, in parentheses, may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')
    return Number(fields?.[1])
  } catch {
    return undefined
  }
}

export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Already gone: that is what was wanted.
  }
}
