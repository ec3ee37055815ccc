/** A session about to be opened: the browser keeps its token, the database the token's keyed hash. */
export type FreshSession = {
  readonly hash: Buffer
  readonly id: string
  readonly device: string
  readonly now: Date
  readonly until: Date
}
