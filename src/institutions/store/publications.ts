import { sql } from 'kysely'
import type { Keyring } from '../../access/keyring.ts'

export type Published = { readonly slug: string; readonly projection: unknown }

const published = (keyring: Keyring, door: string) =>
  keyring.sql
    .selectFrom('public_space.publication')
    .select(['slug', 'projection'])
    .where('door', '=', door)
    .where('withdrawn_at', 'is', null)

/**
 * What is published through a door at this moment, as one row of JSON: fifty rows cost the driver more to read, and this
 * page is the one that strangers ask for. As `jsonb` the same row would cost PostgreSQL twice as much to make.
 */
export async function listPublished(keyring: Keyring, door: string): Promise<readonly Published[]> {
  const { list } = await keyring.sql
    .selectFrom(published(keyring, door).orderBy('slug').limit(1000).as('p'))
    .select(sql<readonly Published[]>`coalesce(json_agg(p order by p.slug), '[]')`.as('list'))
    .executeTakeFirstOrThrow()
  return list
}

export function findPublished(
  keyring: Keyring,
  door: string,
  slug: string,
): Promise<(Published & { readonly published_at: Date }) | undefined> {
  return published(keyring, door).select('published_at').where('slug', '=', slug).executeTakeFirst()
}
