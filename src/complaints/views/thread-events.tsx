import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { sayLength } from '../../kernel/length.fr.ts'
import { daysBetween } from '../../kernel/calendar-day.ts'
import { State } from '../../ui/chip.tsx'
import type { EvidenceKind } from '../../ui/evidence.tsx'
import { formatDays } from '../../ui/format.fr.ts'
import type { ThreadEvent as Shown } from '../../ui/thread.tsx'
import { lengthOf } from '../domain/clocks.ts'
import type { ThreadEvent } from '../domain/event.ts'
import { type Evidence, rowOf } from '../domain/event-kinds.ts'
import { fateOf } from '../domain/promises.ts'
import type { ComplaintState } from '../domain/state.ts'
import type { ThreadLine } from '../domain/thread-lines.ts'
import type { Attachment } from '../store/attachments.ts'
import { EVIDENCE_WORDS } from '../words.fr.ts'
import { AfterLine } from './after-line.tsx'
import { sayFate, sayTitle, sayWhen, sayWho } from './thread-words.fr.ts'

const SHAPES: Record<Evidence, EvidenceKind> = {
  declared: 'declared',
  screenshot: 'screenshot',
  letter: 'letter',
  registered_letter: 'letter',
  landlord_file: 'file',
}

export type AboutThread = {
  readonly complaintId: string
  readonly state: ComplaintState
  readonly today: CalendarDay
  readonly attachments: readonly Attachment[]
}

/** How many runs of each clock were told so far, and which ones still run. */
type Told = { ours: number; theirs: number; running: { ours: boolean; theirs: boolean } }

/** The lines of a thread as the picture takes them; only what moves a clock says so. */
export function shownLines(lines: readonly ThreadLine[], about: AboutThread): Shown[] {
  const told: Told = { ours: 0, theirs: 0, running: { ours: false, theirs: false } }
  return lines.map((line) => (line.retraction ? takenBack(line, about) : shown(line, told, about)))
}

function shown(line: ThreadLine, told: Told, about: AboutThread): Shown {
  const { event } = line
  const change = changeOf(event, told, about)
  const fate = fateOfPromise(event, about)
  return {
    ...basicsOf(event),
    ...change,
    ...(event.kind === 'closure_contested' && { contested: true }),
    title: sayTitle(event),
    ...(fate && { text: fate }),
    after: <AfterLine line={line} complaintId={about.complaintId} attachments={about.attachments} />,
  }
}

/** Its words are struck with the reason, under the marks. */
function takenBack(line: ThreadLine, { complaintId, attachments }: AboutThread): Shown {
  const title = <del>{sayTitle(line.event)}</del>
  const after = <AfterLine line={line} complaintId={complaintId} attachments={attachments} />
  return { ...basicsOf({ ...line.event, words: '' }), title, after }
}

function basicsOf(event: ThreadEvent) {
  const { happened, actor, kind, words, evidence } = event
  const isOurs = actor !== 'landlord' && actor !== 'contractor'
  const isNote = kind === 'note'
  return {
    id: event.id,
    when: sayWhen(happened),
    ...(happened.precision === 'day' ? { day: happened.earliest } : { approximate: true }),
    side: isOurs ? ('ours' as const) : ('theirs' as const),
    ...(words === '' ? {} : isNote ? { text: <bdi>{words}</bdi> } : { said: words }),
    who: sayWho(event),
    evidence: { kind: SHAPES[evidence], words: EVIDENCE_WORDS[evidence] },
  }
}

function fateOfPromise({ id }: ThreadEvent, { state, today }: AboutThread) {
  const promise = state.promises.find(({ eventId }) => eventId === id)
  if (!promise) return undefined
  const fate = fateOf(promise, today)
  const tone = fate.fate === 'kept' ? 'kept' : fate.fate === 'awaited' ? undefined : 'late'
  return <State {...(tone && { tone })}>{sayFate(fate)}</State>
}

/** What this line does to a clock, when it does: a closure of what was never registered stops nothing. */
function changeOf({ kind }: ThreadEvent, told: Told, about: AboutThread): Partial<Shown> {
  const { tenant, landlord } = rowOf(kind).clocks
  return { ...moved('ours', tenant, told, about), ...moved('theirs', landlord, told, about) }
}

function moved(side: 'ours' | 'theirs', effect: string, told: Told, about: AboutThread): Partial<Shown> {
  const begins = (effect === 'start' && told[side] === 0) || effect === 'restart'
  if (begins && !told.running[side]) {
    told[side] += 1
    told.running[side] = true
    return { starts: side, clock: sayStart(side, told, about) }
  }
  if (effect !== 'stop' || !told.running[side]) return {}
  told.running[side] = false
  return { stops: side, clock: sayStop(side, told, about) }
}

function sayStart(side: 'ours' | 'theirs', told: Told, { state }: AboutThread): string {
  const again = told[side] > 1
  if (side === 'ours') return again ? 'L’horloge du foyer repart.' : 'L’horloge du foyer part.'
  const [ours, theirs] = [state.tenant[told.ours - 1], state.landlord[told.theirs - 1]]
  const days = ours && theirs ? daysBetween(ours.from.latest, theirs.from.latest) : 0
  const late = days > 0 ? `, ${formatDays(days)} après celle du foyer` : ''
  return `L’horloge du bailleur ${again ? 'repart' : 'part'}${late}.`
}

function sayStop(side: 'ours' | 'theirs', told: Told, { state, today }: AboutThread): string {
  const run = (side === 'ours' ? state.tenant : state.landlord)[told[side] - 1]
  const length = run ? sayLength(lengthOf(run, today)) : ''
  if (side === 'ours')
    return run?.ending === 'gone'
      ? `L’horloge du foyer s’arrête\u202f: ${length}.`
      : `L’attente est quittée sans réparation\u202f: ${length}.`
  const rest = told.running.ours
    ? ' Celle du foyer continue\u202f: personne, dans le logement, n’a dit que c’était réparé.'
    : ''
  return `L’horloge du bailleur s’arrête\u202f: ${length}.${rest}`
}
