import type { CountedWaits } from '../domain/counted-waits.ts'
import type { WaitsOrigin } from '../domain/explorer-waits.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { formatCount, formatDay } from '../../ui/format.fr.ts'
import { CLOCK_WORDS, saySurveyed } from './explorer-words.fr.ts'

type Leaving = {
  readonly counted: CountedWaits
  readonly origin: WaitsOrigin
  readonly rolledUp: readonly string[]
}

const PROTECTED =
  'Comptes protégés\u202f: par tranches d’au moins cinq sorties, rien d’un groupe de moins de dix. La courbe n’est connue qu’à la fin des tranches, entre deux bornes qui tiennent à coup sûr la vraie (entre elles, une table de survie)\u202f; une médiane est dite entre deux fins de tranche.'
const EXACT = 'Comptes exacts, pour l’usage de cet espace\u202f: ne pas publier.'

/** What a file that leaves says of itself: whose clock, as of when, from what, protected or not, what was rolled up. */
export const sayLeaving = ({ counted, origin, rolledUp }: Leaving): readonly string[] => [
  `${CLOCK_WORDS[origin.clock].title}. État au ${formatDay(origin.asOf)}. Kaplan-Meier, jours civils, règles ${counted.rules}.`,
  ...origin.sources.map(
    ({ name, rows, sha256 }) => `Source\u202f: ${name}, ${formatCount(rows, 'ligne')}, sha256 ${sha256}.`,
  ),
  counted.protected ? PROTECTED : EXACT,
  ...(origin.routes ? [saySurveyed(origin.routes)] : []),
  ...rolledUp,
]

/** Too little has changed for today's counts to leave beside the former ones: those leave again. */
export const sayEarlier = (today: string, before: string): string =>
  `Moins de cinq demandes ont changé dans un groupe entre le ${formatDay(calendarDay(before))} et le ${formatDay(calendarDay(today))}\u202f: les deux comptes se soustrairaient. Celui du ${formatDay(calendarDay(before))} sort de nouveau.`
