import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isVisible, typedLine, typedText } from './typed-text.ts'

describe('a line as its writer meant it', () => {
  it.each([
    ['  Ana \u00a0  Lima\t', 'Ana Lima', 'spaces of every kind'],
    ['«\u202fAna\u202f»\u00a0:', '«\u202fAna\u202f»\u00a0:', 'a space of French typography stays'],
    ['Ana\r\nLima', 'Ana Lima', 'a line end pasted in a name'],
    ['Ana\u0085\u2028Lima', 'Ana Lima', 'line ends of other systems'],
    ['E\u0301loi\u0308se', 'Éloïse', 'accents typed apart'],
    ['E\u200b\u0301loïse', 'Éloïse', 'an accent parted from its letter'],
    ['A\u0000n\u0007a\u007f', 'Ana', 'control characters'],
    ['\u202eanA\u202c', 'anA', 'an override of direction'],
    ['\u2066Ana\u2069', 'Ana', 'an isolate'],
    ['\ufeffA\u200bn\u2060a', 'Ana', 'signs of no width'],
    ['👩\u200d👧 Léa', '👩\u200d👧 Léa', 'the joiner of an emoji stays'],
    ['می\u200cخواهم', 'می\u200cخواهم', 'the non-joiner of Persian stays'],
    ['مريم\u200f (12)', 'مريم\u200f (12)', 'a mark of direction stays'],
    ['❤\ufe0f', '❤\ufe0f', 'the colour of an emoji stays'],
    ['\u200b', '', 'a space of no width alone'],
    ['\u200d \u00ad', '', 'nothing to see'],
  ])('%j becomes %j: %s', (text, meant) => expect(typedLine(text)).toBe(meant))
})

it('a text keeps its lines, and its empty ones', () => {
  expect(typedText(' Le soir \r\n\r\n  après\u0000  18 h\r')).toBe('Le soir\n\naprès 18 h')
})

describe('something to read', () => {
  it.each(['a', '7', '李', 'م', '…', '+', '🦋'])('%j is visible', (text) =>
    expect(isVisible(text)).toBe(true),
  )
  it.each([
    ['', 'nothing'],
    [' \u00a0\n', 'spaces'],
    ['\u200b\u200d\ufeff', 'no width'],
    ['\u0301', 'an accent without its letter'],
    ['\u3164', 'a letter that is blank'],
    ['\u2800', 'a symbol that is blank'],
  ])('%j is not: %s', (text) => expect(isVisible(text)).toBe(false))
})

describe('laws', () => {
  const hidden = fc.constantFrom(
    ...Array.from('\u0000\u0085\t\r\n \u00a0\u200b\u200d\u202e\u2028\u2066\ufeff\u0301e…'),
  )
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(hidden).map((signs) => signs.join('')),
  )
  const each = (law: (text: string) => void) => fc.assert(fc.property(anyText, law))

  it('what was tidied once is not tidied further', () =>
    each((text) => {
      expect(typedText(typedText(text))).toBe(typedText(text))
      expect(typedLine(typedLine(text))).toBe(typedLine(text))
    }))

  it('is empty or has something to read', () =>
    each((text) => {
      expect(typedLine(text) === '' || isVisible(typedLine(text))).toBe(true)
    }))

  it('leaves no control, no override, and no two spaces', () =>
    each((text) => {
      expect(typedLine(text)).not.toMatch(/^\s|\s\s|\s$|[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      expect(typedText(text).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    }))
})
