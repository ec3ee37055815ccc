import { sql } from 'kysely'
import type { Database } from '../db/connect.ts'
import { SPACE_KINDS } from '../db/logins.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { isCircleOf } from './circles.ts'
import type { Actor } from './scope.ts'

export type NoActor =
  | { readonly because: 'no_account'; readonly email: string }
  | { readonly because: 'no_space_of_theirs'; readonly email: string; readonly space: string }
  | { readonly because: 'several_spaces'; readonly ids: readonly string[] }

/**
 * Whose name a command on the server is run in: that account, with the circles it has at this very moment, in a space
 * named by its identifier or its name. The owner looks; what the command does, it does in a scope.
 */
export async function actorByEmail(
  owner: Database,
  { email, space }: { readonly email: string; readonly space: string },
): Promise<Result<Actor, NoActor>> {
  const account = await sql<{ id: string; name: string }>`
    select id, name from keyring.account where lower(email) = lower(${email})`.execute(owner)
  const [found] = account.rows
  if (!found) return refuse({ because: 'no_account', email })
  const rows = await spacesOf(owner, found.id, space)
  const [own, ...others] = rows
  const kind = SPACE_KINDS.find((known) => known === own?.kind)
  if (!own || !kind) return refuse({ because: 'no_space_of_theirs', email, space })
  if (others.length > 0) return refuse({ because: 'several_spaces', ids: rows.map(({ id }) => id) })
  return accept({
    accountId: found.id,
    accountName: found.name,
    spaceId: own.id,
    spaceName: own.name,
    kind,
    institutionId: own.institution,
    circles: own.circles.filter((word) => isCircleOf(kind, word)),
  })
}

/** Where this account has a circle, among the spaces of this identifier or name. */
async function spacesOf(owner: Database, accountId: string, space: string) {
  const { rows } = await sql<{
    kind: string
    id: string
    name: string
    institution: string
    circles: string[]
  }>`
    select m.kind, m.space_id as id, p.name, p.institution_id as institution, array_agg(m.circle order by m.circle) as circles
    from keyring.any_membership m join keyring.any_space p on p.kind = m.kind and p.space_id = m.space_id
    where m.account_id = ${accountId} and (m.space_id::text = ${space} or p.name = ${space})
    group by m.kind, m.space_id, p.name, p.institution_id`.execute(owner)
  return rows
}
