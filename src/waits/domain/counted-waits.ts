import type { ClosedOnly } from '../../measure/closed-only.ts'
import type { CutWaits } from '../../measure/cut-survival.ts'
import type { Exits } from '../../measure/exits.ts'
import type { MeanCount, RecurrenceCounts } from '../../measure/recurrent.ts'

/** One stratum as it was counted: `key` is each header of `--by` with its value. */
export type CountedStratum = ExactStratum | CutStratum

type Stratum = { readonly key: Readonly<Record<string, string>>; readonly closedOnly: ClosedOnly }

export type ExactStratum = Stratum & {
  readonly exits: Exits
  readonly cut?: undefined
  /** What happens several times to one case, when the map says `intervals`. */
  readonly recurrence?: Recurrence
}

/** Its waits are known at the ends of a tally only: no figure of it is a point but counts. */
export type CutStratum = Stratum & {
  readonly exits?: undefined
  readonly cut: CutWaits
  /** Of all the cases, whatever the last end. */
  readonly told: { readonly ended: number; readonly open: number }
}

/** All the cases of a stratum. */
export const casesOf = ({ exits, cut }: CountedStratum): number => (exits ?? cut).n

export type Recurrence = { readonly counts: RecurrenceCounts; readonly mean: MeanCount }

export type CountedSource = { readonly name: string; readonly sha256: string; readonly rows: number }

/** Everything that files and tallies gave, before any floating point but the lengths of closed cases. */
export type CountedWaits<S extends CountedStratum = CountedStratum> = {
  readonly strata: readonly S[]
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
  /** Ends of the strata that are cut; null when none is. */
  readonly grid: readonly number[] | null
  readonly protected: boolean
}
