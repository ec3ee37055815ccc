import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { secretsOf } from './secrets.ts'

const ours = secretsOf('a secret of the installation')
const bytes = randomBytes(100_000)
const sealed = ours.sealBytes('attachment', 'space/one', bytes)
const changedAt = (at: number): Buffer => {
  const copy = Buffer.from(sealed)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

describe('sealed bytes', () => {
  it('come back as they were, and are never sealed twice alike', () => {
    expect(ours.openBytes('attachment', 'space/one', sealed)).toEqual(bytes)
    expect(ours.sealBytes('attachment', 'space/one', bytes)).not.toEqual(sealed)
    expect(
      ours.openBytes('attachment', 'x', ours.sealBytes('attachment', 'x', Buffer.alloc(0))),
    ).toHaveLength(0)
  })

  it('show nothing of what they hold', () => {
    const said = Buffer.from('a photo of a kitchen'.repeat(50))
    expect(ours.sealBytes('attachment', 'space/one', said).includes('kitchen')).toBe(false)
  })

  it.each<[string, () => unknown]>([
    ['with another secret', () => secretsOf('another').openBytes('attachment', 'space/one', sealed)],
    ['about another row', () => ours.openBytes('attachment', 'space/two', sealed)],
    ['for another purpose', () => ours.openBytes('letter', 'space/one', sealed)],
    ['as a sealed text', () => ours.open(sealed)],
    ['with a byte of the body changed', () => ours.openBytes('attachment', 'space/one', changedAt(5_000))],
    ['with a byte of the nonce changed', () => ours.openBytes('attachment', 'space/one', changedAt(0))],
    ['with a byte of the tag changed', () => ours.openBytes('attachment', 'space/one', changedAt(12))],
    ['cut short', () => ours.openBytes('attachment', 'space/one', sealed.subarray(0, -1))],
    ['cut to a part of the tag', () => ours.openBytes('attachment', 'space/one', sealed.subarray(0, 16))],
    ['of nothing', () => ours.openBytes('attachment', 'space/one', Buffer.alloc(0))],
  ])('do not open %s', (_, open) => {
    expect(open).toThrow(/authenticat|nonce|initialization|invalid/i)
  })
})

it('a sealed text comes back, and only to the installation that sealed it', () => {
  const text = ours.seal('« Ça ne chauffe pas » 🥶')
  expect(ours.open(text)).toBe('« Ça ne chauffe pas » 🥶')
  expect(() => secretsOf('another').open(text)).toThrow(/authenticate/)
})
