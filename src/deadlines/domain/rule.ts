import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { Unit } from '../../kernel/working-calendar.ts'

/** What a deadline may start on or stop on: things that happen to one complaint, whoever keeps its thread. */
export const TRIGGERS = [
  'told',
  'told_in_writing',
  'registered',
  'acknowledged',
  'answered',
  'refused',
  'promised',
  'visited',
  'repaired',
  'closed',
  'gone',
  'commission_seized',
  'left',
] as const
export type Trigger = (typeof TRIGGERS)[number]

/** L binds by law · P opens a remedy · C was promised in a charter or a contract · R is recommended, or binds elsewhere. */
export const KINDS = ['L', 'P', 'C', 'R'] as const
export type DeadlineKind = (typeof KINDS)[number]

/** Who must act before the day: a deadline that runs against the tenant is not a delay of the landlord. */
export const BOUND = ['landlord', 'tenant', 'authority'] as const
export type Bound = (typeof BOUND)[number]

export const COUNTRIES = ['france', 'england', 'scotland', 'new_york'] as const
export type Country = (typeof COUNTRIES)[number]

export type RuleSource = {
  /** Where it was read, in French. */
  readonly title: string
  /** The text that it speaks of: «art. 20-1 de la loi 89-462»; none for what is no law. */
  readonly article: string | null
  readonly href: string | null
  readonly readOn: CalendarDay
  /** The jurist who checked it; none is shown «à vérifier par un·e juriste». */
  readonly checkedBy: string | null
}

/** One rule of time. Law and norms are rows of the register; a charter's are rows of the database, of this same type. */
export type DeadlineRule = {
  readonly id: string
  readonly title: string
  readonly kind: DeadlineKind
  /** None: no thread starts it («hors du fil»); it is shown in the register and nowhere else. */
  readonly startsOn: Trigger | null
  readonly stopsOn: readonly Trigger[]
  /** None when the text gives no figure: the page says so, and nothing is computed. */
  readonly length: number | null
  readonly unit: Unit | null
  /** Whether a last day that is a day off moves to the next working day. */
  readonly carriedOver: boolean
  readonly source: RuleSource
  readonly validFrom: CalendarDay | null
  readonly validUntil: CalendarDay | null
  /** Codes of the nomenclature, each with what stands under it; empty for all. */
  readonly families: readonly string[]
  /** Three: read in a reliable page; two: one good page, or well known; one: uncertain. */
  readonly certainty: 1 | 2 | 3
  readonly bound: Bound
  readonly country: Country
  readonly note: string
}

/** Law that was looked for and not found: neither figure nor article. Nothing may show it as something that binds. */
export const foundNoText = ({
  kind,
  length,
  source,
}: Pick<DeadlineRule, 'kind' | 'length'> & { readonly source: Pick<RuleSource, 'article'> }): boolean =>
  kind === 'L' && length === null && source.article === null

/** In force on a day: both ends are included. */
export const isInForce = ({ validFrom, validUntil }: DeadlineRule, on: CalendarDay): boolean =>
  (validFrom === null || validFrom <= on) && (validUntil === null || on <= validUntil)

/** A rule for «equipment» is for «equipment.lift» too, never the other way round. */
export const speaksOf = ({ families }: DeadlineRule, family: string): boolean =>
  families.length === 0 || families.some((code) => code === family || family.startsWith(`${code}.`))
