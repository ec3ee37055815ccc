import * as v from 'valibot'
import { type CalendarDay, parseCalendarDay } from '../kernel/calendar-day.ts'
import { HOLIDAY_ZONES } from '../kernel/holiday-rules.ts'
import { typedLine, typedText } from '../kernel/typed-text.ts'
import { sayLength } from '../kernel/working-calendar.fr.ts'
import { LONGEST_LENGTH, type Unit, UNITS } from '../kernel/working-calendar.ts'
import { CHARTER_STARTS, CHARTER_STOPS } from './domain/charter.ts'
import { TRIGGERS } from './domain/rule.ts'
import { readDay } from './domain/typed-day.ts'

/** What a browser always sends and a hand-made request may not: it is then empty, and refused in its own words. */
const sentText = v.optional(v.string('Écrivez du texte.'), '')
const oneOf = <const T extends readonly string[]>(values: T, message: string) =>
  v.pipe(sentText, v.picklist(values, message))

const line = (most: number) =>
  v.pipe(sentText, v.transform(typedLine), v.maxLength(most, `C’est trop long : ${most} signes au plus.`))
const needed = (most: number, message: string) => v.pipe(line(most), v.minLength(2, message))

const WRITE_DAY = 'Écrivez une date entière, comme 02/03/2025, entre 1900 et 2199.'
const day = v.pipe(
  line(20),
  v.check((text) => readDay(text) !== undefined, WRITE_DAY),
  v.transform((text) => readDay(text) as CalendarDay), // just checked
)
const dayOrNone = v.pipe(
  line(20),
  v.check((text) => text === '' || readDay(text) !== undefined, WRITE_DAY),
  v.transform((text) => readDay(text) ?? null),
)
const HOW_LONG = 'Donnez un nombre entier\u202f: d’un jour à cent ans.'
/** A hundred years, as each unit counts them; hours go no further than the calendar does. */
const HUNDRED_YEARS: Readonly<Record<Unit, number>> = {
  calendar_days: LONGEST_LENGTH,
  working_days: Math.floor((LONGEST_LENGTH * 5) / 7),
  business_days: Math.floor((LONGEST_LENGTH * 6) / 7),
  months: 1200,
  hours: LONGEST_LENGTH,
}
const sayTooLong = (unit: Unit): string =>
  `C’est trop long\u202f: d’un jour à cent ans, soit ${sayLength(HUNDRED_YEARS[unit], unit)} au plus.`
const length = v.pipe(
  line(6),
  v.regex(/^[0-9]+$/, HOW_LONG),
  v.transform(Number),
  v.minValue(1, HOW_LONG),
  v.maxValue(LONGEST_LENGTH, HOW_LONG),
)
/** «12» alone is a page; an article says that it is one. */
const page = v.pipe(
  line(50),
  v.transform((text) => (/^[0-9]+$/.test(text) ? `p. ${text}` : text)),
)
const href = v.pipe(
  line(1000),
  v.check(
    (text) => text === '' || (/^https?:\/\/\S+$/.test(text) && URL.canParse(text)),
    'Une adresse commence par https://.',
  ),
)

/** One promise of a charter. The landlord is asked of a union only; a desk writes its own. */
const PROMISE_FIELDS = v.pipe(
  v.object({
    bailleur: v.pipe(line(36), v.regex(/^$|^[0-9a-f-]{36}$/, 'Choisissez dans la liste.')),
    intitule: needed(300, 'Dites ce qui est promis, par exemple « Fuite d’eau : intervention ».'),
    depart: oneOf(CHARTER_STARTS, 'Choisissez ce qui fait partir le délai.'),
    arret: oneOf(CHARTER_STOPS, 'Choisissez ce qui tient la promesse.'),
    longueur: length,
    unite: oneOf(UNITS, 'Choisissez l’unité du document.'),
    famille: v.pipe(line(100), v.regex(/^[a-z_.]*$/, 'Choisissez dans la liste.')),
    source_titre: needed(300, 'Nommez le document où la promesse est écrite.'),
    source_page: page,
    source_date: day,
    source_lien: href,
    note: v.pipe(
      sentText,
      v.transform(typedText),
      v.maxLength(2000, 'C’est trop long : 2000 signes au plus.'),
    ),
    valable_du: day,
    valable_au: dayOrNone,
  }),
  v.forward(
    v.check((f) => f.depart !== f.arret, 'Un délai ne s’arrête pas sur ce qui le fait partir.'),
    ['arret'],
  ),
  v.forward(
    v.check(
      (f) => f.longueur <= HUNDRED_YEARS[f.unite],
      ({ input }) => sayTooLong(input.unite),
    ),
    ['longueur'],
  ),
  v.forward(
    v.check(
      (f) => f.valable_du >= f.source_date || f.note !== '',
      'C’est avant la date du document. Dites dans la remarque pourquoi la promesse valait déjà.',
    ),
    ['valable_du'],
  ),
  v.forward(
    v.check(
      (f) => f.valable_au === null || f.valable_au >= f.valable_du,
      'Le dernier jour ne peut pas précéder le premier.',
    ),
    ['valable_au'],
  ),
)

/** A promise is read in a document that is there already. */
export const charterForm = (today: CalendarDay) =>
  v.pipe(
    PROMISE_FIELDS,
    v.forward(
      v.check((f) => f.source_date <= today, 'Ce document est daté d’un jour à venir. Vérifiez sa date.'),
      ['source_date'],
    ),
  )

export type TypedPromise = v.InferOutput<typeof PROMISE_FIELDS>

/** Publishing what was seen, or taking back what is public. */
export const PublicationForm = v.object({
  act: oneOf(['publish', 'withdraw'], 'Choisissez de publier ou de reprendre la charte.'),
  vu: sentText,
})

export const CloseForm = v.object({ dernier_jour: day })

/** The day and the place of a computation, in an address: nothing is written. */
export const ComputeForm = v.object({
  depart: day,
  zone: v.optional(v.picklist(HOLIDAY_ZONES, 'Choisissez un territoire de la liste.'), 'national'),
})

const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
const publishedDay = v.pipe(
  v.string(),
  v.check((value) => parseCalendarDay(value) !== undefined),
)

/** One promise, as it leaves by the door: what was promised and the document; who wrote it down stays inside. */
const PROMISE = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  title: text(600),
  startsOn: v.picklist(TRIGGERS),
  stopsOn: v.array(v.picklist(TRIGGERS)),
  length: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_LENGTH)),
  unit: v.picklist(UNITS),
  families: v.array(text(100)),
  source: v.strictObject({ title: text(600), page: text(200), on: publishedDay, href: text(1000) }),
  note: text(4000),
  validFrom: publishedDay,
  validUntil: v.nullable(publishedDay),
  recordedOn: publishedDay,
})

export const PublishedCharterShape = v.strictObject({
  title: text(600),
  rules: v.pipe(v.array(PROMISE), v.maxLength(200)),
})
/** What leaves by the door. */
export type PublishedCharter = v.InferOutput<typeof PublishedCharterShape>
