import type { SpaceKind } from '../db/logins.ts'
import type { Circle } from './circles.ts'
import { CONTENTS, type Grant, READ, type Verb } from './grant.ts'

/** The kinds of space that load files; a programme receives none. */
const KINDS = ['union', 'desk', 'research'] as const satisfies readonly SpaceKind[]
type Holders = Record<(typeof KINDS)[number], readonly Circle[]>

/** Who reads files in. */
export const LOADERS = {
  union: ['organiser', 'officer'],
  desk: ['data_officer', 'decision_owner'],
  research: ['researcher', 'data_steward'],
} as const satisfies Holders

/** Who says under which agreement files may come: in research, only the steward decides what enters. */
export const AGREERS = { ...LOADERS, research: ['data_steward'] } as const satisfies Holders

const inKinds = (
  circles: Holders,
  table: string,
  verbs: readonly Verb[],
  why: string,
  columns?: readonly string[],
): Grant[] =>
  KINDS.map((kind) => ({
    table,
    verbs,
    ...(columns ? { columns } : {}),
    to: { kind, circles: circles[kind] },
    when: 'in_space',
    why,
  }))

const READ_BY_ALL = [
  'data_agreement',
  'source',
  'source_upload',
  'source_vintage',
  'source_stratum',
  'source_case',
  'source_reject',
  'source_cell',
  'source_wait',
  'source_day',
  'waits_release',
] as const

/** What shows why a file was read, and what left of it. */
const KEPT_WITH_THE_SPACE: readonly string[] = ['data_agreement', 'waits_release']

/** Written by an import, replaced by the next, gone with their source. */
const CONTENT = ['source_stratum', 'source_reject', 'source_wait', 'source_day'] as const
const LOADED = 'Ce qu’un fichier apporte est écrit par sa lecture, et part avec la source.'
const PURGED = 'Effacer ce que la convention ne permet plus de garder.'

const servant = (table: string, verbs: readonly Verb[]): Grant => ({
  table,
  verbs,
  to: 'system',
  when: 'anywhere',
  why: PURGED,
})

/** Files in: who reads them, who brings them; nothing of them is rewritten but by a new vintage. */
export const SOURCES: readonly Grant[] = [
  ...READ_BY_ALL.flatMap((table) =>
    inKinds(
      CONTENTS,
      table,
      READ,
      'Une source se lit dans l’espace qui l’a chargée, et nulle part ailleurs.',
    ),
  ),
  ...inKinds(
    CONTENTS,
    'waits_release',
    ['insert'],
    'Ce qui sort sous protection se compare à ce qui est déjà sorti.',
  ),
  ...inKinds(
    AGREERS,
    'data_agreement',
    ['insert', 'update'],
    'Dire sous quelle convention un fichier peut entrer, et y mettre fin.',
    ['ended_at'],
  ),
  ...inKinds(LOADERS, 'source', ['insert', 'update'], 'Charger une source, la corriger, la retirer.', [
    'name',
    'agreement_id',
    'institution_id',
    'map',
    'time_zone',
    'entry_from',
    'extraction_rule',
    'current_vintage',
    'removed_at',
  ]),
  ...inKinds(
    LOADERS,
    'source_upload',
    ['insert', 'update', 'delete'],
    'Déposer un fichier, suivre sa lecture, l’arrêter.',
    ['source_id', 'state', 'rows_read', 'rows_total', 'stop_asked', 'failure', 'facts', 'heartbeat_at'],
  ),
  ...inKinds(LOADERS, 'source_vintage', ['insert'], 'Un millésime s’ajoute\u202f; aucun n’est récrit.'),
  ...CONTENT.flatMap((table) => inKinds(LOADERS, table, ['insert', 'delete'], LOADED)),
  ...inKinds(LOADERS, 'source_case', ['insert', 'update', 'delete'], LOADED, [
    'stratum_id',
    'opened_day',
    'closed_day',
    'outcome',
    'hours',
    'last_vintage',
  ]),
  ...inKinds(LOADERS, 'source_cell', ['insert', 'update', 'delete'], LOADED, ['n']),
  ...READ_BY_ALL.map((table) =>
    servant(table, KEPT_WITH_THE_SPACE.includes(table) ? READ : ['select', 'delete']),
  ),
]
