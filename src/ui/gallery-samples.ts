import { calendarDay } from '../kernel/calendar-day.ts'
import type { GridDoor, GridFloor } from './doors-grid.tsx'
import type { FacadeFloor, FacadeStaircase } from './facade.tsx'
import type { FormState } from './form.tsx'
import type { Step } from './stairs.tsx'

/** Invented data for the gallery. Nobody lives here. */
export const TODAY = calendarDay('2026-11-22')

export const refused: FormState = {
  values: {
    prenom: 'Camille D.',
    mel: 'camille@',
    depuis: 'l’autre jour',
    montrer: 'bailleur',
    accord: 'oui',
  },
  errors: {
    mel: 'Il manque ce qui suit le signe @.',
    depuis: 'Donnez au moins une année ou une saison.',
  },
}

export const waits = [
  { where: 'Entrée 12', homes: 9, longest: 143 },
  { where: 'Entrée 14', homes: 22, longest: 412 },
]

const stair = (...shares: readonly (readonly [number, number])[]): readonly Step[] =>
  shares.map(([day, share]) => ({
    day,
    share,
    low: Math.max(0, share - 0.02 - day / 5000),
    high: Math.min(1, share + 0.02 + day / 5000),
  }))

export const steps = stair(
  [0, 1],
  [3, 0.92],
  [9, 0.81],
  [16, 0.72],
  [28, 0.61],
  [52, 0.56],
  [102, 0.5],
  [160, 0.44],
  [231, 0.4],
  [312, 0.37],
)
export const otherSteps = stair(
  [0, 1],
  [3, 0.85],
  [8, 0.62],
  [16, 0.5],
  [29, 0.41],
  [61, 0.31],
  [98, 0.27],
  [190, 0.19],
  [300, 0.14],
)

const DAYS: readonly (readonly (number | 'none' | 'unknown')[])[] = [
  [246, 143, 402, 87],
  ['unknown', 268, 311, 'none'],
  [146, 61, 391, 'unknown'],
  ['none', 20, 'none', 'none'],
  ['none', 196, 412, 253],
]
const ORDINALS = ['4e étage', '3e étage', '2e étage', '1er étage', 'rez-de-chaussée'] as const

const floorsOf = (rows: typeof DAYS, href: string): readonly FacadeFloor[] =>
  rows.map((row, i) => ({
    short: i === rows.length - 1 ? 'RDC' : String(rows.length - 1 - i),
    homes: row.map((known, j) => {
      const label = `${ORDINALS[i + ORDINALS.length - rows.length]}, porte ${'ABCDEF'[j]}`
      if (known === 'none' || known === 'unknown') return { label, state: known }
      return { label, state: 'waiting', days: known, href }
    }),
  }))

export const staircases: readonly FacadeStaircase[] = [
  { id: 'entree-12', name: '12', label: 'Entrée 12', floors: floorsOf(DAYS.toReversed(), '#fil') },
  { id: 'entree-14', name: '14', label: 'Entrée 14', floors: floorsOf(DAYS, '#fil') },
  {
    id: 'entree-16',
    name: '16',
    label: 'Entrée 16',
    floors: floorsOf(
      DAYS.slice(2).map((row) => row.slice(1, 3)),
      '#fil',
    ),
  },
]

const todo = (letter: string): GridDoor => ({ letter, href: '#portes', state: 'todo' })
export const doorFloors: readonly GridFloor[] = [
  {
    label: '2e étage',
    short: '2',
    doors: [
      { letter: 'A', href: '#portes', state: 'spoke' },
      { letter: 'B', href: '#portes', state: 'later', word: 'à 18\u00a0h', held: true },
      { letter: 'C', href: '#portes', state: 'refused' },
      { letter: 'D', href: '#portes', state: 'absent' },
    ],
  },
  {
    label: '1er étage',
    short: '1',
    doors: [
      { letter: 'A', href: '#portes', state: 'language', held: true },
      { letter: 'B', href: '#portes', state: 'here' },
      { letter: 'C', href: '#portes', state: 'closed' },
      todo('D'),
    ],
  },
  {
    label: 'Rez-de-chaussée',
    short: 'R',
    doors: [{ letter: 'A', href: '#portes', state: 'vacant' }, todo('B')],
  },
]
