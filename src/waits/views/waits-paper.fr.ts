/** One page of waits: the sentence, the staircase, the figures, how they are made, how to cite them. */
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { sayDay } from '../../kernel/french-calendar.fr.ts'
import type { Answer } from '../domain/answer.ts'
import type { AnsweredStratum } from '../domain/answer-stratum.ts'
import { sayKey, sayQuantile } from '../domain/answer-table.fr.ts'
import { sayAsOf, sayDayRule, sayMethod, sayRejects } from '../domain/answer-words.fr.ts'
import type { Drawing } from '../domain/staircase.ts'
import { notesOf } from './staircase.tsx'
import { staircaseSvg } from './staircase-svg.tsx'
import { sayStaircase } from './staircase-words.fr.ts'

const DOTTED = 'En pointillé\u202f: ce que disent les seuls dossiers clos.'
/** Rows that leave room for the rest on the page. */
const MOST_ROWS = 14

const whole = new Intl.NumberFormat('fr-FR')
const tenths = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** What the command line counts from: nothing is known of who opened the case. */
export const SINCE_OPENED = 'depuis l’ouverture'

/** What stands under a drawing that leaves: what it is of, how it was counted, from what. */
export const sayFigureSource = (answer: Answer): { about: string; source: readonly string[] } => ({
  about: aboutOf(answer),
  source: [
    sayMethod(answer),
    ...answer.sources.map(
      ({ name, rows, sha256 }) => `${name}\u202f: ${several(rows, 'ligne')}, sha256 ${sha256.slice(0, 16)}…`,
    ),
  ],
})

export type WaitsPaperAsked = {
  readonly answer: Answer
  /** The one picture of the page. */
  readonly drawing: Drawing
  /** What the wait is counted from: «depuis l’enregistrement par le bailleur». */
  readonly since: string
  readonly madeOn: CalendarDay
}

/** What `templates/waits.typ` reads. */
export function waitsPaper({ answer, drawing, since, madeOn }: WaitsPaperAsked) {
  const about = aboutOf(answer)
  const shown = answer.strata.toSorted((a, b) => b.n - a.n).slice(0, MOST_ROWS)
  return {
    title: `Attentes ${answer.asOf === null ? '' : sayAsOf(answer.asOf)}`.trim(),
    about,
    picture: staircaseSvg({
      drawing,
      since,
      about: drawing.subject.name,
      source: drawing.closedOnly ? [DOTTED] : [],
    }),
    pictureSaid: [sayStaircase(drawing), ...notesOf(drawing)].join('. '),
    head: [headOf(answer), 'n', 'finies', 'attendent', 'médiane [95\u202f%]', 'clos seuls'],
    rows: shown.map(rowOf),
    more: moreOf(answer.strata.length - shown.length),
    method: methodOf(answer),
    citation: citationOf(answer, madeOn),
    provenance: answer.sources.map(
      ({ name, rows, sha256 }) => `${name}\u202f: ${several(rows, 'ligne')}, sha256 ${sha256}`,
    ),
  }
}

const several = (n: number, one: string): string => `${whole.format(n)} ${one}${n < 2 ? '' : 's'}`

/** The file's own headers; the explorer's is ours. */
const headOf = ({ strata }: Answer): string =>
  Object.keys(strata[0]?.key ?? {})
    .map((header) => (header === 'selection' ? 'sélection' : header))
    .join(' · ') || 'Strate'

function aboutOf(answer: Answer): string {
  const { strata, asOf } = answer
  const n = strata.reduce((sum, stratum) => sum + stratum.n, 0)
  const open = strata.reduce((sum, stratum) => sum + stratum.open, 0)
  const verb = open < 2 ? 'attend' : 'attendent'
  const when = asOf === null ? [] : [`État ${sayAsOf(asOf)}`]
  return [
    ...when,
    `${several(n, 'demande')}, dont ${whole.format(open)} ${verb} encore`,
    sayDayRule(answer),
  ].join(' · ')
}

const rowOf = (stratum: AnsweredStratum): readonly string[] => [
  sayKey(stratum),
  whole.format(stratum.n),
  whole.format(stratum.ended),
  whole.format(stratum.open),
  sayQuantile(stratum.median),
  stratum.closedOnly.median === null ? '–' : tenths.format(stratum.closedOnly.median),
]

function moreOf(count: number): string | null {
  if (count <= 0) return null
  return count === 1
    ? 'Une strate plus petite n’est pas montrée ici.'
    : `${whole.format(count)} strates plus petites ne sont pas montrées ici.`
}

function methodOf(answer: Answer): readonly string[] {
  const { rejects, grid } = answer
  return [
    'Une demande encore ouverte compte\u202f: elle a déjà attendu, et attend encore. La médiane est le temps au bout duquel la moitié ont fini d’attendre\u202f; «\u202fnon atteinte\u202f» quand moins de la moitié ont fini.',
    '«\u202fclos seuls\u202f» est la médiane des seuls dossiers clos, que publient les autres outils\u202f: elle oublie celles et ceux qui attendent encore.',
    sayMethod(answer),
    ...sayRejects(rejects),
    ...(grid
      ? [
          'Les comptes viennent de décomptes groupés par tranches de jours\u202f: une médiane est dite entre deux fins de tranche, qui la tiennent à coup sûr, et la part qui attend est entre deux bornes sûres (table de survie entre elles).',
        ]
      : []),
  ]
}

function citationOf({ asOf, rules, sources }: Answer, madeOn: CalendarDay): string {
  const names = sources.map(({ name }) => name).join(', ')
  const when = asOf === null ? '' : `, ${sayAsOf(asOf)}`
  return `Attentes comptées par Palier (règles ${rules})${when}, d’après ${names}. Fait le ${sayDay(madeOn)}.`
}
