import { sql } from 'kysely'
import { schemasOf, tablesOf } from '../../src/access/tables.ts'
import type { Database } from '../../src/db/connect.ts'
import { schemaOf, type SpaceKind } from '../../src/db/logins.ts'
import { newId } from '../../src/kernel/ids.ts'
import { SOURCE_SAMPLES, SURVEY_SAMPLES } from './sample-rows-of-nouns.ts'
import { at, fresh, freshDoor, nextNumber, type Parents, type Row, type Whose } from './sample-values.ts'

const CIRCLE: Record<SpaceKind, string> = {
  union: 'canvasser',
  desk: 'contact',
  programme: 'assistant',
  research: 'researcher',
}
const search = () => ({ name: `Essai ${fresh()}`, search_text: 'essai' })

/** One valid row per table. A new table gets its line here; the matrix test says so. */
const SAMPLES: Record<string, (w: Whose) => Row> = {
  membership: (w) => ({
    account_id: w.accountId,
    account_name: 'Inès',
    account_email: `${fresh()}@example.org`,
    circle: CIRCLE[w.kind],
    since: at,
  }),
  invitation: (w) => ({
    hash: Buffer.from(fresh()),
    email: `${fresh()}@example.org`,
    name: 'Inès',
    circle: CIRCLE[w.kind],
    invited_by: w.accountId,
    invited_at: at,
    expires_at: at,
  }),
  passage: (w) => ({
    door: 'essai',
    to_kind: 'public',
    projection: '{}',
    prepared_by: w.accountId,
    decided_by: w.accountId,
    sent_at: at,
  }),
  inbox: () => ({ door: 'essai', from_name: 'Essai', projection: '{}', received_at: at }),
  form_receipt: (w) => ({ account_id: w.accountId, answer_path: '/', received_at: at }),
  purge_register: () => ({ rule: 'essai', rows_purged: 1, kept_since: '2026-01-01', purged_at: at }),
  audit_line: (w) => ({ account_id: w.accountId, login: 'essai', verb: 'read', table_name: 'person' }),
  audit_seal: () => ({
    number: nextNumber(),
    line_id: newId(new Date()),
    hash: Buffer.alloc(32),
    sealed_at: at,
    id: undefined,
  }),
  home: (w) => ({ staircase_id: w.parents.staircase, ...freshDoor(), label: 'gauche' }),
  person: () => ({ ...search(), last_contact_on: '2026-11-01' }),
  occupancy: (w) => ({ home_id: w.parents.home, person_id: w.parents.person }),
  consent: (w) => ({
    person_id: w.parents.person,
    purpose: 'kept',
    wording_version: '1',
    given_on: '2026-11-01',
    withdrawn_on: '2026-11-02',
    recorded_by: w.accountId,
  }),
  merger: (w) => ({
    table_name: 'home',
    kept_id: newId(new Date()),
    merged_id: newId(new Date()),
    moved: '{}',
    merged_by: w.accountId,
    merged_at: at,
  }),
  complaint: (w) => ({
    estate_id: w.parents.estate,
    family_code: 'damp',
    problem_code: 'damp.kitchen',
    recorded_by: w.accountId,
    recorded_at: at,
  }),
  complaint_event: (w) => ({
    complaint_id: w.parents.complaint,
    kind: 'reminder',
    actor: 'household',
    channel: 'phone',
    happened_said: '2026-11-01',
    happened_earliest: '2026-11-01',
    happened_latest: '2026-11-01',
    happened_precision: 'day',
    evidence: 'declared',
    recorded_at: at,
  }),
  complaint_state: (w) => ({
    complaint_id: w.parents.untold.pop(),
    estate_id: w.parents.estate,
    family_code: 'damp',
    problem_code: 'damp.kitchen',
    holiday_zone: 'national',
    id: undefined,
  }),
  complaint_cell: (w) => ({
    estate_id: w.parents.estate,
    family_code: 'damp',
    opened_day: nextNumber(),
    closed_day: 2_147_483_647,
    outcome: 0,
    known_from: 20_000,
    n: 1,
    id: undefined,
  }),
  follow_up_code: (w) => ({
    complaint_id: w.parents.complaint,
    hash: Buffer.from(fresh()),
    issued_by: w.accountId,
    issued_at: at,
    revoked_at: at,
  }),
  complaint_deadline: (w) => ({
    complaint_id: w.parents.complaint,
    rule_id: fresh(),
    rule: '{}',
    started_earliest: '2026-11-01',
    started_latest: '2026-11-01',
  }),
  attachment: (w) => ({
    complaint_id: w.parents.complaint,
    event_id: w.parents.complaint_event,
    media_type: 'image/jpeg',
    byte_count: 4,
    sha256: Buffer.alloc(32),
    sealed: Buffer.from('scellé'),
    added_by: w.accountId,
    added_at: at,
  }),
  letter: (w) => ({
    complaint_id: w.parents.complaint,
    kind: 'reminder',
    letter: '{}',
    prepared_by: w.accountId,
    prepared_at: at,
  }),
  saved_view: (w) => ({ account_id: w.accountId, name: fresh(), query: 'etat=en-cours' }),
  digest_refusal: (w) => ({ account_id: w.accountId }),
  charter_rule: (w) => ({
    institution_id: w.parents.institution,
    title: 'Fuite : intervention',
    starts_on: 'told',
    stops_on: ['repaired'],
    length: 5,
    unit: 'working_days',
    source_title: 'Charte de services',
    source_on: '2025-03-02',
    valid_from: '2025-03-02',
    recorded_by: w.accountId,
    recorded_at: at,
  }),
  ...SOURCE_SAMPLES,
  ...SURVEY_SAMPLES,
  commune: () => ({ code: String(10_000 + nextNumber()), name: 'Essai', postcode: '00000', id: undefined }),
  institution: () => ({ kind: 'landlord', name: `Bailleur ${fresh()}` }),
  estate: (w) => ({ landlord_id: w.parents.institution, commune_code: '00000', ...search() }),
  building: (w) => ({ estate_id: w.parents.estate, ...search() }),
  staircase: (w) => ({
    building_id: w.parents.building,
    name: `Entrée ${fresh()}`,
    highest_floor: 4,
    positions: ['gauche', 'droite'],
  }),
  nomenclature: () => ({ code: fresh(), label: 'Essai', id: undefined }),
}

/** @param hasSpace whether the table has a `space_id`: the directory has none. */
export function sampleRow(table: string, whose: Whose, hasSpace: boolean): Row {
  const make = SAMPLES[table]
  if (!make) throw new Error(`tools/testing/sample-rows.ts has no sample of ${table}: add one`)
  const row = { ...(hasSpace ? { space_id: whose.spaceId } : {}), id: newId(new Date()), ...make(whose) }
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
}

export const insertRow = (table: string, kind: SpaceKind, row: Row) => {
  const schema = schemasOf(table).find((s) => s === schemaOf(kind)) ?? schemasOf(table)[0] ?? ''
  const names = Object.keys(row).map((name) => sql.id(name))
  return sql`insert into ${sql.id(schema, table)} (${sql.join(names)}) values (${sql.join(Object.values(row))})`
}

const OF_SPACE: readonly Exclude<keyof Parents, 'untold'>[] = [
  'data_agreement',
  'source',
  'home',
  'person',
  'complaint',
  'complaint_event',
  'survey_campaign',
]
/** Each after those it points to. */
const PARENTS = ['institution', 'estate', 'building', 'staircase', ...OF_SPACE] as const

/** The rows that samples of this space point to. */
export async function insertParents(owner: Database, kind: SpaceKind, spaceId: string): Promise<Parents> {
  const parents = {
    institution: '',
    estate: '',
    building: '',
    staircase: '',
    data_agreement: '',
    source: '',
    home: '',
    person: '',
    complaint: '',
    complaint_event: '',
    survey_campaign: '',
    untold: [] as string[],
  }
  const whose: Whose = { kind, spaceId, accountId: newId(new Date()), parents }
  await sql`insert into directory.commune (code, name, postcode) values ('00000', 'Essai', '00000')
    on conflict do nothing`.execute(owner)
  for (const table of PARENTS) {
    const ofSpace = OF_SPACE.includes(table)
    if (ofSpace && !tablesOf(kind).includes(table)) continue
    const row = sampleRow(table, whose, ofSpace)
    await insertRow(table, kind, row).execute(owner)
    parents[table] = String(row['id'])
  }
  if (kind === 'union') parents.untold.push(...(await insertComplaints(owner, whose)))
  return parents
}

const MANY = 60

async function insertComplaints(owner: Database, whose: Whose): Promise<readonly string[]> {
  const rows = Array.from({ length: MANY }, () => sampleRow('complaint', whose, true))
  for (const row of rows) await insertRow('complaint', whose.kind, row).execute(owner)
  return rows.map((row) => String(row['id']))
}
