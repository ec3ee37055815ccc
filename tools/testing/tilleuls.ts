// A union with its homes and its people, and those who must see nothing of it: for stories of complaints.
import { sql } from 'kysely'
import { newId } from '../../src/kernel/ids.ts'
import type { TestDatabase } from './database.ts'
import { type App, as, type Browser, makeMember, makeSpace, type MadeSpace, testApp } from './people.ts'

export type Tilleuls = {
  readonly app: App
  readonly union: MadeSpace
  readonly ids: Readonly<Record<'estate' | 'building' | 'staircase' | 'home' | 'ines' | 'karim', string>>
  /** Organiser and officer. */
  readonly ines: Browser
  /** Steward. */
  readonly karim: Browser
  /** Whoever follows no complaint of this union, by who they are. */
  readonly others: Readonly<Record<string, Browser>>
}

export async function openTilleuls(t: TestDatabase, clock = () => new Date()): Promise<Tilleuls> {
  const app = testApp(t, {}, clock)
  const union = await makeSpace(t, 'union', 'Union des Tilleuls')
  const desk = await makeSpace(t, 'desk', 'Bailleur du Canal')
  const elsewhere = await makeSpace(t, 'union', 'Union de la Gare')
  const programme = await makeSpace(t, 'programme', 'Institut')
  const research = await makeSpace(t, 'research', 'Équipe')
  const ines = await makeMember(t, union, 'Inès', 'organiser', 'officer')
  const karim = await makeMember(t, union, 'Karim', 'steward')
  const others = {
    'an organiser of another union': await makeMember(t, elsewhere, 'Étranger', 'organiser', 'officer'),
    'a canvasser': await makeMember(t, union, 'Léa', 'canvasser'),
    'a treasurer': await makeMember(t, union, 'Tom', 'treasurer', 'administrator'),
    'a landlord': await makeMember(t, desk, 'Gérard', 'contact', 'data_officer', 'decision_owner'),
    'an institute': await makeMember(t, programme, 'Paule', 'lead'),
    'a researcher': await makeMember(t, research, 'Rémi', 'researcher'),
  }
  const opened = await Promise.all(
    Object.entries(others).map(async ([who, member]) => [who, await as(t, app, member)] as const),
  )
  return {
    app,
    union,
    ids: { ...(await makeHome(t, union, desk)), ines: ines.accountId, karim: karim.accountId },
    ines: await as(t, app, ines),
    karim: await as(t, app, karim),
    others: Object.fromEntries(opened),
  }
}

async function makeHome(t: TestDatabase, union: MadeSpace, desk: MadeSpace) {
  const [estate, building, staircase, home] = [
    newId(new Date()),
    newId(new Date()),
    newId(new Date()),
    newId(new Date()),
  ]
  await sql`insert into directory.commune values ('69266', 'Valrive', '69100') on conflict do nothing`.execute(
    t.owner,
  )
  await sql`insert into directory.estate values (${estate}, ${desk.institutionId}, '69266', 'Les Tilleuls', 'les tilleuls valrive')`.execute(
    t.owner,
  )
  await sql`insert into directory.building values (${building}, ${estate}, 'Bâtiment C', '3 rue des Lilas', 'batiment c 3 rue des lilas les tilleuls')`.execute(
    t.owner,
  )
  await sql`insert into directory.staircase values (${staircase}, ${building}, '14', 0, 8, '{gauche,droite}')`.execute(
    t.owner,
  )
  await sql`insert into union_space.home (space_id, id, staircase_id, floor, position, label)
    values (${union.spaceId}, ${home}, ${staircase}, 3, 1, '3e gauche')`.execute(t.owner)
  return { estate, building, staircase, home }
}
