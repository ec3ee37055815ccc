import { describe, expect, it } from 'vitest'
import { picture } from '../../../tools/testing/uploads.ts'
import { xlsxOf } from '../../../tools/testing/xlsx-of.ts'
import { zipOf } from '../../../tools/testing/zip-of.ts'
import { readWorkbook } from './read-workbook.ts'

const SURVEY = [
  ['type', 'name', 'label'],
  ['text', 'a', 'A & « B »'],
]
const NAMED = '<sheet name="survey" sheetId="1" r:id="rId1"/><sheet name="Notes" sheetId="2" r:id="rId2"/>'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
const relations = (...all: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const header = `<row r="1">${cell('A1', 'type')}${cell('B1', 'name')}${cell('C1', 'label::Français (fr)')}</row>`
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const parts = (first: string, second = '', others: [string, string][] = []): [string, string][] => [
  ['[Content_Types].xml', '<Types/>'],
  ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
  ['xl/workbook.xml', `<workbook xmlns:r="${OFFICE}"><sheets>${NAMED}</sheets></workbook>`],
  [
    'xl/_rels/workbook.xml.rels',
    relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('rId2', 'worksheet', '/xl/worksheets/sheet2.xml'),
    ),
  ],
  ['xl/worksheets/sheet1.xml', sheet(first)],
  ['xl/worksheets/sheet2.xml', sheet(second)],
  ...others,
]
const FORMULA = '<c r="C2" t="str"><f>1+1</f><v>2</v></c>'
const WITH_FORMULA = `${header}<row r="2">${cell('A2', 'text')}${cell('B2', 'a')}${FORMULA}</row>`

describe('a workbook', () => {
  it('is read as its author sees it, empty rows keeping their numbers', async () => {
    const bytes = await xlsxOf({ survey: [...SURVEY, [], ['note', 'b', '1']], choices: [] })
    const read = await readWorkbook(bytes)
    expect(read.ok && read.value).toEqual({
      workbook: [
        { name: 'survey', rows: [...SURVEY, [], ['note', 'b', '1']] },
        { name: 'choices', rows: [] },
      ],
      formulas: [],
    })
  })

  it('computes nothing: a formula is named by its cell, one of another sheet is nobody’s business', async () => {
    const read = await readWorkbook(zipOf(parts(WITH_FORMULA, `<row r="1">${FORMULA}</row>`)))
    expect(read.ok && read.value.formulas).toEqual([
      { because: 'formula_not_supported', sheet: 'survey', row: 2, column: 'label', what: 'C2' },
    ])
  })
})

const many = Array.from({ length: 10_001 }, (_, at) => ['text', `q${at}`, 'Q'])
const given: readonly [string, () => Buffer | Promise<Buffer>, Record<string, unknown>][] = [
  ['nothing', () => Buffer.alloc(0), { because: 'file_empty' }],
  ['a photo named .xlsx', () => picture('jpeg'), { because: 'not_a_workbook', looksLike: 'jpg' }],
  ['a table of text', () => Buffer.from('type;name'), { because: 'not_a_workbook', looksLike: null }],
  [
    'a letter',
    () => zipOf([['word/document.xml', '<w/>']]),
    { because: 'not_a_workbook', looksLike: 'docx' },
  ],
  ['an old or a locked workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), { because: 'old_workbook' }],
  [
    'macros',
    () => zipOf(parts(header, '', [['xl/vbaProject.bin', 'x']])),
    { because: 'workbook_has_macros' },
  ],
  [
    'a workbook cut off',
    async () => (await xlsxOf({ survey: SURVEY })).subarray(0, 900),
    { because: 'file_damaged' },
  ],
  [
    'a bomb that says its weight',
    () => zipOf(parts(header, '', [['xl/media/a.xml', '0'.repeat(41 * 1024 * 1024)]])),
    { because: 'file_swells' },
  ],
  [
    'a bomb that lies of its weight',
    () => zipOf(parts(header, '', [['xl/media/a.xml', '0'.repeat(41 * 1024 * 1024)]]), { said: 10 }),
    { because: 'file_damaged' },
  ],
  ['a file too heavy', () => Buffer.alloc(5 * 1024 * 1024 + 1), { because: 'file_too_heavy' }],
  ['ten thousand questions', () => xlsxOf({ survey: many }), { because: 'too_many_rows', most: 10_000 }],
  [
    'one row at the bottom of the sheet',
    () => zipOf(parts(`${header}<row r="1048576">${cell('A1048576', 'text')}</row>`)),
    { because: 'too_many_rows' },
  ],
]

it.each(given)('%s is refused by its name', async (_, make, refusal) => {
  const read = await readWorkbook(await make())
  expect(read).toMatchObject({ ok: false, refusal })
})
