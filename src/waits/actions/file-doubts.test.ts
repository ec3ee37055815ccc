import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, describe, expect, it } from 'vitest'
import { runOnFiles } from '../cli.ts'
import { isFileCommand } from '../domain/file-commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'palier-words-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
async function run(args: readonly string[], language: string) {
  const [command, ...rest] = args
  if (!isFileCommand(command)) throw new Error(command)
  const said = { out: '', err: '' }
  const code = await runOnFiles(command, rest, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    isWatched: false,
    environment: { LANG: language },
    now: () => new Date('2026-11-23T12:00:00Z'),
  })
  return { code, ...said }
}

const HEAD = 'numero,ouverture,cloture\n'
const day = (month: number, at: number): string =>
  `2025-${String(month).padStart(2, '0')}-${String(at).padStart(2, '0')}`
/** Thirty cases of January, none of them closed before the tenth of June; then one closed each day. */
const MIGRATED = [
  ...Array.from(
    { length: 30 },
    (_, at) => `V${at},${day(1, 1 + (at % 28))},${at % 2 ? day(6, 10 + (at % 15)) : ''}\n`,
  ),
  ...Array.from({ length: 28 }, (_, at) => `N${at},${day(6, 1 + at)},${day(7, 1 + at)}\n`),
]
/** One is closed each day of two months, and forty on the tenth of February. */
const TIDIED = [
  ...Array.from(
    { length: 56 },
    (_, at) => `a${at},2025-01-01,${day(1 + Math.floor(at / 28), 2 + (at % 27))}\n`,
  ),
  ...Array.from({ length: 40 }, (_, at) => `b${at},2025-01-01,2025-02-10\n`),
]
const AS_OF = ['--as-of', '2025-12-31']
const ENTRY = put(
  'entry.json',
  '{"id":"numero","opened":"ouverture","closed":"cloture","entry":{"from":"2025-06-10"}}',
)
const table = (rows: readonly (string | number)[][], name: string, hidden = false) => ({
  name,
  rows,
  ...(hidden ? { hidden } : {}),
})
const CASES = [
  ['numero', 'ouverture', 'cloture'],
  ['1', '2025-01-17', '2025-01-20'],
]
const workbook = async (...sheets: ReturnType<typeof table>[]) =>
  writeXlsx({ sheets: sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) })) })

const file = (name: string, rows: readonly string[]) => put(name, HEAD + rows.join(''))
const BOOK = put('deux.xlsx', await workbook(table(CASES, 'Demandes'), table(CASES, 'Anciennes', true)))

/** Each: what was given, and what is said of it in French and in English. */
const SAID: readonly (readonly [string, readonly string[], string, string])[] = [
  [
    'older cases look absent',
    [file('m.csv', MIGRATED)],
    '"entry": {"from": "2025-06-10"}',
    'no closing before 2025-06-10',
  ],
  ['many closed at once', [file('t.csv', TIDIED)], 'le 10 février 2025, 4', '2025-02-10, 4'],
  ['one sheet of two, the other hidden', [BOOK], '«\u202fAnciennes\u202f» (masquée)', '"Anciennes" (hidden)'],
  [
    'text beyond the headers',
    [put('b.csv', `${HEAD}1,2025-01-17,\n2,2025-01-18,,de trop\n3,2025-01-19,\n`)],
    '1 ligne a du texte',
    '1 row has text',
  ],
  [
    'two columns of one name',
    [put('w.csv', 'numero,ouverture,cloture,lot,lot\n1,2025-01-17,,a,b\n')],
    '«\u202flot\u202f»',
    '"lot"',
  ],
  ['one case', [file('one.csv', ['1,2025-01-17,2025-01-20\n'])], '1 demande gardée', '1 case kept'],
]

describe('what should not be missed of a file is one line on stderr, in both languages', () => {
  it.each(SAID)('%s', async (_, files, french, english) => {
    const asked = ['waits', ...files, ...AS_OF, '--json']
    const [fr, en] = [await run(asked, 'fr_FR'), await run(asked, 'en_GB')]
    expect([fr.code, en.code], fr.err).toEqual([0, 0])
    expect(fr.err.split('\n').filter((line) => line.includes(french))).toHaveLength(1)
    expect(en.err.split('\n').filter((line) => line.includes(english))).toHaveLength(1)
  })

  it('older cases declared late are no surprise any more', async () => {
    const { err } = await run(['waits', file('m2.csv', MIGRATED), '--map', ENTRY, ...AS_OF], 'fr_FR')
    expect(err).not.toContain('"entry"')
    expect(err).toContain('ne sont vues qu’après')
  })

  it('a sheet with nothing on it is said so, and no header is invented', async () => {
    const empty = put('vide.xlsx', await workbook(table([], 'Feuil1')))
    expect(await run(['waits', empty, ...AS_OF], 'fr_FR')).toMatchObject({
      code: 3,
      err: expect.stringContaining(
        '«\u202fFeuil1\u202f» de «\u202fvide.xlsx\u202f» ne contient aucune demande',
      ),
    })
  })
})

describe('a map with a key missing is a start', () => {
  it('what was found stands on stdout, and the keys to complete are named with the headers', async () => {
    const { code, out, err } = await run(['map', put('none.csv', 'numero,b\nx,y\n')], 'fr_FR')
    expect([code, JSON.parse(out)]).toEqual([
      0,
      { opened: '', closed: '', id: 'numero', timeZone: 'Europe/Paris' },
    ])
    expect(err).toContain('opened, closed')
    expect(err).toContain('numero, b')
  })

  it('counting by it before it is complete says which key', async () => {
    const map = put('start.json', '{"opened":"","closed":""}')
    const asked = ['waits', file('s.csv', ['1,2025-01-17,\n']), '--map', map, ...AS_OF]
    expect(await run(asked, 'fr_FR')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('opened'),
    })
  })
})

it('all dates equal: everybody waited half a day', async () => {
  const rows = Array.from({ length: 20 }, (_, at) => `E${at},2025-10-01,2025-10-01\n`)
  const { out } = await run(['waits', file('equal.csv', rows), ...AS_OF, '--json'], 'fr_FR')
  const { curve, median } = JSON.parse(out).strata[0]
  expect([curve.time, curve.survival, median.value]).toEqual([[0.5], [0], 0.5])
})
