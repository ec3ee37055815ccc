import type { ClosedOnly } from '../../measure/closed-only.ts'
import type { Exits } from '../../measure/exits.ts'
import type { MeanCount, RecurrenceCounts } from '../../measure/recurrent.ts'

/** One stratum as it was counted: `key` is each header of `--by` with its value. */
export type CountedStratum = {
  readonly key: Readonly<Record<string, string>>
  readonly exits: Exits
  readonly closedOnly: ClosedOnly
  /** Of all the cases, where the waits are known up to the last end of a tally only. */
  readonly told?: { readonly ended: number; readonly open: number }
  /** What happens several times to one case, when the map says `intervals`. */
  readonly recurrence?: Recurrence
}

export type Recurrence = { readonly counts: RecurrenceCounts; readonly mean: MeanCount }

export type CountedSource = { readonly name: string; readonly sha256: string; readonly rows: number }

/** Everything that files and tallies gave, before any floating point but the lengths of closed cases. */
export type CountedWaits = {
  readonly strata: readonly CountedStratum[]
  /** A day, an instant, or null where lengths were given already made. */
  readonly asOf: string | null
  readonly days: 'civil' | 'elapsed' | null
  /** Days, unless lengths were given already made in another unit: they stay in it. */
  readonly timeUnit: 'day' | 'hour' | 'month'
  readonly tie: 0 | 0.5
  readonly rules: string
  /** Whether some cases may be seen from a later day of their wait only. */
  readonly lateEntries: boolean
  readonly rejects: Readonly<Record<string, number>>
  readonly sources: readonly CountedSource[]
  /** Ends of the bins outside which nothing is known, when read from tallies. */
  readonly grid: readonly number[] | null
  readonly protected: boolean
}
