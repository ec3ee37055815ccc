import { createHash } from 'node:crypto'

/** A line as it is sealed; `at` is written by the database, to the microsecond. */
export type AuditLine = {
  readonly id: string
  readonly at: string
  readonly account_id: string | null
  readonly login: string
  readonly verb: string
  readonly table_name: string
  readonly row_id: string | null
}

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** What the first line of a space is chained to. */
export const genesisOf = (space: string): Buffer => sha256(space)

/** JSON of a fixed list: no two different lines are written alike. */
const canonical = (space: string, l: AuditLine): string =>
  JSON.stringify([space, l.id, l.at, l.account_id, l.login, l.verb, l.table_name, l.row_id])

/** Each seal holds all that came before it: changing one line changes every later hash. */
export const sealOf = (previous: Buffer, space: string, line: AuditLine): Buffer =>
  sha256(previous, canonical(space, line))
