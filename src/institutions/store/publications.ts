import type { Keyring } from '../../access/keyring.ts'

export type Published = { readonly slug: string; readonly projection: unknown }

const published = (keyring: Keyring, door: string) =>
  keyring.sql
    .selectFrom('public_space.publication')
    .select(['slug', 'projection'])
    .where('door', '=', door)
    .where('withdrawn_at', 'is', null)

/** What is published through a door at this moment; a list says nothing of dates, so it does not read them. */
export function listPublished(keyring: Keyring, door: string): Promise<Published[]> {
  return published(keyring, door).orderBy('slug').limit(1000).execute()
}

export function findPublished(
  keyring: Keyring,
  door: string,
  slug: string,
): Promise<(Published & { readonly published_at: Date }) | undefined> {
  return published(keyring, door).select('published_at').where('slug', '=', slug).executeTakeFirst()
}
