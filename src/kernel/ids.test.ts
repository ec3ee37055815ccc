import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUuid, nameId, nameUuid, newId, parseId } from './ids.ts'

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'
const aSpace = '0192f1c4-0000-7000-8000-000000000001'
const parts = fc.array(
  fc.string().map((text) => text.normalize('NFC')),
  { maxLength: 5 },
)
const instant = fc.integer({ min: 0, max: 2 ** 42 }).map((ms) => new Date(ms))
const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 })

describe('an id made from names', () => {
  it('agrees with RFC 9562, appendix A.4', () => {
    expect(nameUuid(DNS, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
  })

  it.each([
    [['B1', '2'], ['B', '12'], 'the border between parts counts'],
    [['B', ''], ['B'], 'an empty part is a part'],
    [['a","b'], ['a', 'b'], 'quotes cannot forge a border'],
    [['gauche'], ['Gauche'], 'case counts: positions are chosen from a list'],
  ])('tells %j from %j: %s', (one, other) => {
    expect(nameId(aSpace, ...one)).not.toBe(nameId(aSpace, ...other))
  })

  it('is the same from two phones, however they compose an accent', () => {
    expect(nameId(aSpace, 'e\u0301tage')).toBe(nameId(aSpace, '\u00e9tage'))
  })

  it('differs from one space to another', () => {
    expect(nameId(aSpace, 'B')).not.toBe(nameId(DNS, 'B'))
  })

  it('refuses a namespace that is not a UUID: that is a bug', () => {
    expect(() => nameId('union', 'B')).toThrow('not a UUID: union')
  })

  it('is a UUID of version 5, equal exactly when the parts are', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const [one, other] = [nameId(aSpace, ...a), nameId(aSpace, ...b)]
        expect(one).toMatch(/^.{14}5.{4}[89ab]/)
        expect(one === other).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
    )
  })
})

describe('a new id', () => {
  it('agrees with RFC 9562, appendix A.6', () => {
    const random = Uint8Array.from(Buffer.from('0cc318c4dc0c0c07398f', 'hex'))
    expect(newId(new Date('2022-02-22T19:22:22.000Z'), random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  it('is a UUID of version 7 and sorts by time', () => {
    fc.assert(
      fc.property(instant, instant, tenBytes, tenBytes, (a, b, x, y) => {
        const [one, other] = [newId(a, x), newId(b, y)]
        expect(one).toMatch(/^.{14}7.{4}[89ab]/)
        expect(a.getTime() >= b.getTime() || one < other).toBe(true)
      }),
    )
  })

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 1000 }, () => newId(new Date()))).size).toBe(1000)
  })
})

describe('reading an id', () => {
  it.each([
    [aSpace, true, 'as the database writes it'],
    [DNS, true, 'any version'],
    [aSpace.toUpperCase(), false, 'capitals: one id has one spelling'],
    [`{${aSpace}}`, false, 'braces'],
    [aSpace.replaceAll('-', ''), false, 'without hyphens'],
    [`${aSpace}\n`, false, 'a line break after it'],
    ["' or 1=1 --", false, 'an attack'],
    ['', false, 'nothing'],
  ])('%j is an id: %s (%s)', (text, isId) => {
    expect(isUuid(text)).toBe(isId)
    expect(parseId(text)).toBe(isId ? text : undefined)
  })
})
