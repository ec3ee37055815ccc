import type { ScopedDb } from '../access/scope.ts'

/** One version, as lists tell it; its form is read apart, for it may be long. */
export type Instrument = {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly fileName: string
  readonly broughtBy: string
  readonly broughtAt: Date
  readonly publishedBy: string | undefined
  readonly publishedAt: Date | undefined
}

type NewInstrument = Pick<Instrument, 'id' | 'version' | 'title' | 'fileName'> & { readonly form: string }

/** The same form brought twice is one. */
export async function insertInstrument(db: ScopedDb, brought: NewInstrument, now: Date): Promise<string> {
  const { spaceId, accountId } = db.actor
  const { fileName, ...rest } = brought
  const row = { ...rest, space_id: spaceId, file_name: fileName, brought_by: accountId, brought_at: now }
  await db.sql
    .insertInto('instrument')
    .values(row)
    .onConflict((conflict) => conflict.columns(['space_id', 'version']).doNothing())
    .execute()
  const kept = await db.sql
    .selectFrom('instrument')
    .select('id')
    .where('space_id', '=', spaceId)
    .where('version', '=', brought.version)
    .executeTakeFirstOrThrow()
  return kept.id
}

const instrumentsQuery = (db: ScopedDb) =>
  db.sql
    .selectFrom('instrument as i')
    .select(['i.id', 'i.version', 'i.title', 'i.file_name', 'i.brought_at', 'i.published_at'])
    .select((query) => {
      const names = query
        .selectFrom('membership as m')
        .select('m.account_name')
        .where('m.space_id', '=', db.actor.spaceId)
        .limit(1)
      return [
        names.whereRef('m.account_id', '=', 'i.brought_by').as('author'),
        names.whereRef('m.account_id', '=', 'i.published_by').as('publisher'),
      ]
    })
    .where('i.space_id', '=', db.actor.spaceId)
    .orderBy('i.title')
    .orderBy('i.brought_at', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof instrumentsQuery>['execute']>>[number]

const instrumentOf = (row: Row): Instrument => ({
  id: row.id,
  version: row.version,
  title: row.title,
  fileName: row.file_name,
  broughtBy: row.author ?? '',
  broughtAt: row.brought_at,
  publishedBy: row.publisher ?? undefined,
  publishedAt: row.published_at ?? undefined,
})

export async function listInstruments(db: ScopedDb): Promise<readonly Instrument[]> {
  return (await instrumentsQuery(db).execute()).map(instrumentOf)
}

/** Versions that a campaign may ask. */
export async function publishedInstruments(db: ScopedDb): Promise<readonly Instrument[]> {
  return (await instrumentsQuery(db).where('i.published_at', 'is not', null).execute()).map(instrumentOf)
}

export async function findInstrument(
  db: ScopedDb,
  id: string,
): Promise<(Instrument & { readonly form: string }) | undefined> {
  const row = await instrumentsQuery(db).select('i.form').where('i.id', '=', id).executeTakeFirst()
  return row && { ...instrumentOf(row), form: row.form }
}

/** The texts of published forms, by version. */
export async function formTexts(
  db: ScopedDb,
  versions: readonly string[],
): Promise<readonly { readonly version: string; readonly form: string }[]> {
  if (versions.length === 0) return []
  return db.sql
    .selectFrom('instrument')
    .select(['version', 'form'])
    .where('space_id', '=', db.actor.spaceId)
    .where('version', 'in', versions)
    .where('published_at', 'is not', null)
    .execute()
}

/** Whether it was published by this act: what is published already stays as it is. */
export async function publishRow(db: ScopedDb, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db.sql
    .updateTable('instrument')
    .set({ published_by: db.actor.accountId, published_at: now })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
