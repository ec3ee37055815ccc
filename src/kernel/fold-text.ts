const LIGATURES: ReadonlyMap<string, string> = new Map([
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
])

/**
 * The form in which two texts are compared when somebody searches: no case, accent, apostrophe or punctuation, one
 * space between words. Letters of every script stay: a name in Arabic is found in Arabic, with its vowels or without.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđı]/gu, (letter) => LIGATURES.get(letter) ?? letter)
    .replace(/[^\p{L}\p{N}\p{Mc}]|[\u02b0-\u02ff\u0640]/gu, (sign) => (sign === '\u0640' ? '' : ' '))
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .trim()
}
