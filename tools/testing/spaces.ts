import { sql } from 'kysely'
import type { Actor } from '../../src/access/scope.ts'
import type { Circle } from '../../src/access/circles.ts'
import { schemaOf, type SpaceKind } from '../../src/db/logins.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { TestDatabase } from './database.ts'

const INSTITUTIONS: Record<SpaceKind, string> = {
  union: 'union',
  desk: 'landlord',
  programme: 'institute',
  research: 'research_team',
}

/** A space made by the owner, and somebody who acts in it. */
export async function testSpace(
  t: TestDatabase,
  kind: SpaceKind,
  name: string,
  circles: readonly Circle[],
): Promise<Actor> {
  const [institutionId, spaceId, accountId] = [newId(new Date()), newId(new Date()), newId(new Date())]
  await t.owner
    .insertInto('institution')
    .values({ id: institutionId, kind: INSTITUTIONS[kind], name })
    .execute()
  await t.owner
    .insertInto('keyring.account')
    .values({ id: accountId, email: `${accountId}@example.org`, name: 'Inès' })
    .execute()
  await sql`insert into ${sql.id(schemaOf(kind), 'space')} (space_id, id, institution_id, name)
    values (${spaceId}, ${spaceId}, ${institutionId}, ${name})`.execute(t.owner)
  return { accountId, accountName: 'Inès', spaceId, spaceName: name, kind, institutionId, circles }
}
