// vitest globalSetup: one Chromium unpacked, one throw-away PostgreSQL for the whole run.
// Each test file makes its own database `palier_test_*` in it from `inject('ownerUrl')`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/db/embedded.ts'
import { unpackChromium } from './chromium.ts'
import { removeWhenWeAreGone } from './guard.ts'

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string
  }
}

/** Nothing here has to survive the run, and many test files connect at once. */
const throwAway = { fsync: 'off', synchronous_commit: 'off', archive_mode: 'off', max_connections: '200' }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await unpackChromium()
  const given = process.env['DATABASE_URL']
  if (given) {
    project.provide('ownerUrl', given)
    return async () => {}
  }
  const folder = mkdtempSync(join(tmpdir(), 'palier-test-'))
  const cluster = await startEmbedded({ folder, settings: throwAway })
  removeWhenWeAreGone(folder)
  project.provide('ownerUrl', cluster.ownerUrl)
  return async () => {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
