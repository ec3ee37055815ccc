import { LOGINS, schemaOf, SPACE_KINDS, type SpaceKind } from '../db/logins.ts'
import type { Grant, Predicate, Verb } from './grants.ts'
import { schemasOf } from './tables.ts'

const SPACE = `nullif(current_setting('palier.space', true), '')::uuid`
const ACCOUNT = `nullif(current_setting('palier.account', true), '')::uuid`
const CIRCLES = `string_to_array(current_setting('palier.circles', true), ',')`

const CONDITION: Record<Predicate, string> = {
  in_space: `space_id = ${SPACE}`,
  self: `space_id = ${SPACE} and account_id = ${ACCOUNT}`,
  anywhere: 'true',
  published: 'withdrawn_at is null',
}

type Row = { schema: string; table: string; verb: Verb; role: string; condition: string }

const kindOf = (grant: Grant): SpaceKind | undefined =>
  typeof grant.to === 'string' ? undefined : grant.to.kind

/** A grant to a kind reaches that kind's schema only; a servant reaches the table in every schema that has it. */
function schemasReached(grant: Grant): readonly string[] {
  const kind = kindOf(grant)
  const all = schemasOf(grant.table)
  if (kind === undefined || !all.includes(schemaOf(kind))) return all
  return [schemaOf(kind)]
}

function rowsOf(grant: Grant): Row[] {
  const circles = typeof grant.to === 'string' ? undefined : grant.to.circles
  const inCircle = circles ? `${CIRCLES} && array[${circles.map((c) => `'${c}'`).join(', ')}]` : undefined
  const condition =
    [CONDITION[grant.when], inCircle].filter((c) => c !== undefined && c !== 'true').join(' and ') || 'true'
  const role = typeof grant.to === 'string' ? grant.to : grant.to.kind
  return schemasReached(grant).flatMap((schema) =>
    grant.verbs.map((verb) => ({ schema, table: grant.table, verb, role: `{{${role}}}`, condition })),
  )
}

function clauseOf({ verb, condition }: Row): string {
  if (verb === 'insert') return `with check (${condition})`
  if (verb === 'update') return `using (${condition}) with check (${condition})`
  return `using (${condition})`
}

function tableSql(schema: string, table: string, rows: readonly Row[]): string {
  const name = `${schema}.${table}`
  const privileges = [...new Set(rows.map((r) => `grant ${r.verb} on ${name} to ${r.role};`))].sort()
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
