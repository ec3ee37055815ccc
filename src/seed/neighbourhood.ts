import { nameUuid } from '../kernel/ids.ts'

/** Every identifier of the invented neighbourhood derives from a name, so that two demonstrations are the same one. */
const SEED = '6b6f5f0e-3c1d-4c56-9d52-0d6a0f0a9b11'
export const seedId = (...parts: readonly string[]): string => nameUuid(SEED, parts.join('/'))

/** Invented communes: no commune of France has a code in 99. */
export const COMMUNES = [
  { code: '99101', name: 'Auvelle', postcode: '99100' },
  { code: '99102', name: 'Saint-Brume', postcode: '99120' },
] as const

export const INSTITUTIONS = [
  {
    key: 'federation',
    kind: 'federation',
    name: 'Fédération des unions d’Auvelle et de Saint-Brume',
    parent: null,
  },
  { key: 'tilleuls', kind: 'union', name: 'Union des Tilleuls', parent: 'federation' },
  { key: 'canal', kind: 'union', name: 'Union du Canal', parent: 'federation' },
  { key: 'brume', kind: 'union', name: 'Union des Hauts-de-Brume', parent: 'federation' },
  { key: 'toits', kind: 'landlord', name: 'Toits d’Auvelle', parent: null },
  { key: 'rives', kind: 'landlord', name: 'Habitat des Deux Rives', parent: null },
  { key: 'faubourg', kind: 'landlord', name: 'Logis du Faubourg', parent: null },
  { key: 'ville', kind: 'authority', name: 'Ville d’Auvelle', parent: null },
  { key: 'institut', kind: 'institute', name: 'Institut des Marches', parent: null },
  { key: 'recherche', kind: 'research_team', name: 'Équipe Attentes et réponses', parent: null },
] as const
export type InstitutionKey = (typeof INSTITUTIONS)[number]['key']

/** The spaces of the neighbourhood, one per organisation; a federation is a space of the kind union that receives counts. */
export const SPACES = [
  { key: 'tilleuls', kind: 'union', name: 'Union des Tilleuls', word: 'entrée' },
  { key: 'canal', kind: 'union', name: 'Union du Canal', word: 'allée' },
  { key: 'brume', kind: 'union', name: 'Union des Hauts-de-Brume', word: 'cage' },
  { key: 'federation', kind: 'union', name: 'Fédération des unions', word: 'entrée' },
  { key: 'toits', kind: 'desk', name: 'Guichet de Toits d’Auvelle', word: 'entrée' },
  { key: 'rives', kind: 'desk', name: 'Guichet d’Habitat des Deux Rives', word: 'entrée' },
  { key: 'faubourg', kind: 'desk', name: 'Guichet de Logis du Faubourg', word: 'entrée' },
  { key: 'ville', kind: 'desk', name: 'Guichet de la Ville d’Auvelle', word: 'entrée' },
  { key: 'institut', kind: 'programme', name: 'Programme Quartiers d’interpellation', word: 'entrée' },
  { key: 'recherche', kind: 'research', name: 'Recherche Attentes et réponses', word: 'entrée' },
] as const satisfies readonly { key: InstitutionKey; kind: string; name: string; word: string }[]
export type SpaceKey = (typeof SPACES)[number]['key']

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
        staircases: ['Entrée 12', 'Entrée 14', 'Entrée 16'],
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
        staircases: ['Entrée 3', 'Entrée 5'],
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
        staircases: ['Entrée 1'],
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
        staircases: ['Allée 1', 'Allée 2'],
        highest: 4,
        doors: THREE,
      },
      {
        name: 'Bâtiment 2',
        address: '22 quai des Lavandières',
        staircases: ['Allée 3', 'Allée 4'],
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
        staircases: ['Allée 7', 'Allée 9'],
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
        staircases: ['Allée A'],
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
      { name: 'Tour', address: '1 place Belle-Brume', staircases: ['Cage unique'], highest: 14, doors: FOUR },
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
        staircases: ['Cage 10', 'Cage 12'],
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
        staircases: ['Cage 4'],
        highest: 3,
        doors: SIX,
      },
    ],
  },
]
