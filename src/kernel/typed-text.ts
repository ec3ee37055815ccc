/** Signs that no keyboard means: controls, what turns the text around it, what joins or parts without a trace. */
const UNMEANT = /[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]|(?![\s\u0085])\p{Cc}/gu
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g
/** Alone, French typography: the space before a colon. */
const NO_BREAK = /^[\u00a0\u202f]$/
const VISIBLE = /[[\p{L}\p{N}\p{P}\p{S}]--[\p{Default_Ignorable_Code_Point}\u2800]]/v

/** Whether there is anything to read: a letter, a digit, a punctuation mark or a symbol that leaves ink. */
export const isVisible = (text: string): boolean => VISIBLE.test(text)

/**
 * Some text as its writer meant it: accents composed, one space between words, nothing hidden; newlines stay. What
 * shows nothing is nothing. The joiners of emoji and of Persian stay, as do the marks of Arabic among Latin words.
 */
export function typedText(text: string): string {
  const meant = text
    .replace(UNMEANT, '')
    .replace(LINE_ENDS, '\n')
    .normalize('NFC')
    .replace(/[^\S\n]+/g, (spaces) => (NO_BREAK.test(spaces) ? spaces : ' '))
    .replace(/[^\S\n]?\n[^\S\n]?/g, '\n')
    .trim()
  return isVisible(meant) ? meant : ''
}

/** The same on one line: a name, an address, a label. */
export const typedLine = (text: string): string => typedText(text).replace(/\n+/g, ' ')
