import { canonicalJson, type Json } from '../../kernel/canonical-json.ts'
import type { SurveyEvent } from './event.ts'
import { type EventRefusal, readEvent } from './read-event.ts'

/** What an envelope held, with what its head said: who wrote it, and where in what they wrote. */
export type Arrival = { readonly device: string; readonly seq: number; readonly told: unknown }

/** An event that could be read. */
export type Heard = { readonly device: string; readonly seq: number; readonly event: SurveyEvent }

/** Kept and waiting: a kind or an instrument of tomorrow, or another content under an id that was already used. */
export type SetAside = {
  readonly device: string
  readonly seq: number
  readonly because: EventRefusal['because'] | 'unknown_form' | 'id_used_before'
  /** The instrument that is not known, by its fingerprint. */
  readonly form?: string
}

type Placed = Arrival & { readonly text: string }

/** One order for what came in any: by device, then by its own count, then by what was said. */
const inOrder = (a: Placed, b: Placed): number =>
  compare(a.device, b.device) || a.seq - b.seq || compare(a.text, b.text)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What can be read of what arrived, each once and in one order, and what is set aside. */
export function hear(
  arrivals: readonly Arrival[],
  knownForms?: ReadonlySet<string>,
): { heard: Heard[]; setAside: SetAside[] } {
  const [heard, setAside, used] = [[] as Heard[], [] as SetAside[], new Set<string>()]
  for (const { device, seq, told } of onceEach(arrivals)) {
    const read = readEvent(told)
    const why = read.ok ? whyAside(read.value, device, used, knownForms) : read.refusal
    if (why) setAside.push({ device, seq, ...why })
    else if (read.ok) heard.push({ device, seq, event: read.value })
    if (read.ok) used.add(`${device} ${read.value.id}`)
  }
  return { heard, setAside }
}

function onceEach(arrivals: readonly Arrival[]): Placed[] {
  // What was unsealed is JSON: it was read as such.
  const placed = arrivals.map((one) => ({ ...one, text: canonicalJson(one.told as Json) })).toSorted(inOrder)
  return placed.filter((one, at) => {
    const before = placed[at - 1]
    return !before || inOrder(before, one) !== 0
  })
}

function whyAside(
  { id, kind, form }: SurveyEvent,
  device: string,
  used: ReadonlySet<string>,
  knownForms: ReadonlySet<string> | undefined,
): Pick<SetAside, 'because' | 'form'> | undefined {
  if (used.has(`${device} ${id}`)) return { because: 'id_used_before' }
  const asks = kind === 'answer_set' || kind === 'answer_cleared'
  const isUnknown = asks && form !== null && knownForms && !knownForms.has(form)
  return isUnknown ? { because: 'unknown_form', form } : undefined
}
