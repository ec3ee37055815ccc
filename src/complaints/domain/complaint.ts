import type { ApproximateDay } from '../../kernel/approximate-day.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { HolidayZone } from '../../kernel/holiday-rules.ts'

/** Where a trouble is: a home, or what neighbours share; each step may be the last one known. */
export type PlaceOfTrouble = {
  readonly estateId: string
  readonly buildingId?: string
  readonly staircaseId?: string
  readonly homeId?: string
}

/** The most precise place that somebody can name: the rest of the chain is read from it. */
export type NamedPlace =
  | { readonly home: string }
  | { readonly staircase: string }
  | { readonly building: string }
  | { readonly estate: string }

/** What a complaint is about, in the two levels of the nomenclature; the second may be the first again. */
export type Subject = { readonly familyCode: string; readonly problemCode: string }

export type Complaint = PlaceOfTrouble &
  Subject & {
    readonly id: string
    readonly personId?: string
    /** The household's own words. */
    readonly words: string
    /** Since when the trouble lasts, told or not: it starts no clock. */
    readonly since?: ApproximateDay
    /** Whose public holidays count, copied from the commune. */
    readonly holidayZone: HolidayZone
    readonly assignedTo?: string
    readonly followUpOn?: CalendarDay
    readonly version: number
    readonly recordedBy: string
    readonly recordedAt: Date
  }

/** What a thread needs to be folded, and nothing of who lives there: a household's own scope reads no more. */
export type ThreadSubject = PlaceOfTrouble & Subject & Pick<Complaint, 'id' | 'holidayZone'>
