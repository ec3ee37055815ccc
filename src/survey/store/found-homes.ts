import type { Database } from '../../db/connect.ts'
import { typedLine } from '../../kernel/typed-text.ts'
import { homeId } from '../../places/domain/home-id.ts'
import { isDoorInReach } from '../../places/domain/staircase-shape.ts'
import type { FoundDoor } from '../domain/fold-visits.ts'

/** Doors found on the spot become homes: where the staircase is known, and only under the id that their place has. */
export async function addFoundHomes(
  db: Database,
  spaceId: string,
  found: readonly FoundDoor[],
): Promise<void> {
  const doors = found.filter(
    (door) => isDoorInReach(door) && homeId(spaceId, door.staircase, door) === door.id,
  )
  const known = doors.length === 0 ? [] : await knownStaircases(db, doors)
  const homes = doors
    .filter(({ staircase }) => known.includes(staircase))
    .map(({ id, staircase, floor, position, label }) => ({
      space_id: spaceId,
      id,
      staircase_id: staircase,
      floor,
      position,
      label: typedLine(label.toWellFormed()) || String(position),
    }))
  if (homes.length === 0) return
  await db
    .withSchema('union_space')
    .insertInto('home')
    .values(homes)
    .onConflict((oc) => oc.doNothing())
    .execute()
}

async function knownStaircases(db: Database, doors: readonly FoundDoor[]): Promise<readonly string[]> {
  const rows = await db
    .withSchema('directory')
    .selectFrom('staircase')
    .select('id')
    .where('id', 'in', [...new Set(doors.map(({ staircase }) => staircase))])
    .execute()
  return rows.map(({ id }) => id)
}
