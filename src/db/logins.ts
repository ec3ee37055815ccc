import { createHmac } from 'node:crypto'

/** Kinds of space: each is a wall, with a schema and a login role of its own. */
export const SPACE_KINDS = ['union', 'desk', 'programme', 'research'] as const
export type SpaceKind = (typeof SPACE_KINDS)[number]

/** Who may connect to the database; none owns a table, none is a member of another. */
/** `household` holds a follow-up code: its rights are on one complaint, and on nothing else of a union (decisions/0100). */
export const LOGINS = [...SPACE_KINDS, 'household', 'public', 'system', 'doorkeeper'] as const
export type Login = (typeof LOGINS)[number]

/** The schema that holds the tables of one kind of space. */
export const schemaOf = (kind: SpaceKind): string => `${kind}_space`

/** What unqualified table names mean for each login. */
export const searchPathOf = (login: Login): string => {
  if (login === 'household') return schemaOf('union')
  const own = (SPACE_KINDS as readonly Login[]).includes(login) ? [`${login}_space`] : []
  return [...own, 'directory'].join(', ')
}

/** Roles belong to the server, not to one database: a test uses a prefix of its own beside a real installation. */
export const roleName = (prefix: string, login: Login): string => `${prefix}_${login}`

/** A role's password is derived, never stored: whoever holds the secret of the installation can connect. */
export const rolePassword = (secret: string, role: string): string =>
  createHmac('sha256', secret).update(`login:${role}`).digest('base64url')
