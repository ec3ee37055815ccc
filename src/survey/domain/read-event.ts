import { parseCalendarDay } from '../../kernel/calendar-day.ts'
import { isUuid } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { PURPOSES } from '../../people/domain/consent.ts'
import type { Json } from '../../kernel/canonical-json.ts'
import { type Bodies, type EventBase, type EventKind, SAMPLINGS, type SurveyEvent } from './event.ts'
import { isOutcome } from './outcomes.ts'

/** A kind we do not know may come from a newer phone: it is set aside whole, never thrown away. */
export type EventRefusal = { readonly because: 'not_an_event' | 'unknown_kind' | 'unreadable_body' }

type Members = Readonly<Record<string, unknown>>
type Reader<K extends EventKind> = (body: Members) => Bodies[K] | undefined

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest
const isId = (value: unknown): value is string => typeof value === 'string' && isUuid(value)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isSha256 = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isJson = (value: unknown): value is Json => value !== undefined
const isPath = (value: unknown): value is string =>
  isText(value, 500) && value !== '' && !value.includes('\0') && value.isWellFormed()
const oneOf = <const T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((word) => word === value)

/** Four hundred floors are a slip of the finger, and are said at the door; what arrives is kept all the same. */
function placeOf({ staircase, floor, position }: Members) {
  const isPlace = isId(staircase) && Number.isSafeInteger(floor) && isCount(position)
  return isPlace ? { staircase, floor: Number(floor), position } : undefined
}

function contactOf({ name = '', phone = '', email = '', language = '' }: Members) {
  if (!isText(name, 300) || !isText(phone, 300) || !isText(email, 300) || !isText(language, 35))
    return undefined
  return { name, phone, email, language }
}

function blobOf({ sha256, kind, bytes }: Members) {
  const known = oneOf(['photo', 'voice'], kind)
  return known && isSha256(sha256) && isCount(bytes) ? { sha256, kind: known, bytes } : undefined
}

function outcomeOf({ outcome, comeBackOn }: Members) {
  if (!isOutcome(outcome)) return undefined
  return { outcome, comeBackOn: (typeof comeBackOn === 'string' && parseCalendarDay(comeBackOn)) || null }
}

const READERS: { readonly [K in EventKind]: Reader<K> } = {
  visit_opened: (body) => {
    const place = placeOf(body)
    return place && { ...place, sampling: oneOf(SAMPLINGS, body['sampling']) ?? 'systematic' }
  },
  outcome_noted: outcomeOf,
  answer_set: ({ path, value }) => (isPath(path) && isJson(value) ? { path, value } : undefined),
  answer_cleared: ({ path }) => (isPath(path) ? { path } : undefined),
  contact_given: contactOf,
  consent_given: (body) => {
    const purpose = oneOf(PURPOSES, body['purpose'])
    const wording = body['wording']
    return purpose && isText(wording, 60) ? { purpose, wording } : undefined
  },
  consent_withdrawn: (body) => {
    const purpose = oneOf(PURPOSES, body['purpose'])
    return purpose && { purpose }
  },
  code_drawn: ({ code }) => (isText(code, 40) && code !== '' ? { code } : undefined),
  blob_added: blobOf,
  visit_closed: () => ({}),
  visit_corrected: ({ supersedes }) => (isId(supersedes) ? { supersedes } : undefined),
  door_found: (body) => {
    const place = placeOf(body)
    return place && isText(body['label'], 300) ? { ...place, label: body['label'] } : undefined
  },
  undone: ({ events }) => (Array.isArray(events) && events.every(isId) ? { events } : undefined),
}

const isKind = (kind: unknown): kind is EventKind => typeof kind === 'string' && Object.hasOwn(READERS, kind)
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads what an envelope held. What it does not know in a body it leaves out; what it lacks refuses the event. */
export function readEvent(told: unknown): Result<SurveyEvent, EventRefusal> {
  const base = baseOf(told)
  if (!base || !isMembers(told)) return refuse({ because: 'not_an_event' })
  const { kind, body } = told
  if (!isKind(kind)) return refuse({ because: 'unknown_kind' })
  const read = isMembers(body) ? READERS[kind](body) : undefined
  // One reader per kind, by the type of READERS: the kind and its body agree.
  return read ? accept({ ...base, kind, body: read } as SurveyEvent) : refuse({ because: 'unreadable_body' })
}

/** A clock of 2019 is a fact like another; a clock that says nothing readable is none. */
function baseOf(told: unknown): EventBase | undefined {
  if (!isMembers(told)) return undefined
  const { id, visit, door, form, at, boot } = told
  if (!isId(id) || !isId(visit) || !isId(door) || !isText(at, 40) || Number.isNaN(Date.parse(at)))
    return undefined
  if (form !== null && !isSha256(form)) return undefined
  if (!isMembers(boot) || !isText(boot['id'], 60) || typeof boot['ms'] !== 'number') return undefined
  return { id, visit, door, form, at, boot: { id: boot['id'], ms: boot['ms'] } }
}
