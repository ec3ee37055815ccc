import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { sayDay } from '../../kernel/french-calendar.fr.ts'
import { sayLength } from '../../kernel/working-calendar.fr.ts'
import type { LetterDeadline } from './letter-facts.ts'

/** What may be said of each kind in a letter. R is nobody's law here: it is never written to a landlord. */
type SaidDeadlines = { readonly law: readonly string[]; readonly promised: readonly string[] }

/** To the landlord, or to a commission that is told of it. */
export type Addressee = 'landlord' | 'commission'

export function sayDeadlines(
  deadlines: readonly LetterDeadline[],
  today: CalendarDay,
  addressee: Addressee,
): SaidDeadlines {
  const told = quotedDeadlines(deadlines)
  return {
    law: told.filter(({ kind }) => kind !== 'C').map((each) => sayOne(each, today, addressee)),
    promised: told.filter(({ kind }) => kind === 'C').map((each) => sayOne(each, today, addressee)),
  }
}

/** Those that a letter may quote. */
export const quotedDeadlines = (deadlines: readonly LetterDeadline[]): readonly LetterDeadline[] =>
  deadlines.filter(isForALetter)

/** Whether some text of law gives the landlord a number of days: if none does, the letter says so. */
export const lawGivesAFigure = (deadlines: readonly LetterDeadline[]): boolean =>
  deadlines.some((each) => each.kind === 'L' && isForALetter(each) && each.length !== null)

/**
 * Deadlines that bind the tenant or an authority are not the landlord's delay; those that were met are not late; a row of
 * law with neither figure nor article has nothing that a letter could quote.
 */
function isForALetter({ kind, bound, dueOn, stoppedOn, length, source }: LetterDeadline): boolean {
  const isMet = stoppedOn !== undefined && dueOn !== null && stoppedOn <= dueOn
  const isQuotable = length !== null || source.article !== null
  return kind !== 'R' && bound === 'landlord' && !isMet && isQuotable
}

/** A landlord is a body of people, and its promise may stand in a charter, a booklet or a contract. */
const PROMISED: Readonly<Record<Addressee, { readonly it: string; readonly length: string }>> = {
  landlord: { it: 'Vous l’avez promis', length: 'Vous avez promis un délai de' },
  commission: { it: 'Le bailleur l’a promis', length: 'Le bailleur a promis un délai de' },
}

function sayOne(deadline: LetterDeadline, today: CalendarDay, addressee: Addressee): string {
  return [`${deadline.title}.`, weightOf(deadline, addressee), endOf(deadline, today)]
    .filter(Boolean)
    .join(' ')
}

/** The sentence that says what this deadline is worth: law, a remedy, or the landlord's own word. */
function weightOf(deadline: LetterDeadline, addressee: Addressee): string {
  const { length, unit } = deadline
  const figure = length === null || unit === null ? undefined : sayLength(length, unit)
  const from = sourceOf(deadline)
  switch (deadline.kind) {
    case 'L':
      if (!figure) return `La loi l’impose, sans fixer de nombre de jours${from}.`
      return `La loi impose un délai de ${figure}${from}.`
    case 'P':
      return `${startOf(figure)}${from}. Ce délai ouvre un recours, il n’oblige pas à réparer.`
    case 'C':
      if (!figure) return `${PROMISED[addressee].it}${from}.`
      return `${PROMISED[addressee].length} ${figure}${from}.`
    default:
      throw new TypeError(`a letter does not quote a deadline of kind ${deadline.kind}`)
  }
}

const startOf = (figure: string | undefined): string =>
  figure === undefined ? 'Délai sans nombre de jours' : `Délai\u202f: ${figure}`

function sourceOf({ kind, source }: LetterDeadline): string {
  const said = source.article ?? (kind === 'C' ? source.title : null)
  return said === null ? '' : ` (${said})`
}

function endOf({ dueOn }: LetterDeadline, today: CalendarDay): string {
  if (dueOn === null) return ''
  return dueOn < today ? `Ce délai a pris fin le ${sayDay(dueOn)}.` : `Il prend fin le ${sayDay(dueOn)}.`
}
