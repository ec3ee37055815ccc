import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import type { Actor } from '../access/scope.ts'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import {
  csvOf,
  fileFolder,
  type FileFolder,
  IMPORTED_AT,
  MAP,
  newSource,
  rowsOf,
} from '../../tools/testing/imports.ts'
import { makeMember, makeSpace } from '../../tools/testing/people.ts'
import { runImport } from './cli.ts'

let t: TestDatabase
let files: FileFolder
let officer: { actor: Actor; email: string }
let canvasser: { actor: Actor; email: string }
let agreement: string
beforeAll(async () => {
  t = await testDatabase()
  files = fileFolder()
  const union = await makeSpace(t, 'union', 'Union des Tilleuls')
  officer = await makeMember(t, union, 'Inès', 'officer')
  canvasser = await makeMember(t, union, 'Max', 'canvasser')
  const id = await newSource(t, officer.actor)
  const { rows } = await sql<{
    id: string
  }>`select agreement_id as id from union_space.source where id = ${id}`.execute(t.owner)
  agreement = rows[0]?.id ?? ''
})
afterAll(async () => {
  files.remove()
  await t.stop()
})

const CSV = csvOf([
  ['D1', '2026-10-01', '2026-10-04', 'Nord', 'Fuite'],
  ['D2', '2026-10-01', '', 'Nord', 'Fuite'],
])

/** Runs `palier import` as typed; what it printed, and how it ended. */
async function run(words: readonly string[], language: 'fr' | 'en' = 'fr') {
  let [out, err] = ['', '']
  const code = await runImport(words, {
    visit: (work) => work({ owner: t.owner, logins: t.logins }),
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    language,
    now: () => IMPORTED_AT,
  })
  return { code, out, err }
}

const typed = (options: Readonly<Record<string, string>> = {}, file = files.write('demandes.csv', CSV)) => {
  const told = {
    space: 'Union des Tilleuls',
    as: officer.email,
    source: 'Demandes 2026',
    map: files.write('MAP.json', JSON.stringify(MAP)),
    'as-of': '2026-11-01',
    ...options,
  }
  return [file, ...Object.entries(told).flatMap(([name, value]) => (value ? [`--${name}`, value] : []))]
}

it('makes a source under its agreement, says what it read as JSON, and the second time that nothing changed', async () => {
  const first = await run(typed({ agreement }))
  expect(first.code).toBe(0)
  const said: { sourceId: string } = JSON.parse(first.out)
  expect(said).toMatchObject({ did: 'vintage_written', vintage: 1, rows: 2, kept: 2, rejected: {} })
  const again = await run(typed(), 'en')
  expect([again.code, again.err]).toEqual([0, expect.stringContaining('nothing changed')])
  const { rows } = await sql<{ who: string; n: number }>`
    select account_id as who, count(*)::int as n from union_space.audit_line
    where row_id = ${said.sourceId} and table_name = 'source_case' group by 1`.execute(t.owner)
  expect(rows).toEqual([{ who: officer.actor.accountId, n: 1 }])
})

it('refuses an account whose circles bring no file, even to see the source that is there', async () => {
  const path = files.write('autres.csv', CSV)
  expect((await run(typed({ agreement, source: 'Autres' }, path))).code).toBe(0)
  const refused = await run(typed({ as: canvasser.email, source: 'Autres', 'as-of': '2026-11-02' }, path))
  expect([refused.code, refused.out]).toEqual([4, ''])
  const { rows } = await sql<{ id: string; vintage: number }>`
    select id, current_vintage as vintage from union_space.source where name = 'Autres'`.execute(t.owner)
  expect(rows).toMatchObject([{ vintage: 1 }])
  expect(await rowsOf(t, officer.actor, 'source_case', rows[0]?.id ?? '', 'outcome')).toEqual(['0', '5'])
})

it.each<[Record<string, string>, number, RegExp, string]>([
  [{ as: 'personne@exemple.test' }, 4, /Personne n’a de compte/, 'nobody'],
  [{ space: 'Union d’ailleurs' }, 4, /n’est d’aucun espace/, 'another space'],
  [{ source: 'Nouvelle' }, 2, /--agreement/, 'a new source without an agreement'],
  [{ map: '/nulle/part.json' }, 2, /Il n’y a pas de fichier/, 'no map'],
  [{ 'as-of': 'hier' }, 2, /--as-of attend un jour/, 'no day'],
  [{ 'as-of': '2026-12-25', source: 'Futur' }, 2, /pas encore passé/, 'a day to come'],
  [{ space: '' }, 2, /Il manque --space/, 'no space'],
])('%j ends with %i: %s', async (options, code, sentence) => {
  const isFuture = options['source'] === 'Futur'
  const ended = await run(typed({ ...(isFuture ? { agreement } : {}), ...options }))
  expect([ended.code, ended.out]).toEqual([code, ''])
  expect(ended.err).toMatch(sentence)
})

it('leaves no source behind when the file it was made for holds nothing', async () => {
  const empty = await run(typed({ agreement, source: 'Vide' }, files.write('vide.csv', '')))
  expect(empty.code).toBe(3)
  const { rows } = await sql<{ removed: boolean }>`
    select removed_at is not null as removed from union_space.source where name = 'Vide'`.execute(t.owner)
  expect(rows).toEqual([{ removed: true }])
})

it.each(['fr', 'en'] as const)('says its options in %s', async (language) => {
  const { code, out } = await run(['--help'], language)
  expect(code).toBe(0)
  for (const option of ['--space', '--as ', '--source', '--agreement', '--map', '--as-of', '--corrections'])
    expect(out).toContain(option)
})
