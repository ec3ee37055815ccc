import type { PromiseFate } from '../../complaints/domain/promises.ts'
import type { Clocks } from '../../complaints/domain/clocks.ts'
import type { Standing } from '../../deadlines/domain/standing.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { LetterDeadline } from './letter-facts.ts'

/** One line of the thread, already in words; nothing of it is left out, corrected lines included. */
export type DossierLine = {
  readonly when: string
  readonly recordedOn: CalendarDay
  readonly title: string
  /** Who, how, for when, under which number: what this kind of line says besides. */
  readonly details: readonly string[]
  readonly words: string
  readonly evidence: string
  /** Another line replaced it, or took it back. */
  readonly isReplaced: boolean
}

export type DossierDeadline = LetterDeadline & { readonly startedOn: string; readonly standing: Standing }

export type DossierPromise = {
  readonly what: string
  readonly madeOn: string
  readonly dueOn: CalendarDay
  readonly fate: PromiseFate
}

/** All that is held on one complaint, on one day. */
export type DossierFacts = {
  readonly union: string
  readonly asOf: CalendarDay
  readonly place: string
  readonly landlord: string
  readonly problem: { readonly label: string; readonly words: string }
  readonly since: string
  readonly clocks: Clocks
  readonly counts: {
    readonly tellings: number
    readonly reminders: number
    readonly interlocutors: number
    readonly transfers: number
    readonly missedAppointments: number
    /** In days; the one that still runs when it is the longest. */
    readonly silence: { readonly days: number; readonly running: boolean }
  }
  readonly promises: readonly DossierPromise[]
  readonly deadlines: readonly DossierDeadline[]
  readonly thread: readonly DossierLine[]
  readonly evidence: readonly { readonly name: string; readonly addedOn: CalendarDay }[]
}
