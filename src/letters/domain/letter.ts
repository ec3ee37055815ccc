import type { LetterKind } from './letter-facts.ts'

/** A letter as it is read, whatever it is printed on: PDF, DOCX and text say the same words in the same order. */
export type Letter = {
  readonly kind: LetterKind
  /** What the document is called; it holds no name. */
  readonly title: string
  readonly sender: readonly string[]
  readonly addressee: readonly string[]
  readonly sending: string | null
  readonly placeAndDay: string
  readonly object: string
  readonly salutation: string
  readonly body: readonly LetterPart[]
  readonly closing: string
  readonly signature: readonly string[]
  readonly attachmentsTitle: string
  readonly attachments: readonly string[]
}

export type LetterPart =
  | { readonly kind: 'heading' | 'paragraph' | 'strong'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string; readonly rtl: boolean }
  | { readonly kind: 'dates'; readonly head: readonly [string, string]; readonly rows: readonly DatedFact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }

export type DatedFact = { readonly when: string; readonly what: string }

const LETTER_OF_RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** Whether some text is read from the right: its first letter says so, as the Unicode rule P2 does. */
export function isRightToLeft(text: string): boolean {
  const [first] = /\p{L}/u.exec(text) ?? []
  return first !== undefined && LETTER_OF_RIGHT_TO_LEFT.test(first)
}
