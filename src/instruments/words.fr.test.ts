import { expect, it } from 'vitest'
import { compileForm } from './domain/compile/compile-form.ts'
import { sayFormRefusal } from './words.fr.ts'

const survey = (...rows: string[][]) => [
  { name: 'survey', rows: [['type', 'name', 'label', 'calculation'], ...rows] },
]

it.each([
  [
    'un type inconnu',
    survey(['text', 'a', 'A'], ['devinette', 'b', 'B']),
    'Feuille survey, ligne 3, colonne type\u202f: «\u202fdevinette\u202f» n’est pas un type de question.',
  ],
  [
    'un type refusé par son nom',
    survey(['geotrace', 'a', 'A']),
    'Feuille survey, ligne 2, colonne type\u202f: le type «\u202fgeotrace\u202f» n’est pas pris en charge.',
  ],
  [
    'une liste vide',
    survey(['select_one oui', 'a', 'A']),
    'Feuille survey, ligne 2, colonne type\u202f: la liste «\u202foui\u202f» n’a aucun choix dans la feuille choices.',
  ],
  [
    'des calculs en rond',
    survey(['calculate', 'a', '', '${b} + 1'], ['calculate', 'b', '', '${a} + 1']),
    'Feuille survey, ligne 2, colonne calculation\u202f: le calcul «\u202fa\u202f» dépend de lui-même.',
  ],
  [
    'un nom deux fois',
    survey(['text', 'a', 'A'], ['text', 'a', 'B']),
    'Feuille survey, ligne 3, colonne name\u202f: le nom «\u202fa\u202f» est déjà pris dans ce groupe.',
  ],
  [
    'pas de feuille',
    [{ name: 'autre', rows: [] }],
    'Classeur\u202f: il manque la feuille «\u202fsurvey\u202f».',
  ],
])('%s est dit à sa place', (_, workbook, sentence) => {
  const compiled = compileForm(workbook)
  expect(compiled.ok ? [] : compiled.refusal.refusals.map(sayFormRefusal)).toContain(sentence)
})
