import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha1 } from './sha1.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

it.each([
  ['', 'da39a3ee5e6b4b0d3255bfef95601890afd80709', 'nothing'],
  ['abc', 'a9993e364706816aba3e25717850c26c9cd0d89d', 'FIPS 180, one block'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '84983e441c3bd26ebaae4aa1f95129e5e54670f1',
    'FIPS 180, two blocks',
  ],
])('%j is %s (%s)', (text, digest) => expect(hex(sha1(new TextEncoder().encode(text)))).toBe(digest))

it('agrees with OpenSSL at every length around a block', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(hex(sha1(bytes))).toBe(createHash('sha1').update(bytes).digest('hex'))
    }),
    { numRuns: 400 },
  )
})
