import { sayStanding } from '../../deadlines/public.ts'
import { formatDays } from '../../ui/format.fr.ts'
import { Thread, type ThreadEvent as Shown } from '../../ui/thread.tsx'
import { sayWeekday } from '../../kernel/working-calendar.fr.ts'
import type { HolidayZone } from '../../kernel/holiday-rules.ts'
import { type ComplaintDeadline, standsOn } from '../domain/complaint-deadlines.ts'
import { silenceNow } from '../domain/silence.ts'
import { linesOf, type ThreadLine } from '../domain/thread-lines.ts'
import type { ThreadEvent } from '../domain/event.ts'
import { type AboutThread, shownLines } from './thread-events.tsx'

type Props = AboutThread & {
  readonly thread: readonly ThreadEvent[]
  readonly deadlines: readonly ComplaintDeadline[]
  readonly zone: HolidayZone
}

/** The whole history, with the days on which a deadline passed, down to today. */
export const ComplaintThread = ({ thread, deadlines, zone, ...about }: Props) => {
  const lines = linesOf(thread)
  const shown = shownLines(lines, about)
  const slabs = passed(deadlines, zone, about.today)
  const events = [...withSlabs(lines, shown, slabs), ...todayLine(about)]
  return (
    <section class="part" aria-labelledby="fil">
      <h2 id="fil">Le fil</h2>
      {events.length === 0 ? <p>Rien n’est encore noté.</p> : <Thread events={events} words={WORDS} />}
    </section>
  )
}

/** Read by the union, of a household: not «votre». */
const WORDS = {
  legend: 'Légende',
  ours: 'horloge du foyer',
  theirs: 'celle du bailleur',
  passes: 'un délai passe',
}

type Slab = { readonly on: string; readonly event: Shown }

/** Deadlines that passed and that nothing stopped in time; marks from elsewhere do not enter somebody's history. */
function passed(
  deadlines: readonly ComplaintDeadline[],
  zone: HolidayZone,
  today: AboutThread['today'],
): readonly Slab[] {
  return deadlines.flatMap((deadline) => {
    const { rule, run, dueOn } = deadline
    if (!dueOn || rule.kind === 'R' || rule.bound === 'tenant') return []
    const where = standsOn(deadline, today, zone)
    if (where.state !== 'passed' && where.state !== 'late') return []
    const event: Shown = {
      id: `delai-${rule.id}-${run}`,
      when: sayWeekday(dueOn),
      day: dueOn,
      side: 'ours',
      deadline: rule.kind,
      title: rule.title,
      text: `Dernier jour\u202f; ${sayStanding(where)}.`,
    }
    return [{ on: dueOn, event }]
  })
}

function withSlabs(
  lines: readonly ThreadLine[],
  shown: readonly Shown[],
  slabs: readonly Slab[],
): readonly Shown[] {
  const placeIn = (on: string): number => {
    const after = lines.findIndex(({ event }) => event.happened.latest > on)
    return after === -1 ? lines.length : after
  }
  const ordered = slabs.toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const before = (at: number): Shown[] =>
    ordered.filter(({ on }) => placeIn(on) === at).map(({ event }) => event)
  return [...shown.flatMap((event, at) => [...before(at), event]), ...before(lines.length)]
}

function todayLine({ state, today }: AboutThread): readonly Shown[] {
  const silence = silenceNow(state, today)
  if (silence === undefined) return []
  const text = silence === 0 ? {} : { text: `Plus rien de l’autre côté depuis ${formatDays(silence)}.` }
  return [
    {
      id: 'aujourdhui',
      when: `Aujourd’hui, ${sayWeekday(today)}`,
      side: 'ours',
      title: 'L’attente continue',
      ...text,
    },
  ]
}
