import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDay } from '../../kernel/calendar-day.ts'
import { base64url, fromBase64url } from './bytes.ts'
import {
  type HandedDoor,
  type Relay,
  relayOf,
  LONGEST_RELAY,
  MOST_HANDED,
  readRelay,
  writeRelay,
} from './relay.ts'
import { OUTCOMES } from './outcomes.ts'

const today = calendarDay('2026-11-24')
const staircase = '0192f1c4-7a00-7000-8000-00000000000a'
const door: HandedDoor = {
  floor: 3,
  position: 2,
  outcome: 'come_back',
  on: today,
  comeBackOn: addDays(today, 2),
}

const doors = fc
  .uniqueArray(
    fc.record({
      floor: fc.integer({ min: -5, max: 60 }),
      position: fc.integer({ min: 1, max: 20 }),
      outcome: fc.constantFrom(...OUTCOMES),
      on: fc.integer({ min: 0, max: 254 }).map((ago) => addDays(today, -ago)),
      until: fc.option(fc.integer({ min: 0, max: 254 })),
    }),
    { selector: ({ floor, position }) => `${floor} ${position}`, maxLength: 80 },
  )
  .map((all) =>
    all.map(({ until, ...one }): HandedDoor => ({
      ...one,
      comeBackOn: until === null ? null : addDays(one.on, until),
    })),
  )
const relays = fc.record({ staircase: fc.uuid(), day: fc.constant(today), doors }).map(relayOf)

describe('a staircase handed over', () => {
  it('is read as it was written, alone or at the end of an address', () => {
    fc.assert(
      fc.property(relays, (relay) => {
        const text = writeRelay(relay)
        for (const given of [
          text,
          `https://union.example/porte-a-porte#/relais/${text}`,
          ` ${text.slice(0, 9)}\n${text.slice(9)} `,
        ])
          expect(readRelay(given, today)).toEqual({ ok: true, value: relay })
      }),
    )
  })

  it('is refused when any one byte of it is another', () => {
    fc.assert(
      fc.property(relays, fc.nat(), fc.integer({ min: 1, max: 255 }), (relay, where, change) => {
        const bytes = fromBase64url(writeRelay(relay)) ?? new Uint8Array()
        const at = where % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ change
        expect(readRelay(base64url(bytes), today)).toEqual({ ok: false, refusal: { because: 'damaged' } })
      }),
    )
  })

  it('is never read from anything else, and never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => !readRelay(text, today).ok))
  })

  it.each([
    ['nothing', '', 'not_a_relay'],
    ['the address of a hotel', 'https://wifi.example/accueil', 'not_a_relay'],
    ['cut in the middle', writeRelay({ staircase, day: today, doors: [door] }).slice(0, 20), 'damaged'],
    ['too long for a square', 'A'.repeat(LONGEST_RELAY + 1), 'not_a_relay'],
    ['of yesterday', writeRelay({ staircase, day: addDays(today, -1), doors: [] }), 'another_day'],
    ['of tomorrow', writeRelay({ staircase, day: addDays(today, 1), doors: [] }), 'another_day'],
    ['of a version to come', withVersion(2), 'newer_version'],
  ])('refuses what is %s', (_, text, because) => {
    expect(readRelay(text, today)).toMatchObject({ ok: false, refusal: { because } })
  })

  it('fits in one square: of too many doors the last noted go', () => {
    const many = Array.from({ length: 60 * 20 }, (_, at): HandedDoor => ({
      ...door,
      floor: Math.floor(at / 20),
      position: (at % 20) + 1,
      on: at < 5 ? today : addDays(today, -3),
    }))
    const relay = relayOf({ staircase, day: today, doors: many.toReversed() })
    expect(relay.doors).toHaveLength(MOST_HANDED)
    expect(relay.doors.slice(0, 5).every(({ on }) => on === today)).toBe(true)
    expect(writeRelay(relay).length).toBeLessThanOrEqual(LONGEST_RELAY)
    expect(readRelay(writeRelay(relay), today)).toEqual({ ok: true, value: relay })
  })

  it.each([
    ['on the four hundredth floor', { floor: 400 }],
    ['noted tomorrow, by a clock that is wrong', { on: addDays(today, 1), comeBackOn: null }],
    ['noted in 2019', { on: calendarDay('2019-01-01'), comeBackOn: null }],
    ['to come back to before it was noted', { comeBackOn: addDays(today, -1) }],
  ])('leaves out a door %s', (_, odd) => {
    const relay: Relay = {
      staircase,
      day: today,
      doors: [
        { ...door, position: 1 },
        { ...door, ...odd },
      ],
    }
    expect(relayOf(relay).doors).toEqual([{ ...door, position: 1 }])
  })
})

/** Written as of now, with its checksum right. */
function withVersion(version: number): string {
  const bytes = fromBase64url(writeRelay({ staircase, day: today, doors: [] })) ?? new Uint8Array()
  bytes[0] = version
  return base64url(new Uint8Array([...bytes.subarray(0, -4), ...crc(bytes.subarray(0, -4))]))
}

/** The same sum by its table of one byte, so that the other is not held against itself. */
function crc(bytes: Uint8Array): number[] {
  const table = Array.from({ length: 256 }, (_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
    return value
  })
  const sum = ~bytes.reduce((sofar, byte) => (table[(sofar ^ byte) & 0xff] ?? 0) ^ (sofar >>> 8), -1) >>> 0
  return [sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255]
}
