import { expect, it } from 'vitest'
import { readPlaceWords } from './place-words.ts'

const NOTHING = { floors: [], doors: [], staircases: [], buildings: [], words: [], isDoor: false }

it.each([
  ['entrée 14', { staircases: ['14'] }],
  [
    '2e étage milieu gauche entrée 14',
    { floors: [2], staircases: ['14'], words: ['milieu', 'gauche'], isDoor: true },
  ],
  ['2ème étage', { floors: [2], isDoor: true }],
  ['étage 2', { floors: [2], isDoor: true }],
  ['RdC droite entrée 16', { floors: [0], staircases: ['16'], words: ['droite'], isDoor: true }],
  ['rez-de-chaussée', { floors: [0], isDoor: true }],
  ['montée B', { staircases: ['b'] }],
  ['bloc 3', { staircases: ['3'] }],
  ['12 allée des Acacias', { words: ['12', 'acacias'] }],
  ['porte 12', { doors: ['12'], isDoor: true }],
  ['Bâtiment C', { buildings: ['c'] }],
  [
    '8e étage, milieu gauche, entrée 14, Bâtiment C, Résidence des Tilleuls',
    {
      floors: [8],
      staircases: ['14'],
      buildings: ['c'],
      words: ['milieu', 'gauche', 'tilleuls'],
      isDoor: true,
    },
  ],
])('%s', (text, read) => {
  expect(readPlaceWords(text, 'Bloc')).toEqual({ ...NOTHING, ...read })
})

it.each(['', 'étage', 'entrée', ', ;', 'la résidence'])('«%s» names nothing', (text) => {
  expect(readPlaceWords(text, 'Bloc')).toBeUndefined()
})
