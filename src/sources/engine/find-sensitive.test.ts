import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from './duck.ts'
import { findSensitive } from './find-sensitive.ts'
import { inspectFile } from './inspect-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palier-sensitive-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The kind that is suspected of a column of these cells, one a row. */
async function kindOf(cells: readonly string[]): Promise<string | undefined> {
  const path = join(folder, 'f.csv')
  await writeFile(path, ['Colonne 7;n', ...cells.map((cell, at) => `${cell};${at}`)].join('\n'))
  const engine = await openEngine({ reads: [path] })
  try {
    const file = await inspectFile(engine, path)
    if (!file.ok) throw new Error(file.refusal.because)
    const { from: relation, headers, sample } = file.value
    return (await findSensitive(engine, { relation, present: headers, headers, sample }))[0]?.kind
  } finally {
    await engine.close()
  }
}

const streets = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${at + 1} rue des Lilas`)

describe('an address of a street and a number', () => {
  it('is a building’s where rows share it, even if the first two hundred do not', async () => {
    const buildings = streets(300)
    expect(await kindOf([...buildings, ...buildings, ...buildings])).toBeUndefined()
  })

  it('is a household’s where nearly each row has its own', async () => {
    expect(await kindOf(streets(300))).toBe('address')
  })
})
