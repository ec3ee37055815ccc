import * as v from 'valibot'
import { type ApproximateDay, parseApproximateDay } from '../kernel/approximate-day.ts'
import { type CalendarDay, parseCalendarDay } from '../kernel/calendar-day.ts'
import { isUuid } from '../kernel/ids.ts'
import { typedLine, typedText } from '../kernel/typed-text.ts'
import {
  CHANNELS,
  CONTEMPTS,
  EFFECTS,
  type EventKind,
  EVIDENCE,
  type Need,
  PROMISED,
  rowOf,
} from './domain/event-kinds.ts'
import { ASKED_PURPOSES } from './domain/asked-purposes.ts'
import { readNamedPlace } from './domain/named-place.ts'
import { UNREADABLE } from './words.fr.ts'

const LONGEST_LINE = 300
const LONGEST_WORDS = 4000

const isShort = (most: number) => (text: string) => Array.from(text).length <= most
const typed = v.pipe(v.optional(v.string(), ''), v.transform(typedLine))
const line = v.pipe(typed, v.check(isShort(LONGEST_LINE), 'C’est trop long\u202f: gardez 300 caractères.'))
const words = v.pipe(
  v.optional(v.string(), ''),
  v.transform(typedText),
  v.check(isShort(LONGEST_WORDS), 'C’est trop long\u202f: gardez 4\u202f000 caractères.'),
)
const isPhone = (text: string): boolean =>
  text === '' || (/^[\d\s+.()/-]+$/.test(text.normalize('NFKC')) && text.replace(/\D/g, '').length >= 4)
const tick = v.pipe(
  v.optional(v.string(), ''),
  v.transform((value) => value === 'oui'),
)
const optionalId = v.pipe(
  typed,
  v.check((id) => id === '' || isUuid(id), 'Choisissez dans la liste.'),
)
const version = v.pipe(typed, v.regex(/^\d{1,9}$/, 'Rouvrez la page et recommencez.'), v.transform(Number))

/** A date as somebody remembers it; nothing written is a date that nobody knows. */
const remembered = (today: CalendarDay) =>
  v.pipe(
    typed,
    v.rawTransform<string, ApproximateDay | undefined>(({ dataset, addIssue, NEVER }) => {
      if (dataset.value === '') return undefined
      const read = parseApproximateDay(dataset.value, today)
      if (read.ok) return read.value
      addIssue({ message: UNREADABLE[read.refusal.because] })
      return NEVER
    }),
  )

/** A day of the calendar, from the field of a date. */
const exactDay = v.pipe(
  typed,
  v.rawTransform<string, CalendarDay | undefined>(({ dataset, addIssue, NEVER }) => {
    if (dataset.value === '') return undefined
    const day = parseCalendarDay(dataset.value)
    if (day) return day
    addIssue({ message: 'Cette date n’existe pas. Écrivez le jour, le mois et l’année.' })
    return NEVER
  }),
)

/** A day to come back to; one that was already written may have passed. */
const dayToCome = (today: CalendarDay, written?: CalendarDay) =>
  v.pipe(
    exactDay,
    v.check(
      (day) => !day || day >= today || day === written,
      'Ce jour est passé. Choisissez aujourd’hui ou un jour à venir.',
    ),
  )

const needed = {
  told_on: 'Écrivez quand le bailleur l’a su, même à peu près, ou cochez «\u202fPas encore signalé\u202f».',
  one_of_both: 'Choisissez\u202f: soit pas encore signalé, soit la date.',
  person: 'Un accord est celui de quelqu’un\u202f: choisissez la personne ou écrivez son nom.',
  happened: 'Écrivez quand cela s’est passé, même à peu près.',
}

const WHO_AGREES = [
  ['kept'],
  ['called_back'],
  ['collective_demand'],
  ['quoted_anonymously'],
  ['research'],
  ['person_id'],
  ['person_name'],
] as const

const phone = v.pipe(
  line,
  v.check(isPhone, 'Écrivez seulement le numéro, par exemple 06 12 34 56 78.'),
  v.check(isShort(40), 'Ce numéro est trop long.'),
)

/** Who tells, and what they agree to. */
const teller = {
  person_id: optionalId,
  person_name: line,
  person_phone: phone,
  another: tick,
  kept: tick,
  called_back: tick,
  collective_demand: tick,
  quoted_anonymously: tick,
  research: tick,
}

type Told = { readonly not_told: boolean; readonly told_on: ApproximateDay | undefined }
type Agreed = { readonly person_id: string; readonly person_name: string } & Readonly<
  Record<(typeof ASKED_PURPOSES)[number], boolean>
>

const isToldOrNot = ({ not_told, told_on }: Told): boolean => not_told || told_on !== undefined
const isOneOfBoth = ({ not_told, told_on }: Told): boolean => !not_told || told_on === undefined
const isAgreedBySomebody = (who: Agreed): boolean =>
  who.person_id !== '' || who.person_name !== '' || !ASKED_PURPOSES.some((purpose) => who[purpose])

export const newComplaintForm = (today: CalendarDay) =>
  v.pipe(
    v.object({
      ...teller,
      place: v.pipe(typed, v.transform(readNamedPlace)),
      place_words: typed,
      problem: v.pipe(typed, v.minLength(1, 'Choisissez de quoi il s’agit dans la liste.')),
      since: remembered(today),
      words,
      not_told: tick,
      told_on: remembered(today),
      told_channel: v.optional(v.picklist(CHANNELS, 'Choisissez un moyen dans la liste.'), 'unknown'),
      told_to: line,
      told_evidence: v.optional(v.picklist(EVIDENCE, 'Choisissez une preuve dans la liste.'), 'declared'),
      assigned_to: optionalId,
      follow_up_on: dayToCome(today),
    }),
    v.forward(v.partialCheck([['not_told'], ['told_on']], isToldOrNot, needed.told_on), ['told_on']),
    v.forward(v.partialCheck([['not_told'], ['told_on']], isOneOfBoth, needed.one_of_both), ['told_on']),
    v.forward(v.partialCheck(WHO_AGREES, isAgreedBySomebody, needed.person), ['person_name']),
  )

const MISSING: Record<Exclude<Need, 'target'>, string> = {
  promise: 'Choisissez ce qui a été promis.',
  contempt: 'Choisissez ce qui s’est passé.',
  effect: 'Choisissez ce que cela change.',
  service: 'Écrivez le nom du service, comme on vous l’a dit.',
}

/** One answer of a list, asked for only where this kind of event needs it. */
const oneOf = <const T extends readonly [string, ...string[]]>(
  known: T,
  kind: EventKind,
  need: Exclude<Need, 'target'>,
) =>
  v.pipe(
    typed,
    v.transform((text): T[number] | undefined => known.find((word) => word === text)),
    v.check((word) => word !== undefined || !rowOf(kind).needs.includes(need), MISSING[need]),
  )

/** What a kind of event asks for; the rest of the fields are not read. */
export const eventForm = (kind: EventKind, today: CalendarDay) =>
  v.object({
    happened: v.pipe(
      remembered(today),
      v.check((day) => day !== undefined, needed.happened),
    ),
    actor: v.optional(v.picklist(rowOf(kind).actors, 'Choisissez qui l’a fait.'), rowOf(kind).actors[0]),
    channel: v.optional(v.picklist(CHANNELS, 'Choisissez un moyen dans la liste.'), 'unknown'),
    interlocutor: line,
    evidence: v.optional(v.picklist(EVIDENCE, 'Choisissez une preuve dans la liste.'), 'declared'),
    words: kind === 'note' ? v.pipe(words, v.minLength(1, 'Écrivez la note.')) : words,
    reference: line,
    service: v.pipe(
      line,
      v.check((text) => text !== '' || !rowOf(kind).needs.includes('service'), MISSING.service),
    ),
    promise_what: oneOf(PROMISED, kind, 'promise'),
    promise_due: v.pipe(
      exactDay,
      v.check(
        (day) => day !== undefined || !rowOf(kind).needs.includes('promise'),
        'Écrivez le jour promis.',
      ),
    ),
    contempt: oneOf(CONTEMPTS, kind, 'contempt'),
    effect: oneOf(EFFECTS, kind, 'effect'),
  })

export const RetractionForm = v.object({
  words: v.pipe(words, v.minLength(1, 'Écrivez pourquoi cette ligne est retirée.')),
})

export const careForm = (today: CalendarDay, written?: CalendarDay) =>
  v.object({ assigned_to: optionalId, follow_up_on: dayToCome(today, written), version })
