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
  'surement_au_moins',
  'surement_au_plus',
  'etat_au',
  'regles',
  'proteges',
  'horloge',
  'source',
  'empreinte',
  'portee',
] as const

type Scope = { readonly clock: string; readonly rolledUp: readonly string[] }

/**
 * The curves as rows, one per time. Whose clock, from which file and what was rolled up stand on each row: a program reads
 * every line the same way, and a row that is copied keeps them. Formulas are neutralised.
 */
export function answerCsv(answer: Answer, { clock, rolledUp }: Scope): string {
  const names = answer.sources.map(({ name }) => name).join(' ; ')
  const prints = answer.sources.map(({ sha256 }) => sha256).join(' ; ')
  const scope = rolledUp.length === 0 ? 'comme demandé' : rolledUp.join(' ')
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
      number((stratum.curve.survivalLow ?? stratum.curve.survival)[row]),
      number((stratum.curve.survivalHigh ?? stratum.curve.survival)[row]),
      answer.asOf ?? '',
      answer.rules,
      answer.protected ? 'oui' : 'non',
      clock,
      names,
      prints,
      scope,
    ]),
  )
  return writeTable([HEADERS, ...rows])
}

/** As French spreadsheets read it: a comma. */
const number = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value).replace('.', ',')
