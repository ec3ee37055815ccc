import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { xlsxOf } from '../../tools/testing/xlsx-of.ts'
import { runInstrument } from './cli.ts'

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'palier-'))
  const questions = [
    ['type', 'name', 'label::Français (fr)', 'label::English (en)'],
    ['integer', 'rooms', 'Pièces', 'Rooms'],
    ['select_one oui', 'cold', 'Froid ?', 'Cold?'],
  ]
  const choices = [
    ['list_name', 'name', 'label::Français (fr)', 'label::English (en)'],
    ['oui', 'oui', 'Oui', 'Yes'],
  ]
  writeFileSync(join(folder, 'Été froid.xlsx'), await xlsxOf({ survey: questions, choices }))
  writeFileSync(join(folder, 'faux.xlsx'), await xlsxOf({ survey: questions }))
  writeFileSync(join(folder, 'texte.xlsx'), 'type;name')
})
afterAll(() => rmSync(folder, { recursive: true }))

async function run(words: readonly string[], language: 'fr' | 'en') {
  let [out, err] = ['', '']
  const code = await runInstrument(words, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    language,
  })
  return { code, out, err }
}

const cases: readonly [string, 'fr' | 'en', string, number, RegExp][] = [
  [
    'a form',
    'fr',
    'Été froid.xlsx',
    0,
    /^Ete_froid \(Ete_froid\)\nversion\u202f: [0-9a-f]{64}\n.*2\u00a0questions/s,
  ],
  [
    'a form',
    'en',
    'Été froid.xlsx',
    0,
    /^Ete_froid .*languages: Français \(fr\), English \(en\)\nquestions: 2;/s,
  ],
  ['a fault at its cell', 'fr', 'faux.xlsx', 3, /Feuille survey, ligne 3, colonne type\u202f: la liste/],
  ['a fault at its cell', 'en', 'faux.xlsx', 3, /^survey, row 3, type: the list "oui" has no choice/],
  ['text under a false name', 'fr', 'texte.xlsx', 3, /n’est pas un classeur/],
  ['text under a false name', 'en', 'texte.xlsx', 3, /not an \.xlsx workbook/],
  ['no such file', 'fr', 'absent.xlsx', 2, /Il n’y a pas de fichier/],
]
it.each(cases)('%s (%s)', async (_, language, name, code, says) => {
  const told = await run([join(folder, name)], language)
  expect([told.code, code === 0 ? told.out : told.err]).toEqual([code, expect.stringMatching(says)])
  expect(code === 0 ? told.err : told.out).toBe('')
})

it('says how it is asked', async () => {
  expect(await run([], 'en')).toMatchObject({ code: 2, err: expect.stringContaining('Give one workbook') })
  expect(await run(['a', 'b'], 'fr')).toMatchObject({ code: 2 })
  expect(await run(['--help'], 'fr')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Codes de sortie'),
  })
})
