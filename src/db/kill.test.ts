import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { killCluster } from '../../tools/testing/kill-cluster.ts'
import { makeWritten, missing, startWriter } from '../../tools/testing/writer.ts'
import { startEmbedded, type Embedded } from './embedded.ts'

const place = mkdtempSync(join(tmpdir(), 'palier-kill-'))
const acknowledgements = join(place, 'acknowledged')
let cluster: Embedded

// For the database account, which has to walk through it when we are root.
chmodSync(place, 0o755)

beforeAll(async () => {
  cluster = await startEmbedded({ folder: join(place, 'pg') })
  await makeWritten(cluster.ownerUrl)
})

afterAll(async () => {
  await cluster.stop()
  rmSync(place, { recursive: true, force: true })
})

// The long form (20 rounds) is `npm run bench`.
test.for([1, 2, 3])(
  'kill -9 of the whole cluster while it writes, round %i: nothing acknowledged is lost',
  async () => {
    const writer = await startWriter(cluster.ownerUrl, acknowledgements)
    const before = writer.acknowledged().length
    await sleep(300 + Math.random() * 400)
    killCluster(cluster.pid)
    cluster = await startEmbedded({ folder: cluster.folder })
    await writer.stop()
    expect(writer.acknowledged().length, 'the writer really wrote').toBeGreaterThan(before)
    expect(await missing(cluster.ownerUrl, writer.acknowledged())).toEqual([])
  },
)
