import type { Database } from '../db/connect.ts'
import { parseApproximateDay } from '../kernel/approximate-day.ts'
import type { CalendarDay } from '../kernel/calendar-day.ts'
import { defaultHomeLabel } from '../places/domain/floors.fr.ts'
import { homeId } from '../places/domain/home-id.ts'
import { type Household, household } from './households.ts'
import { demoAccountId } from './demo-people.ts'
import { ESTATES } from './estates.ts'
import { chance, seedId, type SpaceKey } from './neighbourhood.ts'

/** One home in three has told the union who lives there, here and there in the staircases. */
const MET = 1 / 3

type Home = {
  space_id: string
  id: string
  staircase_id: string
  floor: number
  position: number
  label: string
}

/** Homes of each union's estates, and the people met so far, with the agreements they gave. */
export async function plantHouseholds(db: Database, today: CalendarDay): Promise<void> {
  const rooms = db.withSchema('union_space')
  for (const union of new Set(ESTATES.map((e) => e.union))) {
    await rooms.insertInto('home').values(homesOf(union)).execute()
    const met = metIn(union, today)
    await rooms
      .insertInto('person')
      .values(met.map(({ home, who }) => personRow(home.space_id, who)))
      .execute()
    await rooms
      .insertInto('occupancy')
      .values(met.map(({ home, who }) => occupancyRow(home, who, today)))
      .execute()
    await rooms
      .insertInto('consent')
      .values(met.flatMap(({ home, who }) => consentRows(home.space_id, who)))
      .execute()
  }
}

/** Bâtiment C of the Tilleuls, entrée 14, eighth floor, second door: whose complaint the guide and the gallery tell. */
export const SHOWN_HOME = homeId(
  seedId('space', 'tilleuls'),
  seedId('staircase', 'Résidence des Tilleuls', 'Bâtiment C', '14'),
  { floor: 8, position: 2 },
)

/** The homes where somebody told the union who lives there, and who that is. */
export const metIn = (union: SpaceKey, today: CalendarDay) =>
  homesOf(union)
    .filter((home) => home.id === SHOWN_HOME || chance(home.id, 'met') < MET)
    .map((home, n) => ({ home, who: household(union, n, today) }))

function homesOf(union: SpaceKey): Home[] {
  const spaceId = seedId('space', union)
  return ESTATES.filter((e) => e.union === union).flatMap((e) =>
    e.buildings.flatMap((b) =>
      b.staircases.flatMap((s) => doorsOf(spaceId, seedId('staircase', e.name, b.name, s), b)),
    ),
  )
}

type Building = (typeof ESTATES)[number]['buildings'][number]

const doorsOf = (spaceId: string, staircaseId: string, b: Building): Home[] =>
  Array.from({ length: b.highest + 1 }, (_none, floor) =>
    b.doors.map((door, n) => ({
      space_id: spaceId,
      id: homeId(spaceId, staircaseId, { floor, position: n + 1 }),
      staircase_id: staircaseId,
      floor,
      position: n + 1,
      label: defaultHomeLabel(floor, door),
    })),
  ).flat()

const personRow = (spaceId: string, who: Household) => ({
  space_id: spaceId,
  id: who.personId,
  name: who.name,
  phone: who.phone,
  email: who.email,
  language: who.language,
  note: who.note,
  search_text: who.searchText,
  last_contact_on: who.lastContactOn,
})

function occupancyRow(home: Home, who: Household, today: CalendarDay) {
  const since = parseApproximateDay(who.since, today)
  if (!since.ok) throw new Error(`the neighbourhood tells an unreadable date: ${who.since}`)
  const { earliest, latest, precision, said } = since.value
  return {
    space_id: home.space_id,
    id: seedId('occupancy', who.personId),
    home_id: home.id,
    person_id: who.personId,
    since_said: said,
    since_earliest: earliest,
    since_latest: latest,
    since_precision: precision,
  }
}

const consentRows = (spaceId: string, who: Household) =>
  who.agreed.map((purpose) => ({
    space_id: spaceId,
    id: seedId('consent', who.personId, purpose),
    person_id: who.personId,
    purpose,
    wording_version: '2026-11',
    given_on: who.lastContactOn,
    recorded_by: demoAccountId('ines'),
  }))
