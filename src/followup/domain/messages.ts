import type { EventRefusal } from '../../complaints/domain/admissible-event.ts'
import type { BallHolder, Channel, EventKind, Party, Promised } from '../../complaints/domain/event-kinds.ts'
import type { DeadlineKind } from '../../deadlines/domain/rule.ts'
import type { Act, RemindedBy } from './act.ts'
import type { ProblemCode } from './problem-codes.ts'

/** The forms of a count; `#` is the number, where it is written. A language gives those it has. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

/** What an act says before it is done, while it is done and once it is done. */
export type ActMessages = {
  readonly link: string
  readonly title: string
  readonly explained: string
  readonly button: string
  readonly done: string
}

type Refused = EventRefusal['because'] | 'no_such_complaint' | 'no_such_event' | 'already_corrected'

/** Everything the page says, in one language. Nothing is optional: a catalogue that lacks a sentence does not compile. */
export type Messages = {
  readonly skip: string
  readonly warning: string
  readonly demo: string
  readonly languages: string
  readonly notes: string
  readonly code: {
    readonly title: string
    readonly lead: string
    readonly label: string
    readonly hint: string
    readonly open: string
    readonly wrong: string
    readonly later: string
    readonly keep: string
    readonly ended: string
    readonly left: string
  }
  readonly leave: string
  readonly wait: {
    readonly title: string
    readonly over: string
    /** Given up, or moved out: nothing was repaired. */
    readonly stopped: string
    readonly running: string
    readonly notTold: string
    readonly unit: Plural
    readonly days: Plural
    readonly atLeast: (days: string) => string
    readonly perhaps: (days: string, most: string) => string
    readonly between: (days: string, most: string) => string
  }
  readonly clocks: {
    readonly title: string
    readonly ours: string
    readonly theirs: string
    readonly oursNote: string
    readonly theirsRunning: string
    readonly theirsEnded: string
    readonly noTheirs: string
    readonly gap: string
  }
  readonly ball: { readonly title: string } & Readonly<Record<BallHolder | 'unknown', string>>
  readonly deadline: {
    readonly title: string
    readonly none: string
    readonly due: (day: string) => string
    readonly passed: (day: string) => string
    readonly words: Readonly<Record<DeadlineKind, string>>
    readonly meaning: Readonly<Record<Exclude<DeadlineKind, 'R'>, string>>
  }
  readonly thread: {
    readonly title: string
    readonly hidden: string
    readonly legend: string
    readonly ours: string
    readonly theirs: string
    readonly passes: string
    readonly today: string
    readonly runs: string
    readonly undone: (day: string) => string
    readonly corrected: string
    readonly byCode: string
    /** The promised day has passed, and nothing kept it. */
    readonly broken: string
    readonly promised: (what: string, day: string) => string
    readonly promises: Readonly<Record<Promised, string>>
    readonly kinds: Readonly<Record<Exclude<EventKind, 'retraction'>, string>>
    readonly parties: Readonly<Record<Party, string>>
    readonly channels: Readonly<Record<Channel, string>>
  }
  readonly dates: {
    /** Between two short remarks on one line. */
    readonly comma: string
    readonly before: (day: string) => string
    readonly between: (from: string, until: string) => string
  }
  readonly acts: { readonly title: string; readonly mistake: string; readonly back: string } & Readonly<
    Record<Act, ActMessages>
  >
  readonly fields: {
    readonly day: string
    readonly dayHint: string
    readonly words: string
    readonly wordsHint: string
    readonly what: string
    readonly plain: string
    readonly reminder: string
    readonly how: string
    readonly reminded: Readonly<Record<RemindedBy, string>>
    readonly withdrawal: string
    readonly giveUp: string
    readonly giveUpSmall: string
    readonly erase: string
    readonly eraseSmall: string
  }
  readonly errors: {
    readonly toMend: Plural
    readonly kept: string
    readonly fields: { readonly day: string; readonly words: string; readonly choose: string }
    readonly again: string
    readonly refused: Readonly<Record<Refused, string>>
  }
  readonly problems: Readonly<Record<ProblemCode, string>>
}
