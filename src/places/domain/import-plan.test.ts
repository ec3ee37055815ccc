import { describe, expect, it } from 'vitest'
import type { HomeRow } from './homes-csv.ts'
import { type Directory, planImport } from './import-plan.ts'

const commune = { code: '99001', name: 'Valmont', postcode: '99100' }
const landlord = { id: 'l', name: 'Habitat des Coteaux' }
const tilleuls = { id: 'e1', name: 'Les Tilleuls', landlord, commune }
const known: Directory = {
  estates: [tilleuls, { ...tilleuls, id: 'e2', name: 'Le Parc' }, { ...tilleuls, id: 'e3', name: 'le parc' }],
  buildings: [{ id: 'b1', estateId: 'e1', name: 'Bâtiment C', address: '1 rue des Tilleuls' }],
  staircases: [
    {
      id: 's1',
      buildingId: 'b1',
      name: '12',
      lowestFloor: 0,
      highestFloor: 3,
      positions: ['porte 11', 'porte 12'],
    },
  ],
}
const row = (over: Partial<HomeRow> = {}): HomeRow => ({
  line: 2,
  cells: [],
  estate: 'LES TILLEULS',
  building: 'C',
  staircase: '12',
  floor: 1,
  door: '1',
  label: '',
  address: '',
  ...over,
})
const planned = (...rows: HomeRow[]) => {
  const { buildings, leftOut } = planImport(rows, known)
  return {
    leftOut: leftOut.map(({ why }) => why.because),
    buildings: buildings.map((b) => b.known?.id ?? `+${b.name}`),
    staircases: buildings.flatMap((b) => [...b.staircases.values()]).map((s) => s.known?.id ?? `+${s.name}`),
    shapes: buildings.flatMap((b) => [...b.staircases.values()]).map((s) => s.shape),
    positions: buildings
      .flatMap((b) => [...b.staircases.values()])
      .flatMap((s) => s.homes.map((h) => h.position)),
  }
}

describe('a row finds what the directory knows', () => {
  it.each([
    ['C', '12', 'as it is named'],
    ['bât. c', 'Entrée 12', 'short word, capitals'],
    ['BATIMENT C', "cage d'escalier 12", 'without accents'],
  ])('building %s, staircase %s (%s)', (building, staircase) => {
    expect(planned(row({ building, staircase }))).toMatchObject({ buildings: ['b1'], staircases: ['s1'] })
  })

  it.each([
    ['porte 11', 1, 'a name of the landing, though it is a number too large'],
    ['12', 2, 'the number in that name'],
    ['2', 2, 'the rank on the landing'],
    ['Droite', 3, 'a name that was not there yet'],
    ['5', 5, 'a rank that was not there yet'],
  ])('door %s is position %i: %s', (door, position) => {
    expect(planned(row({ door })).positions).toEqual([position])
  })
})

it('adds what the directory does not know, once', () => {
  expect(
    planned(row({ building: 'D', door: 'gauche' }), row({ building: 'bat d', door: 'droite', floor: 2 })),
  ).toEqual({
    leftOut: [],
    buildings: ['+Bâtiment D'],
    staircases: ['+12'],
    shapes: [{ lowestFloor: 1, highestFloor: 2, positions: ['gauche', 'droite'] }],
    positions: [1, 2],
  })
})

it('widens a staircase to a floor and a door that were not there', () => {
  const [shape] = planned(row({ floor: 5, door: '4' })).shapes
  expect(shape).toMatchObject({
    lowestFloor: 0,
    highestFloor: 5,
    positions: ['porte 11', 'porte 12', 'porte 3', 'porte 4'],
  })
})

it.each([
  [{ estate: 'Les Lilas' }, 'unknown_estate'],
  [{ estate: 'Le Parc' }, 'ambiguous_estate'],
] as const)('leaves %j out: %s', (over, because) => expect(planned(row(over)).leftOut).toEqual([because]))

describe('when the estate is chosen for the whole table', () => {
  it.each([
    ['', 'says none'],
    ['LES  TILLEULS', 'says the same'],
  ])('a row goes there: %j %s', (estate) => {
    const { buildings, leftOut } = planImport([row({ estate })], { ...known, estates: [tilleuls] }, tilleuls)
    expect([buildings.map((b) => b.known?.id), leftOut]).toEqual([['b1'], []])
  })

  it.each(['Le Parc', 'Inconnue', '…'])('a row that says «%s» is left out, with both names', (estate) => {
    const { buildings, leftOut } = planImport([row({ estate })], known, tilleuls)
    expect(buildings).toEqual([])
    expect(leftOut).toMatchObject([
      { why: { because: 'another_estate', said: estate, chosen: 'Les Tilleuls' } },
    ])
  })
})

it('leaves out a second name of the same door, and a 21st door', () => {
  expect(planned(row({ door: '1' }), row({ door: 'porte 11' })).leftOut).toEqual(['same_door_twice'])
  const doors = Array.from({ length: 21 }, (_, i) =>
    row({ building: 'E', door: `chambre ${'abcdefghijklmnopqrstu'[i]}` }),
  )
  expect(planned(...doors).leftOut).toEqual(['landing_full'])
})
