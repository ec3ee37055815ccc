import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { initdbRefusal } from './embedded-files.ts'
import { defaultFolder, startEmbedded } from './embedded.ts'
import { StartRefusal } from './start-refusal.ts'

const place = mkdtempSync(join(tmpdir(), 'palier-embedded-'))
chmodSync(place, 0o755)
afterAll(() => rmSync(place, { recursive: true, force: true }))

async function refusalFor(folder: string): Promise<string> {
  const outcome = await startEmbedded({ folder }).catch((error: unknown) => error)
  if (outcome instanceof StartRefusal) return outcome.sentence
  throw new Error('it started, or broke without a sentence', { cause: outcome })
}

async function rowsOf(ownerUrl: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

test('two starts at once on a new folder share one cluster, which keeps its data from one start to the next', async () => {
  // An apostrophe, a space and a percent sign: all three mean something to the shell or to PostgreSQL.
  const folder = join(place, "chez l’amie d'Inès 100 %")
  const [one, other] = await Promise.all([startEmbedded({ folder }), startEmbedded({ folder })])
  expect(other.ownerUrl).toBe(one.ownerUrl)
  await rowsOf(one.ownerUrl, `create table kept as select 'palier' as word`)
  await rowsOf(one.ownerUrl, 'select pg_switch_wal()')
  await one.stop()
  expect(readdirSync(folder).toSorted()).toEqual(['data', 'postgres.log', 'wal-archive'])
  expect(readdirSync(join(folder, 'wal-archive')), 'no backup yet: no WAL to keep').toEqual([])

  const next = await startEmbedded({ folder })
  try {
    expect(await rowsOf(next.ownerUrl, 'select word from kept')).toEqual([{ word: 'palier' }])
    expect(await rowsOf(next.ownerUrl, 'show fsync')).toEqual([{ fsync: 'on' }])
    expect(await rowsOf(next.ownerUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    expect(statSync(join(folder, 'data/palier.secret')).mode & 0o777).toBe(0o600)
    const wrong = next.ownerUrl.replace(/:[0-9a-f]+@/, ':guessed@')
    await expect(rowsOf(wrong, 'select 1')).rejects.toThrow('password authentication failed')
  } finally {
    await next.stop()
  }
})

test('a file where the folder should be, or above it, is said, and kept', async () => {
  const file = join(place, 'file')
  writeFileSync(file, 'keep me')
  expect(await refusalFor(file)).toContain('est un fichier')
  expect(await refusalFor(join(file, 'below'))).toContain('est un fichier')
  expect(readFileSync(file, 'utf8')).toBe('keep me')
})

test('a folder that holds somebody else’s files is left as it is', async () => {
  const folder = join(place, 'letters')
  mkdirSync(folder)
  writeFileSync(join(folder, 'letter.txt'), 'keep me')
  expect(await refusalFor(folder)).toContain('autre chose qu’une base de Palier')
  expect(readdirSync(folder)).toEqual(['letter.txt'])
})

test('data of another PostgreSQL are refused before anything touches them', async () => {
  const folder = join(place, 'older')
  mkdirSync(join(folder, 'data'), { recursive: true })
  writeFileSync(join(folder, 'data/PG_VERSION'), '16\n')
  expect(await refusalFor(folder)).toContain('autre version de PostgreSQL')
  expect(readdirSync(join(folder, 'data'))).toEqual(['PG_VERSION'])
})

// What initdb says (in English: LC_ALL is C.UTF-8), and what we say.
test.for([
  { said: 'could not write to file "base/1/2838": No space left on device', sentence: 'Le disque est plein' },
  { said: 'could not create directory "/x/data": Permission denied', sentence: 'ne peut pas écrire' },
  { said: 'something new', sentence: 'something new' },
])('initdb: $said', ({ said, sentence }) => {
  expect(initdbRefusal('/x', said).sentence).toContain(sentence)
})

test('PALIER_DATA decides where the data live; without it root keeps them outside the checkout', () => {
  const before = process.env['PALIER_DATA']
  process.env['PALIER_DATA'] = '/somewhere/else'
  expect(defaultFolder()).toBe('/somewhere/else')
  delete process.env['PALIER_DATA']
  const root = process.getuid?.() === 0
  expect(defaultFolder()).toMatch(root ? /^\/var\/lib\/palier\/[0-9a-f]{16}$/ : /\/var\/pg$/)
  if (before !== undefined) process.env['PALIER_DATA'] = before
})
