import type { ComponentChildren } from 'preact'
import type { CalendarDay } from '../kernel/calendar-day.ts'
import { type DeadlineKind, Chip } from './chip.tsx'
import { Evidence, type EvidenceKind } from './evidence.tsx'
import { type Clock, type ClockChange, type Strand, strandOf } from './thread-strands.ts'

export type ThreadEvent = ClockChange & {
  readonly id: string
  /** As precisely as it is known: «jeudi 2 juillet 2026», «vers mai 2026». */
  readonly when: string
  /** Only when the day itself is known. */
  readonly day?: CalendarDay
  readonly approximate?: boolean
  /** On whose side it was told. */
  readonly side: Clock
  /** A deadline that passes is a slab across; a contested closure has a lamp knot. */
  readonly deadline?: DeadlineKind
  readonly contested?: boolean
  readonly title: ComponentChildren
  /** What was written before a correction. */
  readonly corrected?: string
  readonly text?: ComponentChildren
  /** Somebody's own words. */
  readonly said?: string
  /** What happens to a clock, in words. */
  readonly clock?: string
  readonly who?: string
  readonly evidence?: { readonly kind: EvidenceKind; readonly words: string }
  /** What stands under the marks: versions of a corrected line, its pictures, what can be done to it. */
  readonly after?: ComponentChildren
}

const OURS: Record<Strand, string> = { none: '', begins: 't0', passes: 't', ends: 't1', runs: 'run' }
const THEIRS: Record<Strand, string> = { none: '', begins: 'b0', passes: 'b', ends: 'b1', runs: 'b-run' }

const classOf = (event: ThreadEvent, ours: Strand, theirs: Strand): string =>
  [
    OURS[ours],
    THEIRS[theirs],
    event.side === 'theirs' ? 'theirs' : '',
    event.stops === undefined ? '' : 'stop',
    event.approximate ? 'about' : '',
    event.deadline === undefined ? '' : 'rule',
    event.contested ? 'clash' : '',
  ]
    .filter((name) => name !== '')
    .join(' ')

/** What the two strands and the slab are called, on a page that is not in French. */
export type ThreadWords = {
  readonly legend: string
  readonly ours: string
  readonly theirs: string
  readonly passes: string
}
const FRENCH: ThreadWords = {
  legend: 'Légende',
  ours: 'votre horloge',
  theirs: 'celle du bailleur',
  passes: 'un délai passe',
}

type ThreadProps = { readonly events: readonly ThreadEvent[]; readonly words?: ThreadWords }

/** One complaint's history down one page, with both clocks: brick is the household's, slate the landlord's. */
export function Thread({ events, words = FRENCH }: ThreadProps) {
  const ours = strandOf('ours', events)
  const theirs = strandOf('theirs', events)
  return (
    <>
      <ul class="threadkey" aria-label={words.legend}>
        <li>
          <i />
          {words.ours}
        </li>
        <li class="th">
          <i />
          {words.theirs}
        </li>
        <li class="ru">
          <i />
          {words.passes}
        </li>
      </ul>
      <ol class="thread">
        {events.map((event, i) => (
          <li
            key={event.id}
            id={`e-${event.id}`}
            class={classOf(event, ours[i] ?? 'none', theirs[i] ?? 'none')}
          >
            <span class="knot" />
            <Event event={event} />
          </li>
        ))}
      </ol>
    </>
  )
}

const Event = ({ event: e }: { event: ThreadEvent }) => (
  <div>
    {e.day === undefined ? <span class="when">{e.when}</span> : <time dateTime={e.day}>{e.when}</time>}
    <h3>{e.title}</h3>
    {e.deadline === undefined && e.text === undefined && e.corrected === undefined ? null : (
      <p>
        {e.deadline === undefined ? null : <Chip kind={e.deadline} />}
        {e.corrected === undefined ? null : (
          <>
            <del>{e.corrected}</del>
            {'\u202f: '}
          </>
        )}
        {e.text}
      </p>
    )}
    {e.said === undefined ? null : (
      <p class="said">
        <q dir="auto">{e.said}</q>
      </p>
    )}
    {e.clock === undefined ? null : (
      <p class="small">
        <strong>{e.clock}</strong>
      </p>
    )}
    <Marks event={e} />
    {e.after}
  </div>
)

const Marks = ({ event: { who, evidence } }: { event: ThreadEvent }) =>
  who === undefined && evidence === undefined ? null : (
    <p class="marks">
      {who === undefined ? null : <span class="mark">{who}</span>}
      {evidence === undefined ? null : <Evidence kind={evidence.kind}>{evidence.words}</Evidence>}
    </p>
  )
