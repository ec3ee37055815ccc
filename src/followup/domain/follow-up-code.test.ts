import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newFollowUpCode, readFollowUpCode, showFollowUpCode } from './follow-up-code.ts'

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
const codes = bytes.map(newFollowUpCode)

describe('a code', () => {
  it('is ten signs that are not mistaken for one another', () => {
    fc.assert(fc.property(codes, (code) => /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code)))
  })

  it('has each sign as often as the others: 32 divides what a byte can be', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte++) {
      const sign = newFollowUpCode(new Uint8Array(10).fill(byte)).charAt(0)
      counts.set(sign, (counts.get(sign) ?? 0) + 1)
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8))
  })

  it('needs its ten bytes', () => {
    expect(() => newFollowUpCode(randomBytes(9))).toThrow('ten bytes')
  })

  it('is read back as it is shown', () => {
    fc.assert(fc.property(codes, (code) => readFollowUpCode(showFollowUpCode(code)) === code))
  })

  it('is read back however it was copied: case, spaces, dashes, I and L for 1, O for 0', () => {
    const parts = fc.constantFrom('', ' ', '-', ' – ', '\u00a0', '\u202f', '.', '\u200f')
    const sloppy = (sign: string, lower: boolean, look: number): string => {
      const written =
        sign === '1' ? (['1', 'I', 'L'][look % 3] ?? '1') : sign === '0' && look % 2 ? 'O' : sign
      return lower ? written.toLowerCase() : written
    }
    const signs = fc.array(fc.tuple(fc.boolean(), fc.nat(5), parts), { minLength: 10, maxLength: 10 })
    fc.assert(
      fc.property(codes, signs, (code, ways) => {
        const typed = ways
          .map(([lower, look, part], i) => part + sloppy(code.charAt(i), lower, look))
          .join('')
        return readFollowUpCode(typed) === code
      }),
    )
  })

  it.each([
    ['٤F٧K٢٩TQXB', '4F7K29TQXB', 'digits of an Arabic keyboard'],
    ['۴f۷k۲ ۹tqxb', '4F7K29TQXB', 'and of a Persian one'],
    ['４Ｆ７Ｋ２９ＴＱＸＢ', '4F7K29TQXB', 'full width'],
  ])('%s is %s: %s', (typed, code) => {
    expect(readFollowUpCode(typed)).toBe(code)
  })

  it.each([
    ['', 'nothing'],
    ['4F7K29TQX', 'nine signs'],
    ['4F7K29TQXB1', 'eleven'],
    ['4F7K29TQXU', 'U is no sign of a code'],
    ["' or 1=1 --", 'no code'],
    ['é'.repeat(10), 'letters of no code'],
    ['𝟒'.repeat(5), 'too few, in two units each'],
  ])('«%s» is none: %s', (typed) => {
    expect(readFollowUpCode(typed)).toBeUndefined()
  })
})
