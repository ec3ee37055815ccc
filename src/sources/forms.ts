import * as v from 'valibot'
import { type CalendarDay, parseCalendarDay } from '../kernel/calendar-day.ts'
import { typedLine, typedText } from '../kernel/typed-text.ts'

/** What a browser always sends and a hand-made request may not: it is then empty, and refused in its own words. */
const sentText = v.optional(v.string('Écrivez du texte.'), '')
const tooLong = (most: number): string => `C’est trop long\u202f: gardez ${most} caractères.`
const line = (most: number) => v.pipe(sentText, v.transform(typedLine), v.maxLength(most, tooLong(most)))
const needed = (most: number, message: string) => v.pipe(line(most), v.minLength(2, message))

const day = (message: string) =>
  v.pipe(
    line(20),
    v.rawTransform<string, CalendarDay>(({ dataset, addIssue, NEVER }) => {
      const read = parseCalendarDay(dataset.value)
      if (read) return read
      addIssue({
        message:
          dataset.value === '' ? message : 'Cette date n’existe pas. Écrivez le jour, le mois et l’année.',
      })
      return NEVER
    }),
  )
const ticked = v.pipe(
  sentText,
  v.transform((text) => text !== ''),
)
const chosenId = (message: string) => v.pipe(line(36), v.regex(/^[0-9a-f-]{36}$/, message))

/** Under what a file may come: who gives it, what for, until when, and which personal columns were agreed. */
export const AgreementForm = v.pipe(
  v.object({
    titre: needed(300, 'Donnez le titre du document signé, ou dites en une ligne ce qui a été convenu.'),
    donneur: needed(300, 'Écrivez qui donne les fichiers\u202f: un bailleur, une ville, un service.'),
    finalite: v.pipe(
      sentText,
      v.transform(typedText),
      v.minLength(2, 'Dites à quoi ces fichiers serviront\u202f: ils ne serviront à rien d’autre.'),
      v.maxLength(2000, tooLong(2000)),
    ),
    valable_du: day('Écrivez le premier jour où la convention vaut.'),
    valable_au: day('Écrivez le dernier jour où la convention vaut\u202f: rien ne se garde sans fin.'),
    permet_name: ticked,
    permet_phone: ticked,
    permet_email: ticked,
    permet_nir: ticked,
    permet_debt: ticked,
    permet_address: ticked,
  }),
  v.forward(
    v.check((f) => f.valable_au >= f.valable_du, 'Le dernier jour vient avant le premier.'),
    ['valable_au'],
  ),
)

/** A new source: its name, its agreement, whose files they are. The file itself goes to the disk (web/park-upload.ts). */
export const NewSourceForm = v.object({
  nom: needed(
    300,
    'Nommez cette source comme vous la nommez entre vous, par exemple «\u202fDemandes 2025, Toits d’Auvelle\u202f».',
  ),
  convention: chosenId('Choisissez la convention sous laquelle ce fichier est donné.'),
  bailleur: v.pipe(line(36), v.regex(/^$|^[0-9a-f-]{36}$/, 'Choisissez dans la liste.')),
})
