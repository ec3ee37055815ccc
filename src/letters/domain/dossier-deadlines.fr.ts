import type { Span, Standing } from '../../deadlines/domain/standing.ts'
import { foundNoText } from '../../deadlines/domain/rule.ts'
import { assertNever } from '../../kernel/assert-never.ts'
import { sayDay } from '../../kernel/french-calendar.fr.ts'
import { sayLength } from '../../kernel/working-calendar.fr.ts'
import type { DossierDeadline } from './dossier-facts.ts'
import type { DossierSection } from './dossier.ts'
import { tied } from './typography.ts'

/** Law, remedy, promise and mark from elsewhere never stand in one table: each is worth something else. */
const PARTS = [
  { kind: 'L', title: 'Ce que dit la loi', sentence: 'Un texte oblige le bailleur.' },
  {
    kind: 'P',
    title: 'Ce qui ouvre un recours',
    sentence: 'Ces délais ouvrent ou ferment une démarche. Ils n’obligent pas à réparer.',
  },
  {
    kind: 'C',
    title: 'Ce que le bailleur a promis',
    sentence: 'Une charte ou un contrat. Ce n’est pas la loi.',
  },
  {
    kind: 'R',
    title: 'Repères d’ailleurs',
    sentence: 'Ces règles obligent dans un autre pays. Ici elles n’obligent personne.',
  },
  {
    kind: 'none',
    title: 'Ce que nous n’avons pas trouvé dans la loi',
    sentence:
      'Nous avons cherché un texte, sans en trouver. Il en existe peut-être un\u202f: faites vérifier.',
  },
] as const

const HEAD = ['Délai', 'Compté depuis', 'Jusqu’au', 'À cette date'] as const

export function deadlineSections(deadlines: readonly DossierDeadline[]): readonly DossierSection[] {
  return PARTS.flatMap(({ kind, title, sentence }) => {
    const ofKind = deadlines.filter((each) => (foundNoText(each) ? 'none' : each.kind) === kind)
    if (ofKind.length === 0) return []
    const rows = ofKind.map((each) => [
      tied(nameOf(each)),
      tied(each.startedOn),
      each.dueOn === null ? 'pas de date' : tied(sayDay(each.dueOn)),
      sayStanding(each.standing),
    ])
    return [
      {
        title,
        parts: [
          { kind: 'paragraph' as const, text: sentence },
          { kind: 'table' as const, head: HEAD, widths: [5, 3, 3, 3], rows },
        ],
      },
    ]
  })
}

function nameOf(each: DossierDeadline): string {
  const { kind, title, length, unit, source, isChecked } = each
  if (foundNoText(each)) return `${title}\u202f: aucun texte trouvé.`
  const figure = length === null || unit === null ? 'pas de chiffre' : sayLength(length, unit)
  const isLaw = kind === 'L' || kind === 'P'
  const checked = isChecked || !isLaw ? '' : ' À faire vérifier par un·e juriste.'
  return `${title}\u202f: ${figure} (${source.article ?? source.title}).${checked}`
}

function sayStanding(standing: Standing): string {
  switch (standing.state) {
    case 'no_figure':
      return 'pas de nombre de jours'
    case 'running':
      return `reste ${saySpan(standing.left)}`
    case 'met':
      return 'tenu'
    case 'late':
      return `fini avec ${saySpan(standing.by)} de retard`
    case 'passed':
      return `passé depuis ${saySpan(standing.since)}`
    default:
      return assertNever(standing)
  }
}

const saySpan = ({ days, unit }: Span): string => sayLength(days, unit)
