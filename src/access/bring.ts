import * as v from 'valibot'
import { schemaOf, type SpaceKind } from '../db/logins.ts'
import { foldText } from '../kernel/fold-text.ts'
import { type Carried, type End, nameOf, record, spaceOf } from './carried.ts'
import type { Door } from './door.ts'

/** The doorkeeper trusts no row: a passage that no declared door explains goes nowhere, and is never tried again. */
export async function bring(carried: Carried, doors: readonly Door[]): Promise<End> {
  const { tx, kind, passage } = carried
  const door = doors.find((d) => d.name === passage.door && d.from === kind && d.to === passage.to_kind)
  if (!door || !v.safeParse(door.projection, passage.projection).success) return record(carried, 'refused')
  if (door.to === 'public') {
    const outcome = await record(carried, 'delivered')
    if (outcome === 'delivered') await publish(carried, await nameOf(tx, passage.space_id))
    return outcome
  }
  const space = await spaceOf(tx, door.to, passage.to_institution_id)
  if (!space) return 'waiting'
  const outcome = await record(carried, 'delivered', space)
  if (outcome === 'delivered') await putInInbox(carried, door.to, space)
  return outcome
}

async function putInInbox({ tx, passage, now }: Carried, kind: SpaceKind, space: string): Promise<void> {
  await tx
    .withSchema(schemaOf(kind))
    .insertInto('inbox')
    .values({
      space_id: space,
      id: passage.id,
      door: passage.door,
      from_name: await nameOf(tx, passage.space_id),
      projection: JSON.stringify(passage.projection),
      received_at: now,
    })
    .onConflict((c) => c.columns(['space_id', 'id']).doNothing())
    .execute()
}

async function publish({ tx, passage, now }: Carried, fromName: string): Promise<void> {
  const id = passage.id
  await tx
    .insertInto('public_space.publication')
    .values({
      id,
      slug: slugOf(passage.projection, id),
      door: passage.door,
      from_name: fromName,
      projection: JSON.stringify(passage.projection),
      published_at: now,
    })
    .onConflict((c) => c.column('id').doNothing())
    .execute()
}

/** The end of an id is its random part: two publications of one title have two addresses. */
function slugOf(projection: unknown, id: string): string {
  const read = v.safeParse(v.object({ title: v.string() }), projection)
  const words = foldText(read.success ? read.output.title : '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return `${words || 'publication'}-${id.slice(-8)}`
}
