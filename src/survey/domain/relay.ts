/** What one phone tells another at the door of a staircase, by a square: hints for one day, which nobody signed. */
import { addDays, calendarDay, type CalendarDay, daysBetween } from '../../kernel/calendar-day.ts'
import { isUuid } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { isDoorInReach, LIMITS } from '../../places/domain/staircase-shape.ts'
import { base64url, fromBase64url, hexOf } from './bytes.ts'
import { type Outcome, OUTCOMES } from './outcomes.ts'

/** A door by its place: the other phone names it alike. */
export type HandedDoor = {
  readonly floor: number
  readonly position: number
  readonly outcome: Outcome
  readonly on: CalendarDay
  readonly comeBackOn: CalendarDay | null
}

export type Relay = {
  readonly staircase: string
  readonly day: CalendarDay
  readonly doors: readonly HandedDoor[]
}

export type RelayRefusal =
  | { readonly because: 'not_a_relay' | 'damaged' | 'newer_version' }
  | { readonly because: 'another_day'; readonly day: CalendarDay }

/** A square that a cheap phone still reads holds 1.5 kB. */
export const LONGEST_RELAY = 1500
const VERSION = 1
const FIRST_DAY = calendarDay('2000-01-01')
const [HEAD, DOOR, SUM] = [1 + 16 + 2, 5, 4]
const MOST_DAYS = 254
export const MOST_HANDED = Math.floor(((LONGEST_RELAY * 3) / 4 - HEAD - SUM) / DOOR)

/** The doors that can be told in one square: those noted last first, none from before the year or from tomorrow. */
export function relayOf({ staircase, day, doors }: Relay): Relay {
  const told = doors.filter((door) => isTellable(door, day))
  const last = told.toSorted((a, b) => (a.on === b.on ? inOrder(a, b) : a.on < b.on ? 1 : -1))
  return { staircase, day, doors: last.slice(0, MOST_HANDED).toSorted(inOrder) }
}

const isTellable = (door: HandedDoor, day: CalendarDay): boolean =>
  isDoorInReach(door) &&
  isNear(daysBetween(door.on, day)) &&
  (door.comeBackOn === null || isNear(daysBetween(door.on, door.comeBackOn)))
const isNear = (days: number): boolean => days >= 0 && days <= MOST_DAYS
const inOrder = (a: HandedDoor, b: HandedDoor): number => a.floor - b.floor || a.position - b.position

/** A version, the staircase, the day, five bytes a door, a checksum; in letters that an address may hold. */
export function writeRelay({ staircase, day, doors }: Relay): string {
  const bytes = new Uint8Array(HEAD + doors.length * DOOR + SUM)
  const view = new DataView(bytes.buffer)
  bytes[0] = VERSION
  bytes.set(
    Array.from(staircase.replaceAll('-', '').matchAll(/../g), ([hex]) => Number.parseInt(hex, 16)),
    1,
  )
  view.setUint16(17, daysBetween(FIRST_DAY, day))
  for (const [at, door] of doors.entries()) bytes.set(bytesOf(door, day), HEAD + at * DOOR)
  view.setUint32(bytes.length - SUM, checksum(bytes.subarray(0, -SUM)))
  return base64url(bytes)
}

const bytesOf = ({ floor, position, outcome, on, comeBackOn }: HandedDoor, day: CalendarDay): number[] => [
  floor - LIMITS.lowestFloor,
  position,
  OUTCOMES.indexOf(outcome),
  daysBetween(on, day),
  comeBackOn === null ? 0 : daysBetween(on, comeBackOn) + 1,
]

/** Reads what a camera or a paste gave, alone or at the end of an address; of another day, it says nothing any more. */
export function readRelay(text: string, today: CalendarDay): Result<Relay, RelayRefusal> {
  const written = text.replaceAll(/\s/g, '').replace(/^.*\//s, '')
  const bytes = written.length > LONGEST_RELAY ? undefined : fromBase64url(written)
  if (!bytes || bytes.length < 1 + SUM) return refuse({ because: 'not_a_relay' })
  const sum = new DataView(bytes.buffer).getUint32(bytes.length - SUM)
  if (sum !== checksum(bytes.subarray(0, -SUM))) return refuse({ because: 'damaged' })
  if (bytes[0] !== VERSION) return refuse({ because: 'newer_version' })
  const relay = relayIn(bytes)
  if (!relay || writeRelay(relay) !== written) return refuse({ because: 'damaged' })
  return relay.day === today ? accept(relay) : refuse({ because: 'another_day', day: relay.day })
}

function relayIn(bytes: Uint8Array<ArrayBuffer>): Relay | undefined {
  const body = bytes.length - HEAD - SUM
  if (body < 0 || body % DOOR !== 0) return undefined
  const staircase = hexOf(bytes.subarray(1, 17)).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  const day = addDays(FIRST_DAY, new DataView(bytes.buffer).getUint16(17))
  const doors = Array.from({ length: body / DOOR }, (_, at) => doorIn(bytes.subarray(HEAD + at * DOOR), day))
  const read = doors.flatMap((door) => door ?? [])
  const isInOrder = read.every((door, at) => at === 0 || inOrder(read[at - 1] ?? door, door) < 0)
  return isUuid(staircase) && read.length === doors.length && isInOrder
    ? { staircase, day, doors: read }
    : undefined
}

function doorIn(
  [level = 0, position = 0, outcome = 0, ago = 0, until = 0]: Uint8Array,
  day: CalendarDay,
): HandedDoor | undefined {
  const [floor, noted, on] = [level + LIMITS.lowestFloor, OUTCOMES[outcome], addDays(day, -ago)]
  if (!noted) return undefined
  const door = {
    floor,
    position,
    outcome: noted,
    on,
    comeBackOn: until === 0 ? null : addDays(on, until - 1),
  }
  return isTellable(door, day) ? door : undefined
}

/** CRC-32 (ISO 3309): one wrong byte, or four side by side, never pass. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
