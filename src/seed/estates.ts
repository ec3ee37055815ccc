import type { InstitutionKey, SpaceKey } from './neighbourhood.ts'

type Building = {
  readonly name: string
  readonly address: string
  readonly staircases: readonly string[]
  readonly highest: number
  readonly doors: readonly string[]
}
type Estate = {
  readonly name: string
  readonly landlord: InstitutionKey
  readonly commune: string
  readonly union: SpaceKey
  readonly buildings: readonly Building[]
}

const TWO = ['gauche', 'droite'] as const
const THREE = ['gauche', 'face', 'droite'] as const
const FOUR = ['gauche', 'milieu gauche', 'milieu droite', 'droite'] as const
const SIX = ['A', 'B', 'C', 'D', 'E', 'F'] as const

/** Three landlords, nine estates, 394 homes. */
export const ESTATES: readonly Estate[] = [
  {
    name: 'Résidence des Tilleuls',
    landlord: 'toits',
    commune: '99101',
    union: 'tilleuls',
    buildings: [
      {
        name: 'Bâtiment C',
        address: '12 à 16 rue des Tilleuls',
        staircases: ['12', '14', '16'],
        highest: 8,
        doors: FOUR,
      },
    ],
  },
  {
    name: 'Les Érables',
    landlord: 'toits',
    commune: '99101',
    union: 'tilleuls',
    buildings: [
      {
        name: 'Bâtiment A',
        address: '3 et 5 allée des Érables',
        staircases: ['3', '5'],
        highest: 4,
        doors: THREE,
      },
    ],
  },
  {
    name: 'Le Clos du Puits',
    landlord: 'faubourg',
    commune: '99101',
    union: 'tilleuls',
    buildings: [
      {
        name: 'Maison haute',
        address: '1 impasse du Puits',
        staircases: ['1'],
        highest: 3,
        doors: TWO,
      },
    ],
  },
  {
    name: 'Quai des Lavandières',
    landlord: 'rives',
    commune: '99101',
    union: 'canal',
    buildings: [
      {
        name: 'Bâtiment 1',
        address: '20 quai des Lavandières',
        staircases: ['1', '2'],
        highest: 4,
        doors: THREE,
      },
      {
        name: 'Bâtiment 2',
        address: '22 quai des Lavandières',
        staircases: ['3', '4'],
        highest: 4,
        doors: THREE,
      },
    ],
  },
  {
    name: 'Les Écluses',
    landlord: 'rives',
    commune: '99101',
    union: 'canal',
    buildings: [
      {
        name: 'Bâtiment unique',
        address: '7 rue de l’Écluse',
        staircases: ['7', '9'],
        highest: 5,
        doors: THREE,
      },
    ],
  },
  {
    name: 'La Filature',
    landlord: 'faubourg',
    commune: '99101',
    union: 'canal',
    buildings: [
      {
        name: 'Ancienne filature',
        address: '2 cour de la Filature',
        staircases: ['A'],
        highest: 6,
        doors: FOUR,
      },
    ],
  },
  {
    name: 'Tour Belle-Brume',
    landlord: 'toits',
    commune: '99102',
    union: 'brume',
    buildings: [
      { name: 'Tour', address: '1 place Belle-Brume', staircases: ['1'], highest: 14, doors: FOUR },
    ],
  },
  {
    name: 'Les Pins',
    landlord: 'rives',
    commune: '99102',
    union: 'brume',
    buildings: [
      {
        name: 'Bâtiment P',
        address: '10 chemin des Pins',
        staircases: ['10', '12'],
        highest: 4,
        doors: FOUR,
      },
    ],
  },
  {
    name: 'Les Coteaux',
    landlord: 'faubourg',
    commune: '99102',
    union: 'brume',
    buildings: [
      {
        name: 'Bâtiment bas',
        address: '4 route des Coteaux',
        staircases: ['4'],
        highest: 3,
        doors: SIX,
      },
    ],
  },
]
