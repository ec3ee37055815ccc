// kill -9 of the program that writes and of the whole database, 20 times, each time after 1,000 more acknowledged writes.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startEmbedded, type Embedded } from '../../src/db/embedded.ts'
import { killCluster } from '../testing/kill-cluster.ts'
import { makeWritten, missing, startWriter } from '../testing/writer.ts'
import type { BenchRow } from './row.ts'

const rounds = 20
const writes = 1000

type Round = {
  readonly cluster: Embedded
  readonly acknowledged: number
  readonly lost: number
  readonly backIn: number
}

async function killOnce(cluster: Embedded, file: string): Promise<Round> {
  const writer = await startWriter(cluster.ownerUrl, file)
  const before = writer.acknowledged().length
  // Not a round number: the blow falls anywhere between two acknowledgements.
  while (writer.acknowledged().length < before + writes) await sleep(7)
  const stopped = writer.stop()
  killCluster(cluster.pid)
  const killedAt = performance.now()
  const next = await startEmbedded({ folder: cluster.folder })
  const backIn = performance.now() - killedAt
  await stopped
  const acknowledged = writer.acknowledged()
  const lost = (await missing(next.ownerUrl, acknowledged)).length
  return { cluster: next, acknowledged: acknowledged.length, lost, backIn }
}

export async function benchKill(): Promise<BenchRow[]> {
  const place = mkdtempSync(join(tmpdir(), 'palier-bench-'))
  chmodSync(place, 0o755)
  let cluster = await startEmbedded({ folder: join(place, 'pg') })
  const done: Round[] = []
  try {
    await makeWritten(cluster.ownerUrl)
    for (let round = 0; round < rounds; round++) {
      const result = await killOnce(cluster, join(place, 'acknowledged'))
      cluster = result.cluster
      done.push(result)
    }
  } finally {
    await cluster.stop()
    rmSync(place, { recursive: true, force: true })
  }
  return [rowOf(done)]
}

function rowOf(done: readonly Round[]): BenchRow {
  const lost = Math.max(...done.map((round) => round.lost))
  const times = done.map((round) => Math.round(round.backIn)).toSorted((a, b) => a - b)
  const back = `back in ${times[times.length >> 1]} ms (median), ${times.at(-1)} ms (worst)`
  return {
    what: `kill -9 of program and database, ${rounds} times, every ${writes} writes: acknowledged writes lost`,
    measured: `${lost} of ${done.at(-1)?.acknowledged}; ${back}`,
    limit: '0',
    ratio: null,
    ok: lost === 0,
    command: 'npm run bench -- kill',
  }
}
