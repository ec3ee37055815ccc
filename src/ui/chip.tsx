const TYPES = { L: 'Loi', P: 'Recours', C: 'Engagement', R: 'Repère' } as const
export type DeadlineKind = keyof typeof TYPES

/** Four kinds of deadline, four shapes, letter and word together: what is contractual never looks like law. */
export const Chip = ({ kind, word = TYPES[kind] }: { kind: DeadlineKind; word?: string }) => (
  <span class={`type ${kind}`}>
    <b>{kind}</b> {word}
  </span>
)

/** A state in one word; late in brick, kept in moss, the rest in ink. */
export const State = ({ tone, children }: { tone?: 'late' | 'kept'; children: string }) => (
  <span class={tone === undefined ? 'state' : `state ${tone}`}>{children}</span>
)
