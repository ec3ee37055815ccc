import { sql } from 'kysely'
import { noteLine, type ScopedDb } from '../../access/scope.ts'
import { schemaOf } from '../../db/logins.ts'
import type { InstitutionKind } from '../domain/founding.ts'

export type SpaceRow = {
  readonly name: string
  readonly requires_second_factor: boolean
  readonly staircase_word: string
  readonly organisation: string
  readonly organisation_kind: string
}

/** The space one is in, with its organisation. */
export function findSpace(db: ScopedDb): Promise<SpaceRow> {
  return db.sql
    .selectFrom('space')
    .innerJoin('institution', 'institution.id', 'space.institution_id')
    .select([
      'space.name',
      'space.requires_second_factor',
      'space.staircase_word',
      'institution.name as organisation',
      'institution.kind as organisation_kind',
    ])
    .where('space.space_id', '=', db.actor.spaceId)
    .executeTakeFirstOrThrow()
}

export type SpaceSettings = Pick<SpaceRow, 'name' | 'requires_second_factor' | 'staircase_word'>

export async function saveSettings(db: ScopedDb, settings: SpaceSettings): Promise<void> {
  const { name, requires_second_factor, staircase_word } = settings
  await db.sql
    .updateTable('space')
    .set({ name, requires_second_factor, staircase_word })
    .where('space_id', '=', db.actor.spaceId)
    .execute()
}

/** Organisations of these kinds that the directory knows: their names are proposed, so that none is made twice. */
export async function namesOfOrganisations(
  db: ScopedDb,
  kinds: readonly InstitutionKind[],
): Promise<readonly string[]> {
  if (kinds.length === 0) return []
  const rows = await db.sql
    .selectFrom('institution')
    .select('name')
    .where('kind', 'in', kinds)
    .orderBy('name')
    .limit(500)
    .execute()
  return rows.map((r) => r.name)
}

export type WantedOrganisation = {
  readonly institution_id: string
  readonly kind: InstitutionKind
  readonly name: string
  readonly space_id: string
  readonly space_kind: string
  readonly invitation_id: string
  /** The keyed hash of the invitation's token, in hexadecimal. */
  readonly hash: string
  readonly email: string
  readonly person: string
  readonly expires_at: string
}
export type Founded = 'opened' | 'already_open' | 'not_entitled'

/** Asks the database to found it: the rule and the founder's circle are checked there once more. */
export async function foundOrganisation(
  db: ScopedDb,
  wanted: WantedOrganisation,
  now: Date,
): Promise<Founded> {
  const found = sql.id(schemaOf(db.actor.kind), 'found_organisation')
  const { rows } = await sql<{ answer: Founded }>`
    select ${found}(${JSON.stringify(wanted)}::jsonb, ${now}) as answer`.execute(db.sql)
  const answer = rows[0]?.answer ?? 'not_entitled'
  if (answer === 'opened') await noteLine(db, 'found', 'space', wanted.space_id)
  return answer
}
