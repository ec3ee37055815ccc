/** What the telephone says of the day's code, in one language. */
export type CodeWords = {
  readonly title: string
  readonly lead: string
  readonly choose: string
  readonly set: string
  readonly isSet: string
  readonly yours: string
  readonly open: string
  readonly remove: string
  readonly later: string
  readonly back: string
  readonly notSix: string
  readonly needsNetwork: string
  readonly unknownPhone: string
  readonly wrong: (left: string) => string
  readonly limits: string
  readonly limitsSaid: readonly string[]
}
