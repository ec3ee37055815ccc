import { SPACE_KINDS, schemaOf, type SpaceKind } from '../db/logins.ts'

/** Where each granted table stands: in every kind's schema, in one kind's, or in a schema of the house. */
const OF_EACH_KIND = [
  'space',
  'membership',
  'invitation',
  'passage',
  'inbox',
  'form_receipt',
  'purge_register',
  'audit_line',
  'audit_seal',
] as const
/** Files in: the tables stand in every kind's schema; grants open them to those that load files. */
const OF_SOURCES = [
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
const OF_UNION = [
  'home',
  'person',
  'occupancy',
  'consent',
  'merger',
  'complaint',
  'complaint_event',
  'complaint_state',
  'complaint_cell',
  'complaint_deadline',
  'letter',
  'attachment',
  'follow_up_code',
  'saved_view',
  'digest_refusal',
  'instrument',
  'survey_campaign',
  'survey_key',
  'survey_assignment',
  'survey_device',
  'survey_envelope',
  'survey_visit',
  'survey_said',
  'survey_complaint',
  'survey_set_aside',
] as const
/** Written by whoever reads a landlord's charter, and by the landlord: in a table of each of the two kinds. */
const OF_UNION_AND_DESK = ['charter_rule'] as const
const OF_DIRECTORY = ['commune', 'institution', 'estate', 'building', 'staircase', 'nomenclature'] as const
const OF_KEYRING = ['mail', 'sign_in_link', 'session', 'draft', 'attempt'] as const

const has = (tables: readonly string[], table: string): boolean => tables.includes(table)

/** The schemas that hold a table of this name. */
export function schemasOf(table: string): readonly string[] {
  if (has(OF_EACH_KIND, table) || has(OF_SOURCES, table)) return SPACE_KINDS.map(schemaOf)
  if (has(OF_UNION, table)) return [schemaOf('union')]
  if (has(OF_UNION_AND_DESK, table)) return [schemaOf('union'), schemaOf('desk')]
  if (has(OF_DIRECTORY, table)) return ['directory']
  if (has(OF_KEYRING, table)) return ['keyring']
  if (table === 'publication') return ['public_space']
  if (table === 'delivery') return ['doorway']
  throw new Error(`access/tables.ts does not say where ${table} stands`)
}

/** Tables that a scope of this kind could meet; the matrix test walks them all. */
export const tablesOf = (kind: SpaceKind): readonly string[] => [
  ...OF_EACH_KIND,
  ...OF_SOURCES,
  ...(kind === 'union' ? OF_UNION : []),
  ...(kind === 'union' || kind === 'desk' ? OF_UNION_AND_DESK : []),
  ...OF_DIRECTORY,
]

/** The directory belongs to no space: its grants reach every row, for the circles that hold them. */
export const hasSpace = (table: string): boolean =>
  [OF_EACH_KIND, OF_SOURCES, OF_UNION, OF_UNION_AND_DESK].some((tables) => has(tables, table))
