import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { doorLetters } from './door-letter.fr.ts'

const today = calendarDay('2026-11-24')
const place = 'Les Tilleuls, Bâtiment C, Entrée 14, RdC, A'
const said = (answers: Readonly<Record<string, string>>, rank = 1): [string, string][] =>
  Object.entries(answers).map(([name, value]) => [`/delais/wait[${rank}]/${name}`, value])
const lettersFor = (...answers: [string, string][]) =>
  doorLetters({ answers: new Map(answers), place, today })
const FULL = {
  problem: 'damp',
  words: 'Le plafond goutte.',
  since: 'over_two_years',
  told_to: 'caretaker',
  told_how: 'by_voice',
  told_when: 'mars 2025',
}

describe('the letters of a wait', () => {
  it('say what was said, dated as it was, and ask for a day where the law gives none', () => {
    const [wait] = lettersFor(...said(FULL))
    const [first, reminder, notice] = wait?.letters ?? []
    expect(first?.text).toMatchInlineSnapshot(`
      "[Prénom et nom]
      [Adresse, code postal, ville]

      [Nom du bailleur]
      [Adresse du bailleur]

      Le 24 novembre 2026

      Objet : demande d’intervention, « Humidité, moisissures »

      Madame, Monsieur,

      J’habite un logement dont vous êtes le bailleur : Les Tilleuls, Bâtiment C, Entrée 14, RdC, A.

      Je vous demande d’intervenir sur le problème suivant : humidité, moisissures.

      Début du problème, tel que je peux le dater : avant le 25 novembre 2024.

      Voici ce qu’il en est, avec mes mots :

      « Le plafond goutte. »

      Les faits, dans l’ordre

      mars 2025 : Première demande, au gardien ou à la gardienne.

      Ce que dit la loi

      – Logement décent, entretien, réparations autres que locatives. La loi l’impose, sans fixer de nombre de jours (art. 6 de la loi 89-462 ; décret 2002-120).

      Pour que ce problème cesse, la loi ne fixe pas de nombre de jours. Je vous demande donc de donner une date.

      Je vous demande de faire le nécessaire, et de m’écrire à quelle date ce sera fait.

      Si quelqu’un doit venir dans le logement, merci de convenir du jour et de l’heure avec moi.

      Veuillez agréer, Madame, Monsieur, mes salutations distinguées.

      [Prénom et nom]
      "
    `)
    expect(reminder?.text).toContain('n’est toujours pas réglé')
    expect(notice?.text).toContain('je vous mets en demeure')
    expect(notice?.text).toContain('Lettre recommandée avec avis de réception')
    expect(wait?.toCheck).toEqual(['Logement décent, entretien, réparations autres que locatives'])
  })

  const NOT_TOLD = ['first_request']
  const ALL = ['first_request', 'reminder', 'formal_notice']
  it.each([
    ['nobody was told', { ...FULL, told_to: 'nobody' }, NOT_TOLD],
    ['it was not said to whom', { problem: 'damp' }, NOT_TOLD],
    ['an elected person was told: not the landlord', { ...FULL, told_to: 'elected' }, NOT_TOLD],
    ['somebody else was told', { ...FULL, told_to: 'other_person' }, NOT_TOLD],
    ['the agency was told', { ...FULL, told_to: 'agency' }, ALL],
    ['the call centre was told', { ...FULL, told_to: 'call_centre', told_how: 'by_phone' }, ALL],
    ['the caretaker was told, nobody knows when', { ...FULL, told_when: '' }, ALL],
  ])('when %s', (_, answers, kinds) => {
    const [wait] = lettersFor(...said(answers))
    expect(wait?.letters.map(({ kind }) => kind)).toEqual(kinds)
  })

  it.each([
    ['damp told by voice: no figure', FULL, { law: true, figure: false }],
    [
      'damp told in writing: two months open a remedy',
      { ...FULL, told_how: 'by_letter' },
      { law: true, figure: true },
    ],
    [
      'charges: nothing sure starts on telling',
      { ...FULL, problem: 'charges' },
      { law: false, figure: false },
    ],
    ['no family of its own', { ...FULL, problem: 'other_problem' }, { law: false, figure: false }],
  ])('quotes only what is sure: %s', (_, answers, { law, figure }) => {
    const text = lettersFor(...said(answers))[0]?.letters.at(-1)?.text ?? ''
    expect(text.includes('art.\u00a06 de la loi 89-462')).toBe(law)
    expect(text.includes('art.\u00a020-1 de la loi 89-462')).toBe(figure)
    expect(/\d+\s(?:mois|jours|semaines)/u.test(text)).toBe(figure)
    expect(text).toContain('la loi ne fixe pas de nombre de jours')
  })

  it('keeps one set per wait, and a problem without a family is named so', () => {
    const waits = lettersFor(...said(FULL), ...said({ problem: 'other_problem', words: 'Le digicode' }, 2))
    expect(waits.map(({ rank, problem }) => [rank, problem])).toEqual([
      [1, 'Humidité, moisissures'],
      [2, 'Problème dans le logement ou dans l’immeuble'],
    ])
    expect(waits[1]?.letters[0]?.text).toContain(
      '« Le digicode »'.replaceAll(' ', '\u202f').replace('Le\u202f', 'Le '),
    )
  })

  it('leaves to the household how it was spoken to, and what it feels', () => {
    const [wait] = lettersFor(
      ...said({ ...FULL, contempt: 'spoken_down', effects: 'sleep', promise: 'lundi' }),
    )
    for (const { text } of wait?.letters ?? []) expect(text).not.toMatch(/haut|sommeil|lundi/)
  })

  it.each([
    ['', 'Date dont je ne me souviens plus'],
    ['je ne sais plus trop', 'je ne sais plus trop'],
    ['mars 2025', 'mars 2025'],
  ])('of a telling « %s », says no day that nobody said', (told_when, shown) => {
    const [wait] = lettersFor(...said({ ...FULL, told_when }))
    expect(wait?.letters[1]?.text).toContain(
      `${shown}\u202f: Première demande, au gardien ou à la gardienne.`,
    )
  })

  it('gives none when nothing was waited for', () => {
    expect(lettersFor()).toEqual([])
  })
})
