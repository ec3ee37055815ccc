import { LOGINS, schemaOf, SPACE_KINDS, type SpaceKind } from '../db/logins.ts'
import { type Circle, CIRCLES } from './circles.ts'
import type { Grant, Predicate, Verb } from './grant.ts'
import { schemasOf } from './tables.ts'

const SPACE = `nullif(current_setting('palier.space', true), '')::uuid`
const ACCOUNT = `nullif(current_setting('palier.account', true), '')::uuid`

const COMPLAINT = `nullif(current_setting('palier.complaint', true), '')::uuid`
const CODE = `nullif(current_setting('palier.code', true), '')::uuid`

/** The scope says its circles as «,organiser,steward,»: looked for in a text, which costs a row a tenth of an array's price. */
const inCircles = (circles: readonly Circle[]): string =>
  `(${circles.map((c) => `strpos(current_setting('palier.circles', true), ',${c},') > 0`).join(' or ')})`

const OWN = `space_id = ${SPACE} and account_id = ${ACCOUNT}`

const OWN_COMPLAINT = `space_id = ${SPACE} and complaint_id = ${COMPLAINT}`

/** Which rows a grant reaches, and what a written row must be when that is not the same. */
const CONDITION: Record<Predicate, { reached: string; written?: string }> = {
  in_space: { reached: `space_id = ${SPACE}` },
  self: { reached: OWN },
  leaving: { reached: `${OWN} and ended_at is null`, written: `${OWN} and ended_at is not null` },
  decided: { reached: `space_id = ${SPACE} and decided_by = ${ACCOUNT}` },
  own_complaint: { reached: OWN_COMPLAINT },
  said_by_code: {
    reached: OWN_COMPLAINT,
    written: `${OWN_COMPLAINT} and actor = 'household' and recorded_by is null and by_code = ${CODE}`,
  },
  anywhere: { reached: 'true' },
  published: { reached: 'withdrawn_at is null' },
}

type Row = {
  schema: string
  table: string
  verb: Verb
  columns: readonly string[] | undefined
  role: string
  reached: string
  written: string
}

const kindOf = (grant: Grant): SpaceKind | undefined =>
  typeof grant.to === 'string' ? undefined : grant.to.kind

/** A grant to a kind reaches that kind's schema only; a servant reaches the table in every schema that has it. */
function schemasReached(grant: Grant): readonly string[] {
  const kind = kindOf(grant)
  const all = schemasOf(grant.table)
  if (kind === undefined || !all.includes(schemaOf(kind))) return all
  return [schemaOf(kind)]
}

const both = (...conditions: (string | undefined)[]): string =>
  conditions.filter((c) => c !== undefined && c !== 'true').join(' and ') || 'true'

/** What belongs to no space and is read by every circle of a kind asks nothing of the scope: the privilege says it all. */
function circlesAsked({ to, when }: Grant): string | undefined {
  if (typeof to === 'string') return undefined
  const everybody = CIRCLES[to.kind].every((circle) => to.circles.includes(circle))
  return when === 'anywhere' && everybody ? undefined : inCircles(to.circles)
}

function rowsOf(grant: Grant): Row[] {
  const inCircle = circlesAsked(grant)
  const { reached, written = reached } = CONDITION[grant.when]
  const role = `{{${typeof grant.to === 'string' ? grant.to : grant.to.kind}}}`
  return schemasReached(grant).flatMap((schema) =>
    grant.verbs.map((verb) => ({
      schema,
      table: grant.table,
      verb,
      columns: verb === 'update' ? grant.columns : undefined,
      role,
      reached: both(reached, inCircle),
      written: both(written, inCircle),
    })),
  )
}

function clauseOf({ verb, reached, written }: Row): string {
  if (verb === 'insert') return `with check (${written})`
  if (verb === 'update') return `using (${reached}) with check (${written})`
  return `using (${reached})`
}

const privilegeOf = (name: string, { verb, columns, role }: Row): string =>
  `grant ${verb}${columns ? ` (${columns.join(', ')})` : ''} on ${name} to ${role};`

function tableSql(schema: string, table: string, rows: readonly Row[]): string {
  const name = `${schema}.${table}`
  const privileges = [...new Set(rows.map((r) => privilegeOf(name, r)))].sort()
  const policies = rows.map(
    (r, i) => `create policy ${r.verb}_${i + 1} on ${name} for ${r.verb} to ${r.role} ${clauseOf(r)};`,
  )
  return [
    `-- ${name}`,
    `alter table ${name} enable row level security;`,
    `alter table ${name} force row level security;`,
    ...privileges,
    ...policies,
  ].join('\n')
}

const SCHEMAS = [...SPACE_KINDS.map(schemaOf), 'directory', 'public_space', 'doorway']

function schemaSql(): string {
  const roles = LOGINS.map((l) => `{{${l}}}`).join(', ')
  const revoked = [...SCHEMAS, 'keyring'].map((s) => `revoke all on all tables in schema ${s} from ${roles};`)
  const usage = [
    ...SPACE_KINDS.map(
      (kind) => `grant usage on schema ${schemaOf(kind)} to {{${kind}}}, {{system}}, {{doorkeeper}};`,
    ),
    `grant usage on schema ${schemaOf('union')} to {{household}};`,
    `grant usage on schema directory to ${roles};`,
    'grant usage on schema public_space to {{public}}, {{doorkeeper}};',
    'grant usage on schema doorway to {{doorkeeper}};',
  ]
  return [...revoked, ...usage].join('\n')
}

/** The text of db/policies.sql: revoke everything, then privileges and policies of every granted table. */
export function policySql(grants: readonly Grant[]): string {
  const byTable = Map.groupBy(grants.flatMap(rowsOf), (r) => `${r.schema}.${r.table}`)
  const tables = [...byTable]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, rows]) => {
      const [first] = rows
      return first ? tableSql(first.schema, first.table, rows) : ''
    })
  const head = '-- Generated from src/access/grants.ts by `npm run docs`; a test keeps it true. Do not edit.'
  return `${[head, schemaSql(), ...tables].join('\n\n')}\n`
}
