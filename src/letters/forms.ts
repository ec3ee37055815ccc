import * as v from 'valibot'
import { type CalendarDay, parseCalendarDay } from '../kernel/calendar-day.ts'
import { typedLine, typedText } from '../kernel/typed-text.ts'
import { SENDINGS, VOICES } from './domain/letter-facts.ts'

const LONGEST_LINE = 300
const LONGEST_WORDS = 4000
const MOST_LINES = 8

const isShort = (most: number) => (text: string) => Array.from(text).length <= most
/** What a browser always sends and a hand-made request may not: it is then empty, and refused in its own words. */
const sentText = v.optional(v.string('Écrivez du texte.'), '')
const line = v.pipe(
  sentText,
  v.transform(typedLine),
  v.check(isShort(LONGEST_LINE), 'C’est trop long\u202f: gardez 300 caractères.'),
)
const needed = (message: string) => v.pipe(line, v.minLength(1, message))
const words = v.pipe(
  sentText,
  v.transform(typedText),
  v.check(isShort(LONGEST_WORDS), 'C’est trop long\u202f: gardez 4\u202f000 caractères.'),
)
/** An address or a list: one thing a line. */
const lines = v.pipe(
  words,
  v.transform((text) => text.split('\n').filter((each) => each.trim() !== '')),
  v.check((all) => all.length <= MOST_LINES, 'Gardez huit lignes au plus.'),
  v.check(
    (all) => all.every(isShort(LONGEST_LINE)),
    'Une ligne est trop longue\u202f: gardez 300 caractères.',
  ),
)
const someLines = (message: string) =>
  v.pipe(
    lines,
    v.check((all) => all.length > 0, message),
  )

const optionalDay = v.pipe(
  line,
  v.rawTransform<string, CalendarDay | undefined>(({ dataset, addIssue, NEVER }) => {
    if (dataset.value === '') return undefined
    const day = parseCalendarDay(dataset.value)
    if (day) return day
    addIssue({ message: 'Cette date n’existe pas. Écrivez le jour, le mois et l’année.' })
    return NEVER
  }),
)

/** What whoever signs the letter chooses to write in it. */
export const letterForm = (today: CalendarDay) =>
  v.object({
    voice: v.optional(v.picklist(VOICES, 'Choisissez qui parle.'), 'je'),
    name: needed('Écrivez le nom que la personne veut mettre en bas de la lettre.'),
    address: someLines('Écrivez l’adresse où le bailleur peut répondre.'),
    landlord_name: needed('Écrivez le nom du bailleur.'),
    landlord_address: lines,
    commission_address: lines,
    place: needed('Écrivez de quel lieu il s’agit.'),
    words,
    asked_by: v.pipe(
      optionalDay,
      v.check((day) => !day || day > today, 'Ce jour est passé. Choisissez un jour à venir.'),
    ),
    support: line,
    sending: v.optional(v.picklist(SENDINGS, 'Choisissez un envoi dans la liste.'), 'registered_letter'),
    written_at: line,
    attachments: lines,
    act: v.optional(
      v.picklist(['preview', 'prepare'], 'Choisissez de voir ou de préparer la lettre.'),
      'preview',
    ),
  })
export type LetterFields = v.InferOutput<ReturnType<typeof letterForm>>

/** When and how it left. */
export const sendingForm = (today: CalendarDay) =>
  v.object({
    sent_on: v.pipe(
      optionalDay,
      v.check((day) => day !== undefined, 'Écrivez le jour où la lettre est partie.'),
      v.check(
        (day) => !day || day <= today,
        'Ce jour n’est pas encore passé. Notez l’envoi quand il est fait.',
      ),
      v.transform((day) => day ?? today),
    ),
    sent_how: v.pipe(sentText, v.picklist(SENDINGS, 'Choisissez comment elle est partie.')),
  })
