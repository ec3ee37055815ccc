import { rowOf } from '../../complaints/domain/event-kinds.ts'
import { fateOf } from '../../complaints/domain/promises.ts'
import type { ThreadEvent } from '../../ui/thread.tsx'
import type { FollowedWait } from '../domain/followed-wait.ts'
import type { Speech } from '../domain/speech.ts'
import type { ToldLine } from '../domain/told-line.ts'

/** The household's lines as the picture takes them, ended by today while the wait runs. */
export function shownLines({ lines, wait, state, today }: FollowedWait, speech: Speech): ThreadEvent[] {
  const { thread } = speech.say
  const runs = wait.ours !== undefined && wait.ours.until === undefined
  const now: ThreadEvent = {
    id: 'now',
    when: `${thread.today}${speech.say.dates.comma}${speech.day(today)}`,
    day: today,
    side: 'ours',
    title: thread.runs,
  }
  const broken = state.promises
    .filter((promise) => fateOf(promise, today).fate === 'broken')
    .map(({ eventId }) => eventId)
  return [...lines.map((line) => shown(line, speech, broken.includes(line.id))), ...(runs ? [now] : [])]
}

function shown(line: ToldLine, speech: Speech, broken: boolean): ThreadEvent {
  const { kind, happened, actor, words } = line
  const { kinds } = speech.say.thread
  const title = kind === 'retraction' ? '' : kinds[kind]
  const isDay = happened.earliest === happened.latest && happened.precision !== 'before'
  const note = noteOf(line, speech, broken)
  return {
    id: line.id,
    when: speech.about(happened),
    ...(isDay ? { day: happened.earliest } : { approximate: true }),
    side: actor === 'landlord' || actor === 'contractor' ? 'theirs' : 'ours',
    ...(line.undoneOn ? {} : movesOf(kind)),
    ...(kind === 'closure_contested' && !line.undoneOn && { contested: true }),
    title: line.undoneOn ? <del>{title}</del> : title,
    ...(note === '' ? {} : { text: note }),
    ...(words === '' || line.undoneOn ? {} : { said: words }),
    who: whoOf(line, speech),
  }
}

function movesOf(kind: ToldLine['kind']): Pick<ThreadEvent, 'starts' | 'stops'> {
  const { tenant, landlord } = rowOf(kind).clocks
  const begins = (effect: string): boolean => effect === 'start' || effect === 'restart'
  const starts = begins(tenant) ? 'ours' : begins(landlord) ? 'theirs' : undefined
  const stops = tenant === 'stop' ? 'ours' : landlord === 'stop' ? 'theirs' : undefined
  return { ...(starts && { starts }), ...(stops && { stops }) }
}

function noteOf({ promise, undoneOn, before }: ToldLine, { say, day }: Speech, broken: boolean): string {
  const { thread } = say
  return [
    promise ? thread.promised(thread.promises[promise.what], day(promise.dueOn)) : '',
    broken && !undoneOn ? thread.broken : '',
    undoneOn ? thread.undone(day(undoneOn)) : before ? thread.corrected : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function whoOf({ actor, channel, byCode }: ToldLine, { say }: Speech): string {
  const { parties, channels, byCode: here } = say.thread
  const comma = say.dates.comma
  return [parties[actor], channels[channel], byCode ? here : ''].filter((part) => part !== '').join(comma)
}
