import { describe, expect, it } from 'vitest'
import { accept, refuse, type Result } from './result.ts'

function half(n: number): Result<number, { because: 'odd_number'; was: number }> {
  return n % 2 === 0 ? accept(n / 2) : refuse({ because: 'odd_number', was: n })
}

describe('a result', () => {
  it('carries the value when accepted', () => {
    expect(half(8)).toEqual({ ok: true, value: 4 })
  })

  it('carries the reason when refused', () => {
    expect(half(7)).toEqual({ ok: false, refusal: { because: 'odd_number', was: 7 } })
  })

  it('may have nothing to say but yes', () => {
    expect(accept()).toEqual({ ok: true, value: undefined })
  })
})
