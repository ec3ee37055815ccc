import * as v from 'valibot'
import { type CalendarDay, parseCalendarDay } from '../kernel/calendar-day.ts'
import { HOLIDAY_ZONES } from '../kernel/holiday-rules.ts'
import { typedLine, typedText } from '../kernel/typed-text.ts'
import { LONGEST_LENGTH, UNITS } from '../kernel/working-calendar.ts'
import { CHARTER_STARTS, CHARTER_STOPS } from './domain/charter.ts'
import { TRIGGERS } from './domain/rule.ts'
import { readDay } from './domain/typed-day.ts'

const line = (most: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.transform(typedLine),
    v.maxLength(most, `C’est trop long : ${most} signes au plus.`),
  )
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
const HOW_LONG = `Donnez un nombre entier, de 1 à ${LONGEST_LENGTH}.`
const length = v.pipe(
  line(6),
  v.regex(/^[0-9]+$/, HOW_LONG),
  v.transform(Number),
  v.minValue(1, HOW_LONG),
  v.maxValue(LONGEST_LENGTH, HOW_LONG),
)
const href = v.pipe(
  line(1000),
  v.check(
    (text) => text === '' || (/^https?:\/\/\S+$/.test(text) && URL.canParse(text)),
    'Une adresse commence par https://.',
  ),
)

/** One promise of a charter. The landlord is asked of a union only; a desk writes its own. */
export const CharterForm = v.pipe(
  v.object({
    bailleur: v.pipe(line(36), v.regex(/^$|^[0-9a-f-]{36}$/, 'Choisissez dans la liste.')),
    intitule: needed(300, 'Dites ce qui est promis, par exemple « Fuite d’eau : intervention ».'),
    depart: v.picklist(CHARTER_STARTS, 'Choisissez ce qui fait partir le délai.'),
    arret: v.picklist(CHARTER_STOPS, 'Choisissez ce qui tient la promesse.'),
    longueur: length,
    unite: v.picklist(UNITS, 'Choisissez l’unité du document.'),
    famille: v.pipe(line(100), v.regex(/^[a-z_.]*$/, 'Choisissez dans la liste.')),
    source_titre: needed(300, 'Nommez le document où la promesse est écrite.'),
    source_page: line(50),
    source_date: day,
    source_lien: href,
    note: v.pipe(
      v.optional(v.string(), ''),
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
      (f) => f.valable_au === null || f.valable_au >= f.valable_du,
      'Le dernier jour ne peut pas précéder le premier.',
    ),
    ['valable_au'],
  ),
)

export type TypedPromise = v.InferOutput<typeof CharterForm>

/** Publishing what was seen, or taking back what is public. */
export const PublicationForm = v.object({
  act: v.picklist(['publish', 'withdraw'], 'Choisissez de publier ou de reprendre la charte.'),
  vu: v.optional(v.string(), ''),
})

export const CloseForm = v.object({ dernier_jour: day })

/** The day and the place of a computation, in an address: nothing is written. */
export const ComputeForm = v.object({
  depart: day,
  zone: v.picklist(HOLIDAY_ZONES, 'Choisissez un territoire de la liste.'),
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
