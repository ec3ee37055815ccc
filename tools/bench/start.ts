// The first start of an installed tree (PostgreSQL made, schema, neighbourhood), the next one, and the memory at rest.
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchRow } from './row.ts'
import { benchFolder, removeBenchFolder, startServer } from './server.ts'

const LONGEST_START = 10
const MOST_MEMORY = 400
const REST = 60

/** Proportional set size: shared pages are counted once over all processes. */
function pssOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      return 0 // ended since it was listed
    }
  })
  return kilobytes.reduce((sum, kb) => sum + kb, 0) / 1024
}

const startRow = (what: string, seconds: number): BenchRow => ({
  what,
  measured: `${seconds.toFixed(1)} s`,
  limit: `≤ ${LONGEST_START} s`,
  ratio: seconds / LONGEST_START,
  ok: seconds <= LONGEST_START,
  command: 'npm run bench -- start',
})

export async function benchStart(): Promise<BenchRow[]> {
  const folder = benchFolder()
  try {
    const first = await startServer(folder, 3891)
    await first.stop()
    const next = await startServer(folder, 3892)
    await sleep(REST * 1000)
    const pids = next.pids()
    const memory = pssOf(pids)
    await next.stop()
    return [
      startRow(
        'First 200 answer of an installed tree, first start (initdb, migrations, neighbourhood)',
        first.readyIn / 1000,
      ),
      startRow('First 200 answer of an installed tree, next start', next.readyIn / 1000),
      {
        what: `Memory of all ${pids.length} processes ${REST} s after start, no request since (PSS)`,
        measured: `${memory.toFixed(0)} MB`,
        limit: `≤ ${MOST_MEMORY} MB`,
        ratio: memory / MOST_MEMORY,
        ok: memory <= MOST_MEMORY,
        command: 'npm run bench -- start',
      },
    ]
  } finally {
    removeBenchFolder(folder)
  }
}
