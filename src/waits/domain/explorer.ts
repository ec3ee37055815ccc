import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { Figure } from '../../measure/figure.ts'
import type { Quantile } from '../../measure/quantile.ts'
import type { ClosedOnly } from '../../measure/closed-only.ts'
import type { ManyCompared, TwoCompared } from './explorer-comparison.ts'
import type { WaitFigures } from './explorer-figures.ts'
import type { ExplorerQuestion } from './explorer-question.ts'
import type { WaitsOrigin } from './explorer-waits.ts'
import type { SameMix } from './same-mix.ts'
import type { RuleLanding } from './landings.ts'
import type { Flows } from './weekly-flows.ts'

/** Why one of the two clocks says nothing here: it is said, never left out. */
export type NoClock = 'not_kept_here' | 'nothing_told' | 'no_source'

/** One clock of the two that always stand side by side. */
export type ClockFigure = {
  readonly origin: WaitsOrigin
  readonly median: Figure<Quantile>
  readonly closedOnly: Figure<ClosedOnly>
}

export type Choice = { readonly value: string; readonly label: string }

/** Why something that was asked is not computed: it is said on the page. */
export type NotComputed = 'too_many_cells' | 'outside_calendar' | 'civil_days_only' | 'one_holds_the_other'

/** Everything that one page of the explorer shows. */
export type Explorer = {
  readonly question: ExplorerQuestion
  readonly sources: readonly Choice[]
  readonly hasComplaints: boolean
  /** Campaigns whose waits, told at doors, can be counted. */
  readonly surveys: readonly Choice[]
  readonly choices: { readonly places: readonly Choice[]; readonly categories: readonly Choice[] }
  /** The clock in question; null when there is nothing to explore. */
  readonly origin: WaitsOrigin | null
  readonly landlord: string | null
  /** What is in question, said whole. */
  readonly title: string
  readonly figures: WaitFigures | null
  readonly tenantSide: ClockFigure | NoClock
  readonly landlordSide: ClockFigure | NoClock
  readonly two: Figure<TwoCompared> | null
  readonly sameMix: Figure<SameMix> | null
  readonly many: Figure<ManyCompared> | null
  readonly flows: Flows | null
  readonly landings: readonly RuleLanding[]
  readonly withoutBulk: Figure<Quantile> | null
  readonly notComputed: readonly NotComputed[]
  readonly today: CalendarDay
}
