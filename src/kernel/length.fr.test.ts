import { expect, it } from 'vitest'
import { sayLength } from './length.fr.ts'
import type { Length } from './length.ts'

it.each<[Length, string, string]>([
  [{ days: 143, most: 143, ended: true }, '143 jours', 'both ends are known to the day'],
  [{ days: 143, most: 143, ended: false }, 'au moins 143 jours', 'it still runs'],
  [{ days: 130, most: 160, ended: true }, 'entre 130 et 160 jours', 'it ended, its beginning is vague'],
  [{ days: 130, most: 160, ended: false }, 'au moins 130 jours, peut-être 160', 'it runs, from a vague day'],
  [{ days: 143, ended: true }, 'au moins 143 jours', 'nobody said a floor («avant 2023»): it may be longer'],
  [{ days: 143, ended: false }, 'au moins 143 jours', 'the same, still running'],
  [{ days: 1, most: 1, ended: true }, '1 jour', 'one is singular'],
  [{ days: 1, most: 1, ended: false }, 'au moins 1 jour', 'one is singular'],
  [{ days: 0, most: 0, ended: true }, 'moins d’un jour', 'begun and ended the same day'],
  [{ days: 0, most: 0, ended: false }, 'depuis aujourd’hui', 'begun today'],
  [{ days: 0, most: 6, ended: true }, 'entre 0 et 6 jours', 'a week not known better'],
  [{ days: 0, most: 1, ended: false }, 'au moins 0 jour, peut-être 1', 'French counts from two'],
  [{ days: 1234, most: 1234, ended: false }, 'au moins 1\u202f234 jours', 'three years and more'],
])('%o is said «%s»: %s', (length, said) => expect(sayLength(length).replaceAll('\u00a0', ' ')).toBe(said))
