import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { Purpose } from '../../people/domain/consent.ts'
import type { Json } from '../../kernel/canonical-json.ts'
import type { Bodies, Contact, DoorPlace, EventKind, EventOf, Sampling, SurveyEvent } from './event.ts'
import type { Outcome } from './outcomes.ts'
import { type Arrival, type Heard, hear, type SetAside } from './hear-events.ts'

/** One knock at one door, as its events tell it. */
export type Visit = {
  readonly id: string
  readonly device: string
  readonly door: string
  readonly place?: DoorPlace
  readonly sampling?: Sampling
  readonly outcome?: Outcome
  readonly comeBackOn: CalendarDay | null
  /** What the phone's clock said at its last event: shown, never compared with another phone's. */
  readonly said: string
  readonly form: string | null
  readonly answers: Readonly<Record<string, Json>>
  readonly contact?: Contact
  /** The wording that was heard for each consent that stands. */
  readonly consents: { readonly [P in Purpose]?: string }
  /** What was refused, or agreed to and taken back: not the same as what nobody asked yet. */
  readonly withdrawn: readonly Purpose[]
  readonly code?: string
  readonly blobs: readonly Bodies['blob_added'][]
  readonly isClosed: boolean
  readonly supersedes?: string
  /** Where it stands in what its device wrote. */
  readonly lastSeq: number
  /** A later visit of this door says it stands for this one. */
  readonly isReplaced: boolean
  /** Another device visited this door too: both are kept, and somebody may look. */
  readonly sharesDoor: boolean
}

export type FoundDoor = Bodies['door_found'] & { readonly id: string; readonly device: string }

export type Folded = {
  readonly visits: readonly Visit[]
  readonly foundDoors: readonly FoundDoor[]
  /** Kept, and not understood yet. */
  readonly setAside: readonly SetAside[]
}

/**
 * What events tell, whatever order they came in and however often. Within a device its own count orders; between
 * devices nothing does, and no clock is asked.
 * @param knownForms instruments that can be read; an answer to another waits. Absent: all are known.
 */
export function foldVisits(arrivals: readonly Arrival[], knownForms?: ReadonlySet<string>): Folded {
  const { heard, setAside } = hear(arrivals, knownForms)
  const isUndone = undoneIn(heard)
  const standing = heard.filter((one) => one.event.kind !== 'undone' && !isUndone(one))
  const visits = [...groupedBy(standing, ({ device, event }) => `${device} ${event.visit}`).values()].map(
    visitOf,
  )
  return { visits: withDoors(visits), foundDoors: foundIn(standing), setAside }
}

/** A phone takes back what it wrote itself, never what another did; taking back is not taken back. */
function undoneIn(heard: readonly Heard[]): (one: Heard) => boolean {
  const undone = new Set(
    heard.flatMap(({ device, event }) =>
      event.kind === 'undone' ? event.body.events.map((id) => `${device} ${id}`) : [],
    ),
  )
  return ({ device, event }) => undone.has(`${device} ${event.id}`)
}

function visitOf(group: readonly Heard[]): Visit {
  const [first, last] = [group[0], group.at(-1)]
  if (!first || !last) throw new Error('a group holds something')
  const start: Visit = {
    id: first.event.visit,
    device: first.device,
    door: first.event.door,
    said: last.event.at,
    form: null,
    comeBackOn: null,
    answers: {},
    consents: {},
    withdrawn: [],
    blobs: [],
    isClosed: false,
    lastSeq: last.seq,
    isReplaced: false,
    sharesDoor: false,
  }
  return group.reduce((visit, { event }) => ({ ...visit, ...form(event), ...told(visit, event) }), start)
}

const form = ({ form: open }: SurveyEvent): Partial<Visit> => (open === null ? {} : { form: open })

/** What an event changes of its visit, one line per kind. */
const CHANGES: { readonly [K in EventKind]: (visit: Visit, body: Bodies[K]) => Partial<Visit> } = {
  visit_opened: (_, { sampling, ...place }) => ({ place, sampling }),
  outcome_noted: (_, noted) => noted,
  answer_set: ({ answers }, { path, value }) => ({ answers: { ...answers, [path]: value } }),
  answer_cleared: ({ answers }, { path }) => ({ answers: without(answers, path) }),
  contact_given: (_, contact) => ({ contact }),
  consent_given: ({ consents, withdrawn }, { purpose, wording }) => ({
    consents: { ...consents, [purpose]: wording },
    withdrawn: withdrawn.filter((each) => each !== purpose),
  }),
  consent_withdrawn: ({ consents, withdrawn }, { purpose }) => ({
    consents: without(consents, purpose),
    withdrawn: [...new Set([...withdrawn, purpose])],
  }),
  code_drawn: (_, { code }) => ({ code }),
  blob_added: ({ blobs }, blob) => ({ blobs: [...blobs, blob] }),
  visit_closed: () => ({ isClosed: true }),
  visit_corrected: (_, { supersedes }) => ({ supersedes }),
  door_found: () => ({}),
  undone: () => ({}),
}

const told = <K extends EventKind>(visit: Visit, { kind, body }: EventOf<K>): Partial<Visit> =>
  CHANGES[kind](visit, body)

const without = <T extends object>(of: T, name: string): T =>
  Object.fromEntries(Object.entries(of).filter(([each]) => each !== name)) as T

/** Which visits are replaced, and which doors were knocked at by two devices. */
function withDoors(visits: readonly Visit[]): Visit[] {
  const byDoor = groupedBy(visits, ({ door }) => door)
  return visits.map((visit) => {
    const neighbours = byDoor.get(visit.door) ?? []
    const isReplaced = neighbours.some((other) => replaces(other, visit))
    return { ...visit, isReplaced, sharesDoor: neighbours.some((other) => other.device !== visit.device) }
  })
}

/** Two visits that each claim to stand for the other: one of them stays, always the same one. */
const replaces = (one: Visit, other: Visit): boolean =>
  one.id !== other.id && one.supersedes === other.id && !(other.supersedes === one.id && other.id > one.id)

/** One place per door: what its first device last said of it, in the order of their names. */
function foundIn(standing: readonly Heard[]): FoundDoor[] {
  const found = standing.flatMap(({ device, event }) =>
    event.kind === 'door_found' ? [{ ...event.body, id: event.door, device }] : [],
  )
  return [...groupedBy(found, ({ id }) => id).values()].flatMap(
    (same) => same.findLast(({ device }) => device === same[0]?.device) ?? [],
  )
}

function groupedBy<T>(all: readonly T[], nameOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(nameOf(one))
    if (group) group.push(one)
    else groups.set(nameOf(one), [one])
  }
  return groups
}
