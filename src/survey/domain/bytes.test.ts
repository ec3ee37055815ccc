import fc from 'fast-check'
import { expect, it } from 'vitest'
import { base64url, fromBase64url } from './bytes.ts'

it('writes bytes one way in base64url, and reads no other', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromBase64url(base64url(bytes))).toEqual(bytes)
    }),
  )
  for (const text of ['A', 'AA==', 'a+b/', '*', 'AB']) expect(fromBase64url(text), text).toBeUndefined()
})
