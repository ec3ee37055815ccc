import type { FacadeHome, FacadeStaircase } from '../../ui/facade.tsx'

type Known = number | 'none' | 'unknown'

/** Days waited behind each door, top floor first. Invented: nobody lives here. */
const ENTRANCES: readonly { readonly name: string; readonly floors: readonly (readonly Known[])[] }[] = [
  {
    name: '2',
    floors: [
      [64, 'none', 'none', 118],
      ['none', 22, 'unknown', 'none'],
      ['none', 'none', 41, 203],
      [12, 'none', 'none', 'none'],
      ['none', 'unknown', 'none', 88],
    ],
  },
  {
    name: '4',
    floors: [
      [246, 143, 402, 87],
      ['unknown', 268, 311, 'none'],
      [146, 61, 391, 'unknown'],
      ['none', 20, 'none', 171],
      ['none', 196, 412, 253],
    ],
  },
  {
    name: '6',
    floors: [
      ['none', 9, 'none', 'none'],
      [37, 'none', 'none', 154],
      ['unknown', 'none', 26, 'none'],
      ['none', 'none', 'none', 72],
      [15, 'none', 'unknown', 'none'],
    ],
  },
]
const FLOORS = [
  { short: '4', label: '4e étage' },
  { short: '3', label: '3e étage' },
  { short: '2', label: '2e étage' },
  { short: '1', label: '1er étage' },
  { short: 'RDC', label: 'rez-de-chaussée' },
] as const

function homeOf(known: Known, label: string): FacadeHome {
  return known === 'none' || known === 'unknown'
    ? { label, state: known }
    : { label, state: 'waiting', days: known }
}

export const staircases: readonly FacadeStaircase[] = ENTRANCES.map(({ name, floors }) => ({
  id: `entree-${name}`,
  name,
  label: `Entrée ${name}`,
  floors: FLOORS.map(({ short, label }, i) => ({
    short,
    homes: (floors[i] ?? []).map((known, j) => homeOf(known, `${label}, porte ${'ABCD'[j]}`)),
  })),
}))

const MANY_DAYS = 91

export type Waits = {
  readonly name: string
  readonly homes: number
  readonly met: number
  readonly waiting: number
  readonly long: number
  readonly longest: number
}

function waitsOf(name: string, known: readonly Known[]): Waits {
  const days = known.filter((k) => typeof k === 'number')
  return {
    name,
    homes: known.length,
    met: known.filter((k) => k !== 'unknown').length,
    waiting: days.length,
    long: days.filter((d) => d > MANY_DAYS).length,
    longest: Math.max(0, ...days),
  }
}

/** The figures of the sentence and of the table come from the drawing's own data. */
export const waitsByEntrance: readonly Waits[] = ENTRANCES.map(({ name, floors }) =>
  waitsOf(name, floors.flat()),
)
export const waitsOfBuilding: Waits = waitsOf(
  'ensemble',
  ENTRANCES.flatMap(({ floors }) => floors.flat()),
)
