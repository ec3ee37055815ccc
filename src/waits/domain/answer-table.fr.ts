/** The answer as a table for a terminal: 80 columns, in French. */
import type { Answer } from './answer.ts'
import type { AnsweredQuantile, AnsweredStratum } from './answer-stratum.ts'
import { sayAsOf, sayDayRule, sayMethod, sayOutcome, sayRejects } from './answer-words.fr.ts'
import { inLines, tableText } from './table-columns.ts'

const WIDTH = 80
const tenths = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })
const tenThousandths = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 4 })
const whole = new Intl.NumberFormat('fr-FR')
const percent = (share: number): string => `${tenths.format(100 * share)}\u202f%`

const several = (n: number, one: string): string => `${whole.format(n)} ${one}${n < 2 ? '' : 's'}`

export function answerTable(answer: Answer): string {
  return [
    ...inLines(headOf(answer), WIDTH),
    '',
    ...mainTable(answer),
    ...meansTable(answer),
    ...causesTable(answer),
    ...recurrenceTable(answer),
    '',
    ...notesOf(answer).flatMap((note) => inLines(note, WIDTH)),
  ].join('\n')
}

function headOf(answer: Answer): string {
  const { strata, asOf } = answer
  const n = strata.reduce((sum, stratum) => sum + stratum.n, 0)
  const open = strata.reduce((sum, stratum) => sum + stratum.open, 0)
  const verb = open < 2 ? 'attend' : 'attendent'
  const counted = `${several(n, 'demande')}, dont ${whole.format(open)} ${verb} encore`
  const when = asOf === null ? 'Attentes' : `Attentes ${sayAsOf(asOf)}`
  return [when, sayDayRule(answer), counted].join(' · ')
}

function mainTable({ strata }: Answer): readonly string[] {
  const heads = [keyHead(strata), 'n', 'finies', 'attendent', 'médiane [95\u202f%]', 'clos seuls']
  const rows = strata.map((stratum) => [
    sayKey(stratum),
    whole.format(stratum.n),
    whole.format(stratum.ended),
    whole.format(stratum.open),
    sayQuantile(stratum.median),
    stratum.closedOnly.median === null ? '–' : tenths.format(stratum.closedOnly.median),
  ])
  return tableText(heads, rows, { width: WIDTH })
}

const keyHead = (strata: readonly AnsweredStratum[]): string =>
  Object.keys(strata[0]?.key ?? {}).join(' · ') || 'strate'

/** «(vide)» for a blank value: a row without a name would read as a mistake. */
export function sayKey({ key }: Pick<AnsweredStratum, 'key'>): string {
  const values = Object.values(key)
  return values.length === 0 ? 'ensemble' : values.map((value) => value || '(vide)').join(' · ')
}

/** «102,5 [96 ; 111]»; a bound that is not reached is an infinite one, a median that is not is said so. */
export function sayQuantile({ value, lower, upper, between, reason }: AnsweredQuantile): string {
  if (between && reason === 'known_at_ends') return sayBetweenEnds(between)
  if (value === null && lower === null) return 'non atteinte'
  const low = lower === null ? '–' : tenths.format(lower)
  const high = upper === null ? '…[' : `${tenths.format(upper)}]`
  return `${value === null ? 'non atteinte' : tenths.format(value)} [${low}\u202f; ${high}`
}

/** «entre 90 et 180»: of cut counts, the two ends that surely hold it. */
function sayBetweenEnds([after, by]: readonly [number, number | null]): string {
  if (by === null) return after === 0 ? 'inconnue' : `plus de ${tenths.format(after)}`
  return after === 0
    ? `au plus ${tenths.format(by)}`
    : `entre ${tenths.format(after)} et ${tenths.format(by)}`
}

function meansTable({ strata }: Answer): readonly string[] {
  const tau = strata[0]?.rmean?.tau
  if (tau === undefined) return []
  const title = `Moyenne jusqu’à ${tenths.format(tau)}`
  const rows = strata.map(({ key, rmean }) =>
    rmean?.value == null
      ? [sayKey({ key }), rmean && 'between' in rmean ? sayBounds(rmean.between) : 'non connue', '']
      : [sayKey({ key }), tenths.format(rmean.value), tenths.format(rmean.se)],
  )
  return ['', ...tableText([keyHead(strata), title, 'erreur type'], rows, { width: WIDTH })]
}

const sayBounds = (between: readonly [number, number]): string => {
  const [low, high] = between.map((days) => tenths.format(days))
  return low === high ? `${low}` : `entre ${low} et ${high}`
}

/** The shares at the last time seen: how many ended in each way. */
function causesTable({ strata }: Answer): readonly string[] {
  if (!strata[0]?.causes) return []
  const rows = strata.flatMap(({ key, causes }) =>
    Object.entries(causes ?? {}).map(([outcome, { incidence, se, incidenceLow, incidenceHigh }], at) => [
      at === 0 ? sayKey({ key }) : '',
      sayOutcome(outcome),
      sayShare(incidence, incidenceLow, incidenceHigh),
      percent(se.at(-1) ?? 0),
    ]),
  )
  return ['', ...tableText([keyHead(strata), 'fin', 'part', 'erreur type'], rows, { width: WIDTH, names: 2 })]
}

function sayShare(
  shares: readonly number[],
  low: readonly number[] = shares,
  high: readonly number[] = shares,
) {
  const [least, most] = [low, high].map((all) => percent(all.at(-1) ?? 0))
  return least === most ? `${least}` : `${least} à ${most}`
}

function recurrenceTable({ strata }: Answer): readonly string[] {
  if (!strata[0]?.recurrence) return []
  const hundredths = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 })
  const rows = strata.map(({ key, recurrence }) => [
    sayKey({ key }),
    hundredths.format(recurrence?.mean.at(-1) ?? 0),
    hundredths.format(recurrence?.se.at(-1) ?? 0),
  ])
  return ['', ...tableText([keyHead(strata), 'fois, en moyenne', 'erreur type'], rows, { width: WIDTH })]
}

function notesOf(answer: Answer): string[] {
  const { tests, grid, sources, rejects } = answer
  return [
    ...(tests ? [`${sayTest('Log-rank', tests.logrank)}\u202f; ${sayTest('Peto', tests.peto)}.`] : []),
    '«\u202fclos seuls\u202f»\u202f: médiane des seuls dossiers clos, que publient les autres outils. Elle oublie celles et ceux qui attendent encore.',
    ...sayRejects(rejects),
    ...(grid ? [sayGrid(grid, answer.protected)] : []),
    sayMethod(answer),
    ...sources.map(
      ({ name, rows, sha256 }) =>
        `Source\u202f: ${name}, ${several(rows, 'ligne')}, sha256 ${sha256.slice(0, 16)}…`,
    ),
  ]
}

function sayTest(name: string, { chisq, df, p }: { chisq: number; df: number; p: number }): string {
  const chance = p < 0.0001 ? 'p\u00a0<\u00a00,0001' : `p\u00a0=\u00a0${tenThousandths.format(p)}`
  return `${name}\u202f: χ² = ${tenths.format(chisq)}, ${whole.format(df)} d.l., ${chance}`
}

function sayGrid(grid: readonly number[], isProtected: boolean): string {
  const ends = grid.map((day) => whole.format(day)).join(', ')
  const known = isProtected ? `Comptes protégés, connus aux jours ${ends}.` : `Connu aux jours ${ends}.`
  return `${known} Entre deux jours, personne ne sait quand chaque demande a fini\u202f: médianes et moyennes sont dites entre deux bornes, qui les tiennent à coup sûr.`
}
