import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { archiveCommand, baseExists } from './embedded-settings.ts'

const place = mkdtempSync(join(tmpdir(), 'palier-archive-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

// An apostrophe, a space and a percent sign: all three mean something to the shell or to PostgreSQL.
const archive = join(place, "l'archive à 100 %")
mkdirSync(archive)
const segment = join(place, 'segment')
const name = '000000010000000000000007'

/** What PostgreSQL does with an archive_command: %p, %f and %% are replaced, and the shell runs the rest. */
function archiveSegment(contents: string): number | null {
  writeFileSync(segment, contents)
  const words: Record<string, string> = { '%p': segment, '%f': name, '%%': '%' }
  const command = archiveCommand(archive).replace(/%./g, (mark) => words[mark] ?? mark)
  return spawnSync('sh', ['-c', command]).status
}

test('before any backup, segments are let go: there is no base to replay them on', () => {
  expect(archiveSegment('first')).toBe(0)
  expect(readdirSync(archive)).toEqual([])
})

test('then each one is kept whole, once; the same again is accepted, another of that name never replaces it', () => {
  writeFileSync(baseExists(archive), '')
  expect(archiveSegment('first')).toBe(0)
  expect(archiveSegment('first'), 'PostgreSQL was killed before it noted the success').toBe(0)
  expect(archiveSegment('second')).not.toBe(0)
  expect(gunzipSync(readFileSync(join(archive, `${name}.gz`))).toString()).toBe('first')
  expect(readdirSync(archive).toSorted()).toEqual([`${name}.gz`, 'base-exists'])
})
