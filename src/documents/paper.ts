/** What can be written as an editable file: a text with its parts named, so that a reader's tools find them. */
export type Paper = {
  readonly title: string
  readonly language: 'fr-FR'
  readonly parts: readonly PaperPart[]
}

export type PaperPart =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly style?: PaperStyle }
  | { readonly kind: 'quote'; readonly text: string; readonly rightToLeft: boolean }
  | { readonly kind: 'dates'; readonly head: readonly [string, string]; readonly rows: readonly PaperRow[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/** Where a paragraph stands: the sender, the addressee on the right, what must be seen, small print. */
export type PaperStyle = 'sender' | 'addressee' | 'right' | 'strong' | 'signature' | 'small'
export type PaperRow = { readonly when: string; readonly what: string }
