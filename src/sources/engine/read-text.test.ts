import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { givenFiles } from '../../../tools/testing/given-files.ts'
import { WITHOUT_REFERENCE } from '../../../tools/testing/reference-answers.ts'
import { openEngine } from './duck.ts'
import { inspectFile } from './inspect-file.ts'
import { loadRows } from './load-rows.ts'

const { engine, write, inspected, refused, loaded } = givenFiles()

const WINDOWS = new Map([
  ['€', 0x80],
  ['’', 0x92],
  ['œ', 0x9c],
])
const windows = (text: string): Buffer =>
  Buffer.from(Array.from(text, (sign) => WINDOWS.get(sign) ?? sign.charCodeAt(0)))

describe('the text of a table', () => {
  it.each([
    ['plain', 'n;lieu\n1;Été\n', 'utf-8', false, ';'],
    ['marked by Excel', '\ufeffn;lieu\r\n1;Été\r\n', 'utf-8', true, ';'],
    ['commas', 'n,lieu\n1,"a; b"\n2,"c; d"\n', 'utf-8', false, ','],
    ['tabulations', 'n\tlieu\n1\ta,b\n', 'utf-8', false, '\t'],
    ['newlines of old Macintoshes', 'n;lieu\r1;a\r2;b\r', 'utf-8', false, ';'],
    ['the first line that Excel likes', 'sep=;\nn;lieu\n1;a\n2;b\n', 'utf-8', false, ';'],
    ['accents of Windows', windows('n;lieu\n1;Été\n'), 'windows-1252', false, ';'],
    ['an apostrophe of Windows', windows('n;lieu\n1;l’entrée\n'), 'windows-1252', false, ';'],
    ['a euro of Latin-9', Buffer.from('n;co\xfbt\n1;3 \xa4\n', 'latin1'), 'iso-8859-15', false, ';'],
    ['an œ of Latin-9', Buffer.from('n;lieu\n1;Sacr\xe9-C\xbdur\n', 'latin1'), 'iso-8859-15', false, ';'],
    ['a half of Windows', Buffer.from('n;lieu\n1;T2\xbd, \xe9t\xe9\n', 'latin1'), 'windows-1252', false, ';'],
    [
      '«texte Unicode» of Excel',
      Buffer.from('\ufeffn\tlieu\r\n1\tÉté\r\n', 'utf16le'),
      'utf-16le',
      true,
      '\t',
    ],
  ])('%s', async (_, content, encoding, bom, separator) => {
    const file = await inspected(content)
    expect(file.text).toEqual({ encoding, bom, separator, quote: '"' })
    expect(file.kind).toBe(separator === '\t' ? 'tsv' : 'csv')
    expect(file.headers[0]).toBe('n')
    expect((await loaded(file)).raw.length).toBe(file.sample.length)
  })

  it('is decoded before DuckDB sees it', async () => {
    const file = await inspected(windows('n;lieu\n1;Cité de l’œuvre à 3 €\n'))
    expect((await loaded(file)).raw).toEqual(['2: 1|Cité de l’œuvre à 3 €'])
    expect(file.sample).toEqual([['1', 'Cité de l’œuvre à 3 €']])
  })

  it('one byte that is no UTF-8, at the very end of a long file, is enough', async () => {
    const long = Buffer.from(`n;lieu\n${'1;é\n'.repeat(400_000)}`)
    expect((await inspected(long)).text?.encoding).toBe('utf-8')
    expect((await inspected(Buffer.concat([long, windows('2;é\n')]))).text?.encoding).toBe('windows-1252')
  })

  it.each([0, 1, 2, 3])(
    'a letter may lie across two pieces of the file, %i bytes further',
    async (further) => {
      const content = `${'n'.repeat(further)};lieu\n${'😀é\n'.repeat(200_000)}`
      const file = await inspected(content, { separator: ';' })
      expect(file.text?.encoding).toBe('utf-8')
      expect((await inspected(content.replace(/.$/s, ';x\n\n1;y\n'))).reading).toMatchObject({
        hasBlankLines: true,
      })
    },
  )

  it('what is said of it is believed, unless its bytes refuse', async () => {
    const content = Buffer.from('n|x;y\n1|\xa4;\n', 'latin1')
    const file = await inspected(content, { encoding: 'windows-1252', separator: '|' })
    expect(file.sample).toEqual([['1', '¤;']])
    expect((await refused(content, { encoding: 'utf-8' })).because).toBe('encoding_mistaken')
  })

  it('its fingerprint is that of the bytes as given', async () => {
    const content = windows('n;lieu\n1;Été\n')
    expect((await inspected(content)).sha256).toBe(createHash('sha256').update(content).digest('hex'))
  })
})

describe('the header', () => {
  it.each([
    ['in the first row', 'a;b;c\n1;2;3\n', 1, ['a', 'b', 'c']],
    ['under a title', 'Export du 5 mars;;\na;b;c\n1;2;3\n', 2, ['a', 'b', 'c']],
    ['under a title and an empty line', 'Export\n\na;b;c\n1;2;3\n', 3, ['a', 'b', 'c']],
    ['under merged labels', 'Demande;;Fin;\na;b;c;d\n1;2;3;4\n', 2, ['a', 'b', 'c', 'd']],
    ['over two lines of its quotes', '"a\nbis";b\n1;2\n', 1, ['a bis', 'b']],
    ['with a name twice', 'Ward;x;Ward;Ward\n1;2;3;4\n', 1, ['Ward', 'x', 'Ward (2)', 'Ward (3)']],
    ['with a name that a second would take', 'W;W;W (2)\n1;2;3\n', 1, ['W', 'W (3)', 'W (2)']],
    ['with a column that has no name', 'a;;c\n1;2;3\n', 1, ['a', 'B', 'c']],
    ['with a separator too many on every row', 'a;b\n1;2;\n3;4;\n', 1, ['a', 'b']],
    ['of one column', 'a\n1\n2\n', 1, ['a']],
  ])('%s', async (_, content, headerRow, headers) => {
    const file = await inspected(content)
    expect({ headerRow: file.headerRow, headers: file.headers }).toEqual({ headerRow, headers })
    expect((await loaded(file)).raw[0]).toMatch(new RegExp(`^${headerRow + 1}: 1`))
  })

  it('says which names are borne by several columns', async () => {
    expect((await inspected('Ward;x;Ward\n1;2;3\n')).twiceNamed).toEqual(['Ward'])
  })
})

describe('rows', () => {
  const clean = { beyond: 0, torn: [] as string[] }
  it.each([
    ['of a clean text', 'a;b\n1;2\n3;\n', { ...clean, raw: ['2: 1|2', '3: 3|∅'] }],
    ['with a newline in quotes', 'a;b\n1;"x\ny"\n3;4\n', { ...clean, raw: ['2: 1|x\ny', '3: 3|4'] }],
    ['with quotes doubled', 'a;b\n1;"dit ""oui"""\n', { ...clean, raw: ['2: 1|dit "oui"'] }],
    [
      'with too few cells',
      'a;b;c\n1;2;3\n4;5\n6;7;8\n',
      { beyond: 0, raw: ['2: 1|2|3', '4: 6|7|8'], torn: ['3: 4;5'] },
    ],
    [
      'with a cell too many',
      'a;b\n1;2\n3;4;5\n6;7;\n',
      { beyond: 1, raw: ['2: 1|2', '3: 3|4', '4: 6|7'], torn: [] },
    ],
    ['with something beyond, here and there', `a;b\n${'1;2;\n'.repeat(300)}3;4;x\n`, { beyond: 1, torn: [] }],
    ['with empty lines between', 'a;b\n1;2\n\n3;4\n\n\n', { ...clean, raw: ['2: 1|2', '4: 3|4'] }],
    ['with empty rows below', 'a;b\n1;2\n;\n3;4\n;\n;\n', { ...clean, raw: ['2: 1|2', '4: 3|4'] }],
    ['with both newlines', 'a;b\r\n1;2\n3;4\r\n', { ...clean, raw: ['2: 1|2', '3: 3|4'] }],
    ['with inches', 'a;b\n1;tuyau 5"\n2;x\n', { ...clean, raw: ['2: 1|tuyau 5"', '3: 2|x'] }],
    ['with a quote that goes on', 'a;b\n"x"y;1\n2;z\n', { ...clean, raw: ['2: xy|1', '3: 2|z'] }],
    [
      'with a quote that never closes',
      'a;b\n1;2\n"3;4\n5;6\n',
      { ...clean, raw: ['2: 1|2', '3: "3|4', '4: 5|6'] },
    ],
    ['with the header again', 'a;b\n1;2\na;b\n3;4\n', { ...clean, raw: ['2: 1|2', '3: a|b', '4: 3|4'] }],
    ['without a last newline', 'a;b\n1;2\n3;4', { ...clean, raw: ['2: 1|2', '3: 3|4'] }],
  ])('%s', async (_, content, expected) => {
    expect(await loaded(await inspected(content))).toMatchObject(expected)
  })

  it('only wanted columns are kept, under the place they have in the file', async () => {
    const file = await inspected('a;b;c\n1;2;3\n;;9\n')
    expect((await loaded(file, ['c', 'a'])).raw).toEqual(['2: 1|3', '3: ∅|9'])
    const columns = await engine().rows<{ column_name: string }>('describe raw')
    expect(columns.map((column) => column.column_name)).toEqual(['row_no', 'c0', 'c2'])
  })

  it('a row with nothing in the wanted columns is a row, if something stands elsewhere', async () => {
    expect((await loaded(await inspected('a;b\n1;2\n;9\n;\n3;4\n'), ['a'])).raw).toEqual([
      '2: 1',
      '3: ∅',
      '5: 3',
    ])
  })

  it('keep the order of the file when several threads read it', async () => {
    const lines = Array.from({ length: 300_000 }, (_, at) => `${at + 2};x${at % 97};y`)
    const file = await inspected(`n;x;y\n${lines.join('\n')}\n`)
    const result = await loadRows(engine(), file, ['n'])
    expect(result).toMatchObject({ value: { rows: 300_000 } })
    expect(await engine().rows('select count(*) as n from raw where row_no <> c0::bigint')).toEqual([
      { n: 0n },
    ])
  })

  it('of the relation that is read lazily are those of the file', async () => {
    const file = await inspected('a;b\n1;2\n3;4\n')
    expect(await engine().rows(`select c1 from ${file.from}`)).toEqual([{ c1: '2' }, { c1: '4' }])
  })

  it('of an absent column are asked in vain', async () => {
    const file = await inspected('a;b\n1;2\n')
    expect(await loadRows(engine(), file, ['a', 'z'])).toMatchObject({
      refusal: { because: 'column_absent', columns: ['z'] },
    })
  })
})

describe('while reading', () => {
  it('says how far it is, and stops when told', async () => {
    const path = await write('long.csv', `a;b\n${'1;"x\n\ny"\n'.repeat(600_000)}`)
    const told: number[] = []
    const file = await inspectFile(engine(), path, { onProgress: ({ bytesRead }) => told.push(bytesRead) })
    if (!file.ok) throw new Error('not read')
    expect(told.at(-1)).toBe(file.value.bytes)
    const stopping = new AbortController()
    const onProgress = () => stopping.abort()
    expect(
      await loadRows(engine(), file.value, 'all', { onProgress, signal: stopping.signal }),
    ).toMatchObject({
      refusal: { because: 'reading_stopped' },
    })
    expect(await engine().rows('select 1 as still')).toEqual([{ still: 1 }])
  })

  it('an engine told which files it reads opens no other', async () => {
    const [given, other] = [await write('a.csv', 'a;b\n1;2\n'), await write('b.csv', 'a;b\n1;2\n')]
    const locked = await openEngine({ reads: [given] })
    try {
      const file = await inspectFile(locked, given)
      expect(file.ok && (await loadRows(locked, file.value, 'all')).ok).toBe(true)
      await expect(locked.rows(`from read_csv('${other}')`)).rejects.toThrow(/Permission/)
      await expect(locked.run('set enable_external_access = true')).rejects.toThrow(/locked/)
    } finally {
      await locked.close()
    }
    expect(existsSync(locked.folder)).toBe(false)
  })
})

const DATA = new URL('../../../../shared/data/', import.meta.url)
describe.skipIf(!existsSync(DATA))(`real files (${WITHOUT_REFERENCE})`, () => {
  it.each([
    ['boston_311_newcrm/boston_311_requests_2026-02-17.csv', 5473, 26, null],
    ['chicago_sanitation_311/sanitation_code_2014-11-10.csv.gz', 72_847, 16, 'gzip'],
  ])('%s', async (path, rows, width, wrappedIn) => {
    const file = await inspectFile(engine(), fileURLToPath(new URL(path, DATA)))
    if (!file.ok) throw new Error(file.refusal.because)
    expect(file.value.headers.length).toBe(width)
    expect(file.value.wrappedIn).toBe(wrappedIn)
    expect(await loadRows(engine(), file.value, 'all')).toMatchObject({ value: { rows, torn: 0 } })
  })
})
