import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { sayDay } from '../../kernel/french-calendar.fr.ts'
import type { Unit } from '../../kernel/working-calendar.ts'
import type { DeadlineRule, Trigger } from './rule.ts'

/** What somebody writes of one promise of a charter, and the document that says it. */
export type CharterEntry = {
  readonly title: string
  readonly startsOn: Trigger
  readonly stopsOn: readonly Trigger[]
  readonly length: number
  readonly unit: Unit
  readonly families: readonly string[]
  readonly source: {
    readonly title: string
    readonly page: string
    readonly on: CalendarDay
    readonly href: string
  }
  readonly note: string
  readonly validFrom: CalendarDay
  readonly validUntil: CalendarDay | null
}

/** A promise as it stands: an id for each version, so that a copy says which one it was. */
export type CharterVersion = CharterEntry & { readonly id: string; readonly recordedOn: CalendarDay }

/** Who wrote it here: the landlord's own desk, which published it, or a union that read the document. */
export type CharterOrigin = 'landlord' | 'union'

export type CharterRule = DeadlineRule & { readonly origin: CharterOrigin }

/** A promise as a rule among the others: always C, whatever it is called. */
export function charterRuleOf(version: CharterVersion, origin: CharterOrigin): CharterRule {
  const { id, title, startsOn, stopsOn, length, unit, families, note, validFrom, validUntil, source } =
    version
  return {
    id,
    title,
    kind: 'C',
    startsOn,
    stopsOn,
    length,
    unit,
    carriedOver: false,
    source: {
      title: sayDocument(source),
      article: null,
      href: source.href || null,
      readOn: version.recordedOn,
      checkedBy: null,
    },
    validFrom,
    validUntil,
    families,
    certainty: 3,
    bound: 'landlord',
    country: 'france',
    note,
    origin,
  }
}

/** «Charte, p. 4, 2 mars 2025», «Charte 2025, p. 4»: a title that says its year is not dated twice. */
function sayDocument({ title, page, on }: CharterEntry['source']): string {
  const where = page === '' ? title : `${title}, ${page}`
  return title.includes(on.slice(0, 4)) ? where : `${where}, ${sayDay(on)}`
}

/** What a promise may start on: what a household or a landlord does, never the end of a wait. */
export const CHARTER_STARTS = [
  'told',
  'told_in_writing',
  'registered',
  'acknowledged',
  'visited',
  'promised',
] as const satisfies readonly Trigger[]
/** What keeps it. That the household says it is gone, or leaves, always ends it too. */
export const CHARTER_STOPS = [
  'acknowledged',
  'answered',
  'visited',
  'repaired',
  'closed',
  'gone',
] as const satisfies readonly Trigger[]

export const stopsOf = (kept: Trigger): readonly Trigger[] => [...new Set<Trigger>([kept, 'gone', 'left'])]
