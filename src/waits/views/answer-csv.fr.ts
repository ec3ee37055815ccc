import { writeTable } from '../../places/domain/csv-text.ts'
import type { Answer } from '../domain/answer.ts'
import { sayKey } from '../domain/answer-table.fr.ts'

const HEADERS = [
  'selection',
  'jours',
  'suivies',
  'abouties',
  'perdues_de_vue_ou_ouvertes',
  'attendent_encore',
  'au_moins',
  'au_plus',
  'etat_au',
  'regles',
  'proteges',
] as const

/** The curves as rows, one per time; the notices under them, in the first column. Formulas are neutralised. */
export function answerCsv(answer: Answer, notices: readonly string[]): string {
  const rows = answer.strata.flatMap((stratum) =>
    stratum.curve.time.map((time, row) => [
      sayKey(stratum),
      number(time),
      number(stratum.curve.atRisk[row]),
      number(stratum.curve.ended[row]),
      number(stratum.curve.censored[row]),
      number(stratum.curve.survival[row]),
      number(stratum.curve.lower[row]),
      number(stratum.curve.upper[row]),
      answer.asOf ?? '',
      answer.rules,
      answer.protected ? 'oui' : 'non',
    ]),
  )
  return writeTable([HEADERS, ...rows, [], ...notices.map((notice) => [notice])])
}

/** As French spreadsheets read it: a comma. */
const number = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value).replace('.', ',')
