import type { Question, QuestionType } from '../domain/form.ts'

export const TYPE_WORDS: Readonly<Record<QuestionType, string>> = {
  text: 'Texte',
  integer: 'Nombre entier',
  decimal: 'Nombre',
  date: 'Date',
  time: 'Heure',
  dateTime: 'Date et heure',
  note: 'Note à lire',
  acknowledge: 'Case à cocher',
  select_one: 'Un choix',
  select_multiple: 'Plusieurs choix',
  rank: 'Choix à classer',
  range: 'Valeur entre deux bornes',
  calculate: 'Calcul',
  image: 'Photo',
  audio: 'Enregistrement',
  file: 'Fichier',
  geopoint: 'Position',
  barcode: 'Code-barres',
  start: 'Début (rempli par le téléphone)',
  end: 'Fin (remplie par le téléphone)',
  today: 'Jour (rempli par le téléphone)',
  deviceid: 'Appareil (rempli par le téléphone)',
  username: 'Personne (remplie par le téléphone)',
  phonenumber: 'Téléphone (rempli par le téléphone)',
  email: 'Courriel (rempli par le téléphone)',
  audit: 'Trace (remplie par le téléphone)',
}

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'dv', 'yi']

export const directionOf = (tag: string | null): 'rtl' | 'ltr' =>
  RIGHT_TO_LEFT.includes((tag ?? '').split('-')[0] ?? '') ? 'rtl' : 'ltr'

/** « Obligatoire » always, or in the cases that its rule says. */
export const isAlways = (rule: Question['required']): boolean => rule?.op === 'call' && rule.name === 'true'
