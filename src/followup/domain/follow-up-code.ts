/** Crockford's base32: no I, L, O or U, so that what is copied by hand or read aloud comes back the same. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10
const WRITTEN = /^[0-9A-HJKMNP-TV-Z]{10}$/

declare const normal: unique symbol

/** Ten signs, 50 bits: as it is hashed. Shown and typed in many ways, it has one form. */
export type FollowUpCode = string & { readonly [normal]: true }

/** @param random ten bytes at least; each gives one sign, all equally likely. */
export function newFollowUpCode(random: Uint8Array): FollowUpCode {
  if (random.length < LENGTH) throw new RangeError('a code is made of ten bytes')
  return Array.from(random.subarray(0, LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join('') as FollowUpCode
}

const MISREAD: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' }
const ARABIC_ZEROS = ['\u0660', '\u06f0'] as const

/** What somebody typed, from whatever keyboard; nothing when it cannot be a code. */
export function readFollowUpCode(typed: string): FollowUpCode | undefined {
  const signs = withLatinDigits(typed.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\p{Z}\p{P}\p{C}\s]/gu, '')
    .replace(/[ILO]/g, (sign) => MISREAD[sign] ?? sign)
  return WRITTEN.test(signs) ? (signs as FollowUpCode) : undefined
}

/** A telephone set to Arabic or Persian writes its own digits. */
const withLatinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const zero = ARABIC_ZEROS.findLast((first) => digit >= first) ?? digit
    return String((digit.codePointAt(0) ?? 0) - (zero.codePointAt(0) ?? 0))
  })

/** As it is shown: five by five, «4F7K2-9TQXB». */
export const showFollowUpCode = (code: FollowUpCode): string => `${code.slice(0, 5)}-${code.slice(5)}`

export type CodeRefusal = { readonly because: 'no_such_complaint' | 'no_live_code' }
