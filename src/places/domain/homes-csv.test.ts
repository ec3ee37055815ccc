import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeTable, neutralise, separatorOf, undoNeutralise, writeTable } from './csv-text.ts'
import { CSV_LIMITS, readHomes } from './homes-csv.ts'

const HEADER = ['Résidence', 'Bâtiment', 'Entrée', 'Étage', 'Porte', 'Libellé', 'Adresse']
const GOOD = ['Les Tilleuls', 'C', '12', '3', 'gauche', '', '']
const read = (...rows: string[][]) => readHomes([HEADER, ...rows], { estateGiven: false })

describe('the headers of French tables', () => {
  it.each([
    [['RESIDENCE', 'BAT', 'ESC.', 'NIVEAU', 'N° PORTE'], 'capitals and short forms'],
    [['résidence', 'immeuble', "cage d'escalier", 'étage', 'position'], 'long forms'],
    [['Nom de la résidence', 'tour', 'montée', 'niv', 'porte', 'loyer'], 'a column that we do not read'],
  ])('%j (%s)', (header) => {
    const done = readHomes([header, GOOD.slice(0, 5)], { estateGiven: false })
    expect(done).toMatchObject({
      ok: true,
      value: { homes: [{ estate: 'Les Tilleuls', floor: 3, door: 'gauche' }] },
    })
  })

  it('names the columns that are missing, and does not ask for the estate when the page gives it', () => {
    const header = ['bâtiment', 'étage', 'porte']
    expect(readHomes([header, ['C', '1', '1']], { estateGiven: false })).toMatchObject({
      refusal: { because: 'missing_columns', columns: ['estate', 'staircase'] },
    })
    expect(readHomes([header, ['C', '1', '1']], { estateGiven: true })).toMatchObject({
      refusal: { because: 'missing_columns', columns: ['staircase'] },
    })
  })

  it('does not choose between two columns of the same meaning', () => {
    expect(
      readHomes(
        [
          [...HEADER, 'Immeuble'],
          [...GOOD, 'D'],
        ],
        { estateGiven: false },
      ),
    ).toMatchObject({
      refusal: { because: 'column_twice', column: 'building' },
    })
  })
})

describe('a row is left out with its reason', () => {
  it.each([
    [['', 'C', '12', '3', '1'], 'no_estate'],
    [['Les Tilleuls', '', '12', '3', '1'], 'no_building'],
    [['Les Tilleuls', 'C', '', '3', '1'], 'no_staircase'],
    [['Les Tilleuls', 'C', '12', '', '1'], 'no_floor'],
    [['Les Tilleuls', 'C', '12', '400', '1'], 'floor_not_read'],
    [['Les Tilleuls', 'C', '12', 'en haut', '1'], 'floor_not_read'],
    [['Les Tilleuls', 'C', '12', '3', ''], 'no_door'],
    [['Les Tilleuls', 'C', '12', '3', '21'], 'door_out_of_reach'],
    [['Les Tilleuls', 'C', '12', '3', '0'], 'door_out_of_reach'],
    [['Les Tilleuls', 'C', '12', '3', '1', 'é'.repeat(301)], 'too_long'],
    [['les tilleuls', 'c', '12', '3e étage', 'GAUCHE'], 'same_door_twice'],
  ])('%j: %s', (row, because) => {
    const done = read(GOOD, row)
    expect(done).toMatchObject({ ok: true, value: { rejects: [{ line: 3, cells: row, because }] } })
    expect(done.ok && done.value.homes).toHaveLength(1)
  })
})

it('keeps names of any script, apostrophes and HTML as they are', () => {
  const label = `L’Haÿ <b>d'Été</b> 🏠 شقة ${'é'.repeat(250)}`
  expect(read(['Les Tilleuls', 'C', '12', '0', '1', label])).toMatchObject({ value: { homes: [{ label }] } })
})

it('skips empty lines and counts lines as the spreadsheet does', () => {
  const done = read(['', ''], GOOD, ['Les Tilleuls', 'C', '12', 'x', '1'])
  expect(done).toMatchObject({ value: { homes: [{ line: 3 }], rejects: [{ line: 4 }] } })
})

it('refuses an empty file and a file of more rows than the limit', () => {
  expect(readHomes([], { estateGiven: false })).toMatchObject({ refusal: { because: 'empty_file' } })
  expect(read(['', ''])).toMatchObject({ refusal: { because: 'empty_file' } })
  const rows = Array.from({ length: CSV_LIMITS.rows + 1 }, () => GOOD)
  expect(read(...rows)).toMatchObject({ refusal: { because: 'too_many_rows', rows: 5001 } })
})

describe('bytes', () => {
  it.each([
    [Buffer.from('Résidence;Étage'), 'UTF-8'],
    [Buffer.from('\ufeffRésidence;Étage'), 'UTF-8 with its mark'],
    [Buffer.from('Résidence;Étage', 'latin1'), 'Windows-1252'],
  ])('%o reads the same: %s', (bytes) => expect(decodeTable(bytes)).toBe('Résidence;Étage'))

  it('reads the apostrophe that only Windows-1252 has there', () => {
    expect(decodeTable(Buffer.from([0x6c, 0x92, 0xe9, 0x74, 0xe9]))).toBe('l’été')
  })
})

it.each([
  ['a;b;c\n1,2;3,4;5,6', ';'],
  ['a,b\n1;2,3;4', ','],
  ['a\tb\n1,2;3\t4', '\t'],
  ['\n"a,b,c";d\n', ';'],
  ['alone', ';'],
])('the separator of %j is %j, whatever the lines below say', (text, sign) =>
  expect(separatorOf(text)).toBe(sign),
)

describe('a cell that a spreadsheet would run', () => {
  it.each(['=1+1', '+33', '-1', '@SUM(A1)', '\tx', '\rx', ' =1', "'=1", '＝1'])(
    '%j is shown as text',
    (cell) => {
      expect(neutralise(cell)).toBe(`'${cell}`)
    },
  )
  it.each(['gauche', "l'étage", 'a=1', ''])('%j stays as it is', (cell) =>
    expect(neutralise(cell)).toBe(cell),
  )
  it('comes back as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\s'=+@-]{0,4}\w*$/)), (cell) => {
        expect(undoNeutralise(neutralise(cell))).toBe(cell)
      }),
    )
  })
  it('leaves a corrected rejects file readable: floor -1 comes back as -1', () => {
    expect(writeTable([['Étage'], ['-1']])).toBe("\ufeffÉtage\r\n'-1\r\n")
    expect(read(['Les Tilleuls', 'C', '12', "'-1", '1'])).toMatchObject({ value: { homes: [{ floor: -1 }] } })
  })
})
