/** What the two screens of a relay say, in one language; they are read when they are wanted. */
export type RelayWords = {
  readonly giveLead: string
  readonly square: string
  readonly doors: (count: string) => string
  readonly none: string
  readonly tooMany: string
  readonly share: string
  readonly done: Readonly<Record<'shared' | 'copied' | 'by_hand', string>>
  readonly takeLead: string
  readonly photo: string
  readonly noSquare: string
  readonly text: string
  readonly read: string
  readonly refused: Readonly<Record<'not_a_relay' | 'damaged' | 'newer_version', string>>
  readonly anotherDay: (day: string) => string
  readonly notYours: string
}
