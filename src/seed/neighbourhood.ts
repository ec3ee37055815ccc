import { nameUuid } from '../kernel/ids.ts'

/** Every identifier of the invented neighbourhood derives from a name, so that two demonstrations are the same one. */
const SEED = '6b6f5f0e-3c1d-4c56-9d52-0d6a0f0a9b11'
export const seedId = (...parts: readonly string[]): string => nameUuid(SEED, parts.join('/'))

/** The same number at every demonstration, from 0 to 1, for each name. */
export const chance = (...names: readonly string[]): number =>
  Number.parseInt(seedId('chance', ...names).slice(0, 8), 16) / 0x1_0000_0000

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
