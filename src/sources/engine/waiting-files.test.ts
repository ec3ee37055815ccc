import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { forgetOldFiles, forgetWaiting, keepWaiting, waitingPath } from './waiting-files.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palier-waiting-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('keeps a file for a day, and touches no file that is not an upload', async () => {
  const [fresh, old, half] = [newId(NOW), newId(NOW), `${newId(NOW)}.part`]
  for (const name of [fresh, old, half, 'notes.txt']) await writeFile(join(folder, name), 'x')
  const yesterday = new Date(NOW.getTime() - 86_400_001)
  for (const name of [old, half, 'notes.txt']) await utimes(join(folder, name), yesterday, yesterday)
  await utimes(join(folder, fresh), NOW, NOW)
  await forgetOldFiles(folder, NOW)
  expect((await readdir(folder)).toSorted()).toEqual([fresh, 'notes.txt'].toSorted())
  await forgetOldFiles(join(folder, 'absent'), NOW)
})

it('is moved to its upload, and forgotten with it, twice without harm', async () => {
  const id = newId(NOW)
  await writeFile(join(folder, 'parked'), 'x')
  await keepWaiting(folder, id, join(folder, 'parked'))
  expect(await readdir(folder)).toContain(id)
  await forgetWaiting(folder, id)
  await forgetWaiting(folder, id)
  expect(await readdir(folder)).not.toContain(id)
  expect(() => waitingPath(folder, '../secret')).toThrow(TypeError)
})
