import type { Keyring } from '../../access/keyring.ts'

export type PublicationRow = {
  readonly id: string
  readonly slug: string
  readonly projection: unknown
  readonly published_at: Date
}

const published = (keyring: Keyring, door: string) =>
  keyring.sql
    .selectFrom('public_space.publication')
    .select(['id', 'slug', 'projection', 'published_at'])
    .where('door', '=', door)
    .where('withdrawn_at', 'is', null)

/** What is published through a door at this moment. */
export function listPublished(keyring: Keyring, door: string): Promise<PublicationRow[]> {
  return published(keyring, door).orderBy('slug').limit(1000).execute()
}

export function findPublished(
  keyring: Keyring,
  door: string,
  slug: string,
): Promise<PublicationRow | undefined> {
  return published(keyring, door).where('slug', '=', slug).executeTakeFirst()
}
