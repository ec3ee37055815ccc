import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type DayLock, isCode, isOver, makeLock, openCopy, openLock, sealCopy } from './day-lock.ts'

const SECRET = new Uint8Array(32).fill(7)
const HOUR = 3_600_000
const VISIT = '0199f2f2-0000-7000-8000-000000000001'
let lock: DayLock
let key: CryptoKey
beforeAll(async () => {
  ;({ lock, key } = await makeLock('482915', SECRET, 0))
})

it.each([
  ['482915', true, 'six digits'],
  ['48291', false, 'five'],
  ['4829156', false, 'seven'],
  ['48291a', false, 'a letter'],
  ['٤٨٢٩١٥', false, 'digits of another script: the phone writes them as these'],
  ['', false, 'nothing'],
])('«%s» is a code: %s (%s)', (typed, expected) => expect(isCode(typed)).toBe(expected))

it.each([
  [0, false, 'just made'],
  [12 * HOUR, false, 'twelve hours later, to the millisecond'],
  [12 * HOUR + 1, true, 'past them'],
  [-HOUR / 2, false, 'a clock that was half an hour fast'],
  [-2 * HOUR, true, 'a clock that somebody put back'],
])('at %d ms it is over: %s (%s)', (now, expected) => expect(isOver(lock, now)).toBe(expected))

describe('a lock', () => {
  it('opens with its code, on the same words', async () => {
    const copy = await sealCopy(key, VISIT, { words: 'Le plafond goutte' })
    const again = await openLock(lock, '482915')
    expect(again && (await openCopy(again, VISIT, copy))).toEqual({ words: 'Le plafond goutte' })
  })

  it('does not open with another code, nor with another half, nor once touched', async () => {
    expect(await openLock(lock, '482916')).toBeUndefined()
    const other = await makeLock('482915', new Uint8Array(32).fill(8), 0)
    expect(await openLock({ ...lock, secret: other.lock.secret }, '482915')).toBeUndefined()
    const wrapped = Uint8Array.from(lock.wrapped, (byte, at) => (at === 3 ? byte ^ 1 : byte))
    expect(await openLock({ ...lock, wrapped }, '482915')).toBeUndefined()
  })

  it('gives no key away as bytes', async () => {
    for (const one of [key, lock.secret])
      await expect(crypto.subtle.exportKey('raw', one)).rejects.toThrow('not extractable')
  })
})

describe('a copy', () => {
  it('opens as it was, whatever was said; never twice the same on the disk', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })), async (said) => {
        const [one, other] = [await sealCopy(key, VISIT, said), await sealCopy(key, VISIT, said)]
        expect(await openCopy(key, VISIT, one)).toEqual(JSON.parse(JSON.stringify(said)))
        expect(one.bytes).not.toEqual(other.bytes)
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    ['of another visit', (bytes: Uint8Array<ArrayBuffer>) => bytes, `${VISIT.slice(0, -1)}2`],
    ['cut short', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -1), VISIT],
    [
      'with one bit changed',
      (bytes: Uint8Array<ArrayBuffer>) => bytes.map((b, at) => b ^ Number(at === 5)),
      VISIT,
    ],
  ])('%s does not open', async (_, touch, visit) => {
    const copy = await sealCopy(key, VISIT, { words: 'x' })
    expect(await openCopy(key, visit, { ...copy, bytes: touch(copy.bytes) })).toBeUndefined()
  })
})
