import { type CalendarDay, daysBetween } from '../../kernel/calendar-day.ts'
import { type Length, lengthBetween, momentOn } from '../../kernel/length.ts'
import { sayLength } from '../../kernel/length.fr.ts'
import { type ClockBar, ClockGap, Clocks } from '../../ui/clocks.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { formatDays } from '../../ui/format.fr.ts'
import type { Wait } from '../domain/current-wait.ts'
import type { ComplaintState, Run } from '../domain/state.ts'
import { sayMoment } from './thread-words.fr.ts'

type Props = { readonly wait: Wait; readonly state: ComplaintState; readonly today: CalendarDay }

/** The two clocks side by side on one scale; never one sum. */
export function TwoClocks({ wait, state, today }: Props) {
  const { ours, theirs, tenant, landlord, gap } = wait
  if (!ours || !tenant) return null
  const origin = ours.from.latest
  const end = lastDay([ours, ...(theirs ? [theirs] : [])], today)
  const bar = (run: Run, said: string, note: string): ClockBar => ({
    from: Math.max(0, daysBetween(origin, run.from.latest)),
    ...(run.until && { to: Math.max(0, daysBetween(origin, run.until.latest)) }),
    said,
    note,
  })
  return (
    <section class="part" aria-labelledby="horloges">
      <h2 id="horloges">Deux horloges</h2>
      <div class="cols even">
        <Clocks
          ours={bar(ours, sayLength(tenant), noteOurs(ours, wait.times))}
          {...(theirs && landlord ? { theirs: bar(theirs, sayLength(landlord), noteTheirs(theirs)) } : {})}
          today={Math.max(1, daysBetween(origin, end))}
          names={{ ours: 'Celle du foyer', theirs: 'Celle du bailleur' }}
        />
        <div>
          {gap ? <ClockGap said={gap.days === 0 && gap.most === 0 ? 'aucun' : sayLength(gap)} /> : null}
          <p>{theirs ? sayGap(ours, theirs, state, today) : NOT_REGISTERED}</p>
          <DefinitionList items={[{ term: 'Première réponse sur le fond', value: sayAnswer(wait, state) }]} />
        </div>
      </div>
    </section>
  )
}

const NOT_REGISTERED =
  'Le bailleur n’a pas enregistré cette demande, à ce que le foyer en sait : son horloge n’est pas partie. Celle du foyer n’attend pas la sienne.'

function lastDay(runs: readonly Run[], today: CalendarDay): CalendarDay {
  const ends = runs.map(({ until }) => until?.latest ?? today)
  return ends.toSorted().at(-1) ?? today
}

function noteOurs({ from, until, ending }: Run, times: number): string {
  const start = `${times > 1 ? 'Du retour du problème' : 'Du premier signalement'}, ${sayMoment(from)}`
  if (!until) return `${start}, à aujourd’hui. Elle s’arrête quand le foyer dit que c’est réparé.`
  return `${start}, ${ENDED[ending ?? 'gone']}, ${sayMoment(until)}.`
}

const ENDED = {
  gone: 'au jour où le foyer l’a dit réparé',
  given_up: 'au jour où le foyer a renoncé',
  moved_out: 'au départ du foyer',
} as const

const noteTheirs = ({ from, until }: Run): string =>
  until
    ? `De l’enregistrement, ${sayMoment(from)}, à la clôture, ${sayMoment(until)}.`
    : `De l’enregistrement, ${sayMoment(from)}, à aujourd’hui. Elle s’arrête quand le bailleur clôt.`

/** What the gap is made of, when it is known to the day: a vague day is made no more certain by a subtraction. */
function sayGap(ours: Run, theirs: Run, { contested }: ComplaintState, today: CalendarDay): string {
  const before = exactDays(lengthBetween(ours.from, theirs.from))
  const after = theirs.until ? exactDays(lengthBetween(theirs.until, ours.until ?? momentOn(today))) : 0
  const parts = [
    before > 0 ? `${formatDays(before)} avant d’être enregistrée` : '',
    after > 0 ? `${formatDays(after)} depuis une clôture${contested ? ' que le foyer conteste' : ''}` : '',
  ].filter((part) => part !== '')
  const told = parts.length === 0 ? '' : `${parts.join(', ')}. `
  return `${told}Les deux durées ne sont jamais additionnées ni mélangées.`
}

const exactDays = ({ days, most }: Length): number => (days === most ? days : 0)

function sayAnswer({ answer }: Wait, state: ComplaintState): string {
  const last = state.answer.at(-1)
  if (!answer || !last) return 'rien à attendre encore'
  if (last.answered) return `${sayLength(answer)} après le signalement`
  return last.until ? `jamais venue, ${sayLength(answer)}` : `pas encore venue, ${sayLength(answer)}`
}
