import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { homesOf, readQuickEntry } from './quick-entry.fr.ts'
import { LIMITS } from './staircase-shape.ts'

const plan = (text: string) => {
  const read = readQuickEntry(text)
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.refusal)}`)
  const { building, staircases, shape } = read.value
  return {
    building,
    staircases: staircases.join(' '),
    floors: `${shape.lowestFloor}..${shape.highestFloor}`,
    doors: shape.positions.join(', '),
    homes: homesOf(read.value),
  }
}
const refusal = (text: string) => {
  const read = readQuickEntry(text)
  return read.ok ? undefined : read.refusal
}

const FOUR = 'gauche, milieu gauche, milieu droite, droite'
const DEFAULT_FOUR = 'porte 1, porte 2, porte 3, porte 4'

it('makes 108 homes of the sentence of the guide', () => {
  expect(
    plan('bâtiment C, 3 entrées, R+8, 4 portes par palier: gauche, milieu gauche, milieu droite, droite'),
  ).toEqual({ building: 'Bâtiment C', staircases: '1 2 3', floors: '0..8', doors: FOUR, homes: 108 })
})

describe('people write as they like', () => {
  it.each([
    // text                                                         building          staircases  floors   doors            why
    [
      'BATIMENT C 3 ENTREES R+8 4 PORTES PAR PALIER',
      'Bâtiment C',
      '1 2 3',
      '0..8',
      DEFAULT_FOUR,
      'no comma, no accent, capitals',
    ],
    [
      'bât. C ; entrées 12, 14, 16 ; R + 8 ; 4 portes',
      'Bâtiment C',
      '12 14 16',
      '0..8',
      DEFAULT_FOUR,
      'staircases with their numbers in the street',
    ],
    [
      'bâtiment C, entrées 12, 14 et 16, R+8, 4 portes',
      'Bâtiment C',
      '12 14 16',
      '0..8',
      DEFAULT_FOUR,
      '« et » ends a list',
    ],
    [
      'Tour Panorama, cages A, B, 12 étages, 2 logements par étage : gauche, droite',
      'Tour Panorama',
      'A B',
      '0..12',
      'gauche, droite',
      '12 étages is R+12',
    ],
    [
      'immeuble L’Étoile d’Or : une montée, trois étages, deux portes',
      'Immeuble L’Étoile d’Or',
      '1',
      '0..3',
      'porte 1, porte 2',
      'numbers in letters, apostrophes kept',
    ],
    [
      'bâtiment Z, allée 5, R+3, 1 sous-sol, 2 portes',
      'Bâtiment Z',
      '5',
      '-1..3',
      'porte 1, porte 2',
      'a lived-in basement',
    ],
    [
      'bâtiment A, cage A, du 1er au 4e, 2 portes',
      'Bâtiment A',
      'A',
      '1..4',
      'porte 1, porte 2',
      'shops at street level',
    ],
    [
      'bâtiment A, R+4, sans rez-de-chaussée, 1 porte',
      'Bâtiment A',
      '1',
      '1..4',
      'porte 1',
      'the same, said otherwise',
    ],
    [
      'bâtiment B, 3 entrées de 4 portes par palier, R+2',
      'Bâtiment B',
      '1 2 3',
      '0..2',
      DEFAULT_FOUR,
      'the order is free',
    ],
    [
      'bâtiment B, entrées 1 à 4, plain-pied, 2 portes',
      'Bâtiment B',
      '1 2 3 4',
      '0..0',
      'porte 1, porte 2',
      'a range',
    ],
    [
      'bâtiment B, R+2, porte 11, porte 12',
      'Bâtiment B',
      '1',
      '0..2',
      'porte 11, porte 12',
      'the doors by name only',
    ],
    [
      'bâtiment C\n3 entrées : Nord, Sud\nR+8\n4 portes : gauche',
      'Bâtiment C',
      'Nord Sud 3',
      '0..8',
      'gauche, porte 2, porte 3, porte 4',
      'lines; too few names are completed',
    ],
    ['bâtiment 🏠 برج, R+1, 1 porte', 'Bâtiment 🏠 برج', '1', '0..1', 'porte 1', 'any script'],
  ])('%s', (text, building, staircases, floors, doors) => {
    expect(plan(text)).toMatchObject({ building, staircases, floors, doors })
  })
})

describe('what cannot be is refused with its reason', () => {
  it.each([
    ['bâtiment C, 3 entrées, 400 étages, 4 portes', { because: 'floors_out_of_reach', asked: 400 }],
    ['bâtiment C, R+8, R-9, 4 portes', { because: 'floors_out_of_reach', asked: -9 }],
    ['bâtiment C, du 5e au 2e, 4 portes', { because: 'floors_upside_down' }],
    ['bâtiment C, 3 entrées, R+8', { because: 'no_doors' }],
    ['bâtiment C, 3 entrées, R+8, 0 porte', { because: 'no_doors' }],
    ['bâtiment C, 3 entrées, R+8, 21 portes', { because: 'too_many_doors', asked: 21 }],
    ['bâtiment C, 3 entrées, 4 portes', { because: 'no_floors' }],
    ['3 entrées, R+8, 4 portes', { because: 'no_building' }],
    ['', { because: 'no_building' }],
    ['bâtiment C, 99999 entrées, R+8, 4 portes', { because: 'too_many_staircases', asked: 99_999 }],
    ['bâtiment C, entrées A, A, R+8, 4 portes', { because: 'staircase_twice', name: 'A' }],
    ['bâtiment C, R+8, 2 portes : gauche, gauche', { because: 'label_twice', label: 'gauche' }],
    ['bâtiment C, R+8, 2 portes : a, b, c', { because: 'too_many_labels', doors: 2, labels: 3 }],
    ['bâtiment C, bâtiment D, R+8, 2 portes', { because: 'said_twice', words: 'bâtiment D' }],
    ['bâtiment C, R+8, toit plat, 2 portes', { because: 'not_understood', words: 'toit plat' }],
    ['<script>alert(1)</script>', { because: 'not_understood', words: '<script>alert(1)</script>' }],
    ['bâtiment C, 40 entrées, R+60, 20 portes', { because: 'too_many_homes', asked: 48_800 }],
    [`bâtiment ${'é'.repeat(301)}, R+1, 1 porte`, { because: 'name_too_long' }],
    ['é'.repeat(2001), { because: 'text_too_long' }],
  ])('%s', (text, expected) => {
    expect(refusal(text)).toMatchObject(expected)
  })
})

it('never throws and never plans what the tables would refuse, whatever is typed', () => {
  const piece = fc.constantFrom(
    'bâtiment',
    ' C',
    ',',
    ' ',
    '3 entrées',
    'R+',
    '8',
    '-',
    ':',
    ' portes',
    '4',
    'à',
    ' et ',
    'étages',
    '\n',
    '’',
    'İ',
    '🏠',
    'ﬁ',
  )
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(text, (typed) => {
      const read = readQuickEntry(typed)
      if (!read.ok) return
      const { shape, staircases, building } = read.value
      expect(building.length).toBeLessThanOrEqual(300)
      expect(new Set(staircases).size).toBe(staircases.length)
      expect(shape.positions.length).toBeGreaterThan(0)
      expect(shape.positions.length).toBeLessThanOrEqual(LIMITS.doorsPerLanding)
      expect(shape.lowestFloor).toBeLessThanOrEqual(shape.highestFloor)
      expect(shape.highestFloor).toBeLessThanOrEqual(LIMITS.highestFloor)
    }),
    { numRuns: 2000 },
  )
})

it('reads back every building it could have been told', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 1, max: 8 }),
      (n, top, doors) => {
        expect(plan(`bâtiment D, ${n} entrées, R+${top}, ${doors} portes par palier`).homes).toBe(
          n * (top + 1) * doors,
        )
      },
    ),
  )
})
