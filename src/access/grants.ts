import type { Circle } from './circles.ts'
import type { Login, SpaceKind } from '../db/logins.ts'

export const VERBS = ['select', 'insert', 'update', 'delete'] as const
export type Verb = (typeof VERBS)[number]

/**
 * What a row must be for a grant to reach it. Each compares columns of the row with the scope's settings, never more:
 * `in_space` the row's space is the scope's · `self` and the row is this account's own · `anywhere` the table holds no
 * space (directory, publications) or its holder serves them all (system, doorkeeper) · `published` not withdrawn.
 */
export type Predicate = 'in_space' | 'self' | 'anywhere' | 'published'

export type Grant = {
  table: string
  verbs: readonly Verb[]
  /** A kind of space with the circles that hold the grant in it, or a login role that serves no space. */
  to: { kind: SpaceKind; circles: readonly Circle[] } | Exclude<Login, SpaceKind>
  when: Predicate
  /** The reason, in French: printed in docs/access.md. */
  why: string
}

const READ = ['select'] as const
const WRITE = ['select', 'insert', 'update'] as const

const UNION_FIELD = ['organiser', 'steward', 'canvasser', 'officer'] as const
const EVERYBODY = {
  union: [...UNION_FIELD, 'treasurer', 'administrator'],
  desk: ['contact', 'data_officer', 'decision_owner', 'administrator'],
  programme: ['lead', 'assistant', 'participant', 'examiner', 'administrator'],
  research: ['researcher', 'data_steward', 'assistant', 'administrator'],
} as const satisfies Record<SpaceKind, readonly Circle[]>
const CONTENTS = {
  union: ['organiser', 'steward', 'officer'],
  desk: ['contact', 'data_officer', 'decision_owner'],
  programme: ['lead', 'assistant'],
  research: ['researcher', 'data_steward', 'assistant'],
} as const satisfies Record<SpaceKind, readonly Circle[]>
const DECIDER = {
  union: ['officer'],
  desk: ['decision_owner'],
  programme: ['lead'],
  research: ['data_steward'],
} as const satisfies Record<SpaceKind, readonly Circle[]>
const KINDS = ['union', 'desk', 'programme', 'research'] as const

type Circles = Record<SpaceKind, readonly Circle[]>
const inEachKind = (
  table: string,
  verbs: readonly Verb[],
  circles: Circles,
  when: Predicate,
  why: string,
): Grant[] => KINDS.map((kind) => ({ table, verbs, to: { kind, circles: circles[kind] }, when, why }))
const administrators: Circles = {
  union: ['administrator'],
  desk: ['administrator'],
  programme: ['administrator'],
  research: ['administrator'],
}

/** What a space of any kind has: its settings, its people with an account, its doors, its traces. */
const HOUSE: readonly Grant[] = [
  ...inEachKind(
    'space',
    READ,
    EVERYBODY,
    'in_space',
    'Chacun·e connaît le nom et les réglages de son espace.',
  ),
  ...inEachKind(
    'space',
    ['update'],
    administrators,
    'in_space',
    'L’administration règle l’espace, sans en lire les contenus.',
  ),
  ...inEachKind(
    'membership',
    READ,
    EVERYBODY,
    'in_space',
    'Chacun·e sait avec qui il ou elle partage l’espace.',
  ),
  ...inEachKind(
    'membership',
    ['insert', 'update'],
    administrators,
    'in_space',
    'L’administration ouvre et ferme les accès.',
  ),
  ...inEachKind('membership', ['update'], EVERYBODY, 'self', 'Chacun·e peut quitter l’espace de soi-même.'),
  ...inEachKind(
    'invitation',
    WRITE,
    administrators,
    'in_space',
    'L’administration invite et retire une invitation.',
  ),
  ...inEachKind(
    'passage',
    READ,
    CONTENTS,
    'in_space',
    'Celles et ceux qui préparent voient ce qui est sorti.',
  ),
  ...inEachKind(
    'passage',
    ['insert'],
    DECIDER,
    'in_space',
    'Seul un cercle qui décide fait passer une porte.',
  ),
  ...inEachKind('inbox', READ, CONTENTS, 'in_space', 'Ce qui est adressé à l’espace y est lu.'),
  ...inEachKind(
    'form_receipt',
    ['select', 'insert'],
    EVERYBODY,
    'self',
    'Un formulaire envoyé deux fois n’agit qu’une fois.',
  ),
  ...inEachKind(
    'audit_line',
    READ,
    administrators,
    'in_space',
    'L’administration relit qui a fait quoi, jamais les contenus.',
  ),
  ...inEachKind(
    'purge_register',
    READ,
    administrators,
    'in_space',
    'L’administration montre ce qui a été effacé et quand.',
  ),
]

const inUnion = (circles: readonly Circle[]): Grant['to'] => ({ kind: 'union', circles })

const UNION: readonly Grant[] = [
  {
    table: 'home',
    verbs: WRITE,
    to: inUnion(UNION_FIELD),
    when: 'in_space',
    why: 'Le terrain connaît les portes et en ajoute.',
  },
  {
    table: 'person',
    verbs: WRITE,
    to: inUnion(UNION_FIELD),
    when: 'in_space',
    why: 'Le terrain note qui lui a parlé.',
  },
  {
    table: 'occupancy',
    verbs: WRITE,
    to: inUnion(UNION_FIELD),
    when: 'in_space',
    why: 'Qui habite où, et depuis quand.',
  },
  {
    table: 'consent',
    verbs: WRITE,
    to: inUnion(UNION_FIELD),
    when: 'in_space',
    why: 'Chaque accord est noté, et retiré aussi facilement.',
  },
  {
    table: 'merger',
    verbs: WRITE,
    to: inUnion(['organiser', 'officer']),
    when: 'in_space',
    why: 'Réunir deux fiches, et pouvoir revenir en arrière.',
  },
  {
    table: 'person',
    verbs: ['delete'],
    to: inUnion(['officer']),
    when: 'in_space',
    why: 'Effacer une personne qui le demande.',
  },
  {
    table: 'occupancy',
    verbs: ['delete'],
    to: inUnion(['officer']),
    when: 'in_space',
    why: 'Effacer une personne efface où elle a vécu.',
  },
  {
    table: 'consent',
    verbs: ['delete'],
    to: inUnion(['officer']),
    when: 'in_space',
    why: 'Effacer une personne efface ses accords.',
  },
  {
    table: 'merger',
    verbs: ['delete'],
    to: inUnion(['officer']),
    when: 'in_space',
    why: 'Effacer une personne efface les fiches réunies.',
  },
]

const DIRECTORY_TABLES = [
  'commune',
  'institution',
  'estate',
  'building',
  'staircase',
  'nomenclature',
] as const
const directoryGrants = (table: (typeof DIRECTORY_TABLES)[number]): Grant[] => [
  ...inEachKind(table, READ, EVERYBODY, 'anywhere', 'L’annuaire ne contient rien de personnel.'),
  { table, verbs: READ, to: 'public', when: 'anywhere', why: 'L’annuaire ne contient rien de personnel.' },
  { table, verbs: READ, to: 'system', when: 'anywhere', why: 'Les tâches de fond nomment les lieux.' },
]
const DIRECTORY: readonly Grant[] = [
  ...DIRECTORY_TABLES.flatMap(directoryGrants),
  ...(['commune', 'estate', 'building', 'staircase'] as const).map((table): Grant => ({
    table,
    verbs: ['insert', 'update'],
    to: inUnion(['organiser', 'steward', 'officer']),
    when: 'anywhere',
    why: 'L’union décrit les lieux qu’elle parcourt.',
  })),
  {
    table: 'institution',
    verbs: ['insert'],
    to: inUnion(['organiser', 'officer']),
    when: 'anywhere',
    why: 'Un bailleur inconnu peut être ajouté.',
  },
]

const PUBLIC: readonly Grant[] = [
  {
    table: 'publication',
    verbs: READ,
    to: 'public',
    when: 'published',
    why: 'Ce qui est publié se lit, tant que ce n’est pas retiré.',
  },
  {
    table: 'publication',
    verbs: ['select', 'insert', 'update'],
    to: 'doorkeeper',
    when: 'anywhere',
    why: 'La porte publie et retire.',
  },
]

/** Tables of each kind that a servant of the house (a job, the doorkeeper) reaches in every space. */
const servant = (table: string, verbs: readonly Verb[], to: 'system' | 'doorkeeper', why: string): Grant => ({
  table,
  verbs,
  to,
  when: 'anywhere',
  why,
})
const SERVANTS: readonly Grant[] = [
  servant('passage', READ, 'doorkeeper', 'La porte lit ce qui doit passer.'),
  servant('inbox', ['select', 'insert', 'update'], 'doorkeeper', 'La porte dépose, et reprend.'),
  servant('delivery', ['select', 'insert'], 'doorkeeper', 'La porte note ce qu’elle a remis.'),
  servant('audit_line', ['select', 'delete'], 'system', 'Sceller les lignes ; purger les plus anciennes.'),
  servant('audit_seal', ['select', 'insert'], 'system', 'Enchaîner les lignes par empreinte.'),
  servant('purge_register', ['select', 'insert'], 'system', 'Tenir le registre de ce qui est purgé.'),
  servant('form_receipt', ['select', 'delete'], 'system', 'Un reçu de formulaire ne se garde pas.'),
  servant('invitation', ['select', 'delete'], 'system', 'Une invitation expirée ne se garde pas.'),
  servant('inbox', ['select', 'delete'], 'system', 'Ce qui a été retiré ne se garde pas.'),
  servant('membership', READ, 'system', 'Savoir à qui écrire.'),
  servant('space', READ, 'system', 'Nommer l’espace dans un courriel.'),
  servant('person', ['select', 'delete'], 'system', 'Effacer ce qui n’a plus de raison d’être gardé.'),
  servant('occupancy', ['select', 'delete'], 'system', 'Effacer ce qui n’a plus de raison d’être gardé.'),
  servant('consent', ['select', 'delete'], 'system', 'Effacer ce qui n’a plus de raison d’être gardé.'),
  servant('merger', ['select', 'delete'], 'system', 'Effacer ce qui n’a plus de raison d’être gardé.'),
  ...(['mail', 'sign_in_link', 'session', 'draft', 'attempt'] as const).map((table) =>
    servant(
      table,
      table === 'mail' ? ['select', 'update', 'delete'] : ['select', 'delete'],
      'system',
      'Envoyer les courriels ; purger ce qui a expiré.',
    ),
  ),
]

/** Who may do what to which rows: said here once; policies.sql, docs/access.md and the matrix test are made from it. */
export const GRANTS: readonly Grant[] = [...HOUSE, ...UNION, ...DIRECTORY, ...PUBLIC, ...SERVANTS]
