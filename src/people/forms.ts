import * as v from 'valibot'
import {
  type ApproximateDay,
  type ApproximateDayRefusal,
  parseApproximateDay,
} from '../kernel/approximate-day.ts'
import type { CalendarDay } from '../kernel/calendar-day.ts'
import { isUuid } from '../kernel/ids.ts'
import { typedLine, typedText } from '../kernel/typed-text.ts'
import { PURPOSES } from './domain/consent.ts'
import { LANGUAGES, phoneDigits, REACHES } from './domain/person.ts'

const LONGEST_NAME = 300
const LONGEST_NOTE = 2000

const isShort = (most: number) => (text: string) => Array.from(text).length <= most
const line = v.pipe(v.optional(v.string(), ''), v.transform(typedLine))
const isEmail = (text: string): boolean => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
const isPhone = (text: string): boolean =>
  text === '' || (/^[\d\s+.()/-]+$/.test(text.normalize('NFKC')) && phoneDigits(text).length >= 4)
const tick = v.pipe(
  v.optional(v.string(), ''),
  v.transform((value) => value === 'oui'),
)
const optionalId = v.pipe(
  line,
  v.check((id) => id === '' || isUuid(id), 'Choisissez dans la liste.'),
)

const entries = {
  name: v.pipe(
    line,
    v.minLength(1, 'Écrivez le nom de la personne, même incomplet.'),
    v.check(isShort(LONGEST_NAME), 'Ce nom est trop long\u202f: gardez 300 caractères.'),
  ),
  phone: v.pipe(
    line,
    v.check(isPhone, 'Écrivez seulement le numéro, par exemple 06 12 34 56 78.'),
    v.check(isShort(40), 'Ce numéro est trop long.'),
  ),
  email: v.pipe(
    line,
    v.check(isEmail, 'Écrivez une adresse complète, par exemple nom@exemple.fr.'),
    v.check(isShort(254), 'Cette adresse est trop longue.'),
  ),
  language: v.optional(v.picklist(LANGUAGES, 'Choisissez une langue dans la liste.'), 'fr'),
  reach_by: v.optional(v.picklist(REACHES, 'Choisissez une façon de joindre la personne.'), 'union'),
  note: v.pipe(
    v.optional(v.string(), ''),
    v.transform(typedText),
    v.check(isShort(LONGEST_NOTE), 'Cette note est trop longue\u202f: gardez 2\u202f000 caractères.'),
  ),
}

export const RewriteForm = v.object({
  ...entries,
  version: v.pipe(v.string(), v.transform(Number), v.integer('Rouvrez la fiche et recommencez.')),
  spoke: tick,
})

const SAID: Record<ApproximateDayRefusal['because'], string> = {
  unreadable_date:
    'Écrivez une date comme vous vous en souvenez, par exemple «\u202fmars 2024\u202f» ou «\u202fvers 2019\u202f».',
  future_date: 'Cette date n’est pas encore passée.',
  no_such_day: 'Ce jour n’existe pas dans le calendrier. Vérifiez le jour et le mois.',
  too_old: 'Cette date est trop ancienne.',
}

/** A date as somebody remembers it; nothing written is a date that nobody knows. */
const remembered = (today: CalendarDay) =>
  v.pipe(
    line,
    v.rawTransform<string, ApproximateDay | undefined>(({ dataset, addIssue, NEVER }) => {
      if (dataset.value === '') return undefined
      const read = parseApproximateDay(dataset.value, today)
      if (read.ok) return read.value
      addIssue({ message: SAID[read.refusal.because] })
      return NEVER
    }),
  )

export const newPersonForm = (today: CalendarDay) =>
  v.object({
    ...entries,
    home_id: optionalId,
    home_words: line,
    since: remembered(today),
    kept: tick,
    called_back: tick,
    collective_demand: tick,
    quoted_anonymously: tick,
    research: tick,
    presented_to_landlord: tick,
    another: tick,
  })

export const stayForm = (today: CalendarDay) =>
  v.object({ home_id: optionalId, home_words: line, since: remembered(today), until: remembered(today) })

export const AgreementForm = v.object({
  purpose: v.picklist(PURPOSES, 'Cet accord n’existe pas.'),
  act: v.picklist(['give', 'withdraw'], 'Dites si l’accord est donné ou retiré.'),
})

const id = v.pipe(v.optional(v.string(), ''), v.check(isUuid, 'Rouvrez la page et recommencez.'))
export const JoinForm = v.object({ other: id })
export const SeparateForm = v.object({ merger: id })
export const TakeBackForm = v.object({ passage: id })
export const PresentForm = v.object({
  version: v.pipe(v.string(), v.transform(Number), v.integer('Rouvrez la page et recommencez.')),
})
export const EraseForm = v.object({
  name: v.pipe(line, v.minLength(1, 'Écrivez le nom de la personne pour confirmer.')),
})
