import type { CalendarDay } from '../../kernel/calendar-day.ts'

/** A file that comes again, vintage after vintage, under an agreement. */
export type Source = {
  readonly id: string
  readonly name: string
  readonly agreementId: string
  readonly institutionId: string | null
  /** As `readWaitMap` reads it; null until columns were chosen. */
  readonly map: unknown
  readonly timeZone: string
  /** The extract holds older cases only if they were still open on that day. */
  readonly entryFrom: CalendarDay | null
  readonly extractionRule: string
  readonly currentVintage: number | null
  readonly recordedAt: Date
}

export type NewSource = Pick<Source, 'name' | 'agreementId' | 'institutionId'>

/** What is said of a source before its file is read. */
export type SourceReading = Pick<Source, 'map' | 'timeZone' | 'entryFrom' | 'extractionRule'>
