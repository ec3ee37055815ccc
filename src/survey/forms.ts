import * as v from 'valibot'
import { type CalendarDay, parseCalendarDay } from '../kernel/calendar-day.ts'
import { isUuid } from '../kernel/ids.ts'
import { typedLine, typedText } from '../kernel/typed-text.ts'

const sentText = v.optional(v.string('Écrivez du texte.'), '')
const day = v.pipe(
  sentText,
  v.transform(typedLine),
  v.rawTransform<string, CalendarDay>(({ dataset, addIssue, NEVER }) => {
    const read = parseCalendarDay(dataset.value)
    if (read) return read
    addIssue({ message: 'Écrivez un jour, un mois et une année.' })
    return NEVER
  }),
)
const chosen = (message: string) => v.pipe(sentText, v.check(isUuid, message))

const VERSION = /^[0-9a-f]{64}$/

/** A new campaign: what it is called, what it asks, and from when to when. */
export const CampaignForm = v.pipe(
  v.object({
    name: v.pipe(
      sentText,
      v.transform(typedLine),
      v.minLength(2, 'Donnez un nom à la campagne, par exemple «\u202fChauffage\u202f».'),
      v.maxLength(300, 'C’est trop long\u202f: gardez 300 caractères.'),
    ),
    /** A version; none is the instrument that comes with Palier. */
    instrument: v.pipe(
      sentText,
      v.check((text) => text === '' || VERSION.test(text), 'Choisissez dans la liste.'),
    ),
    starts_on: day,
    ends_on: day,
  }),
  v.forward(
    v.partialCheck(
      [['starts_on'], ['ends_on']],
      ({ starts_on, ends_on }) => ends_on >= starts_on,
      'La fin vient avant le début. Choisissez un jour plus tard.',
    ),
    ['ends_on'],
  ),
)

/** A staircase given to somebody, for some days. */
export const AssignmentForm = v.pipe(
  v.object({
    staircase: chosen('Choisissez une entrée.'),
    canvasser: chosen('Choisissez qui la parcourt.'),
    from: day,
    to: day,
    instructions: v.pipe(
      sentText,
      v.transform(typedText),
      v.maxLength(2000, 'C’est trop long\u202f: gardez 2\u202f000 caractères.'),
    ),
  }),
  v.forward(
    v.partialCheck(
      [['from'], ['to']],
      ({ from, to }) => to >= from,
      'La fin vient avant le début. Choisissez un jour plus tard.',
    ),
    ['to'],
  ),
)

/** Taking back an assignment or a device. */
export const TakeBack = v.object({
  what: v.picklist(['assignment', 'device'], 'Choisissez ce qui est à retirer.'),
  id: chosen('Choisissez ce qui est à retirer.'),
})
