import { EVERYBODY, type Grant, inEachKind, READ } from './grant.ts'

const DIRECTORY_TABLES = [
  'commune',
  'institution',
  'estate',
  'building',
  'staircase',
  'nomenclature',
] as const
const directoryGrants = (table: (typeof DIRECTORY_TABLES)[number]): Grant[] => [
  ...inEachKind(EVERYBODY, {
    table,
    verbs: READ,
    when: 'anywhere',
    why: 'L’annuaire ne contient rien de personnel.',
  }),
  { table, verbs: READ, to: 'public', when: 'anywhere', why: 'L’annuaire ne contient rien de personnel.' },
  { table, verbs: READ, to: 'system', when: 'anywhere', why: 'Les tâches de fond nomment les lieux.' },
]
export const DIRECTORY: readonly Grant[] = [
  ...DIRECTORY_TABLES.flatMap(directoryGrants),
  ...(['commune', 'estate', 'building', 'staircase'] as const).map((table): Grant => ({
    table,
    verbs: ['insert', 'update'],
    to: { kind: 'union', circles: ['organiser', 'steward', 'officer'] },
    when: 'anywhere',
    why: 'L’union décrit les lieux qu’elle parcourt.',
  })),
  {
    table: 'institution',
    verbs: ['insert'],
    to: { kind: 'union', circles: ['organiser', 'officer'] },
    when: 'anywhere',
    why: 'Un bailleur inconnu peut être ajouté.',
  },
]
