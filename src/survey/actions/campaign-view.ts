import { isIn, noteLine, type ScopedDb } from '../../access/scope.ts'
import { type CalendarDay, compareDays } from '../../kernel/calendar-day.ts'
import { homesOfStaircases } from '../../places/public.ts'
import { type Coverage, coverageOf, standingByDoor } from '../domain/coverage.ts'
import { checkChain } from '../domain/device-chain.ts'
import { type Sampling, SAMPLINGS } from '../domain/event.ts'
import { doorsPerHour } from '../domain/pace.ts'
import { type Assignment, assignmentsOf } from '../store/assignments.ts'
import { type Campaign, findCampaign } from '../store/campaigns.ts'
import { type Device, listDevices } from '../store/devices.ts'
import { setAsideOf, type Waiting } from '../store/set-aside.ts'
import { becameOf, type LookedAtWait, toCallBack, type ToCallBack } from '../store/told-at-doors.ts'
import { arrivedByDevice, type ShownVisit, visitsOf } from '../store/visits.ts'

export type CoveredStaircase = {
  readonly id: string
  readonly place: Assignment['place']
  readonly coverage: Coverage
}
export type ShownDevice = Device & {
  readonly received: number
  readonly missing: number
  readonly forked: number
  readonly waiting: number
  readonly unopenable: number
  readonly marked: number
  readonly lastAt: Date | undefined
}
export type PromisedDoor = { readonly homeId: string; readonly label: string; readonly on: CalendarDay }

/** Doors by how they came to be knocked at: a figure of a petition is not one of a whole landing. */
export type RouteOfSampling = Pick<Coverage, 'knocked' | 'opened' | 'answered'> & {
  readonly sampling: Sampling
}
/** A wait that a person looks at, or somebody to call back, with the words of the door. */
export type AtDoor<T> = T & { readonly label: string }

export type CampaignView = {
  readonly campaign: Campaign
  readonly assignments: readonly Assignment[]
  readonly staircases: readonly CoveredStaircase[]
  readonly promises: readonly PromisedDoor[]
  readonly devices: readonly ShownDevice[]
  readonly routes: readonly RouteOfSampling[]
  readonly doorsPerHour: number | undefined
  readonly complaints: { readonly opened: number; readonly toLookAt: readonly AtDoor<LookedAtWait>[] }
  readonly toCallBack: readonly AtDoor<ToCallBack>[]
  /** What came and cannot be read yet. */
  readonly setAside: readonly Waiting[]
}

export const prepares = (actor: ScopedDb['actor']): boolean =>
  actor.kind === 'union' && isIn(actor, 'organiser', 'officer')

/** All that a campaign's page shows to whoever prepares it. */
export async function readCampaign(
  db: ScopedDb,
  id: string,
  today: CalendarDay,
): Promise<CampaignView | undefined> {
  const campaign = await findCampaign(db, id)
  if (!campaign) return undefined
  const assignments = await assignmentsOf(db, id)
  const places = new Map(assignments.map(({ staircaseId, place }) => [staircaseId, place]))
  const homes = await homesOfStaircases(db, [...places.keys()])
  const visits = await visitsOf(db, [id])
  const standing = standingByDoor(visits)
  const { opened, toLookAt } = await becameOf(db, id)
  const atDoors = <T extends { readonly homeId: string }>(all: readonly T[]) => withLabels(homes, all)
  return {
    campaign,
    assignments,
    staircases: coveredOf(places, homes, standing),
    promises: promisesOf(homes, standing, today),
    devices: await devicesOf(db, new Set(assignments.map(({ accountId }) => accountId))),
    routes: routesOf(standing),
    doorsPerHour: doorsPerHour(visits),
    complaints: { opened, toLookAt: atDoors(toLookAt) },
    toCallBack: atDoors(await peopleToCallBack(db, id)),
    setAside: await setAsideOf(db, id),
  }
}

/** Reading who is behind a door leaves a line. */
async function peopleToCallBack(db: ScopedDb, id: string): Promise<readonly ToCallBack[]> {
  const people = await toCallBack(db, id)
  for (const { visit } of people) await noteLine(db, 'read', 'survey_said', visit)
  return people
}

function withLabels<T extends { readonly homeId: string }>(
  homes: Homes,
  all: readonly T[],
): readonly AtDoor<T>[] {
  const labels = new Map<string, string>(homes.map(({ id, label }) => [id, label]))
  return all.map((one) => ({ ...one, label: labels.get(one.homeId) ?? '' }))
}

function routesOf(standing: Standing): readonly RouteOfSampling[] {
  const routes = Map.groupBy(standing, ([, { sampling }]) => sampling)
  return SAMPLINGS.flatMap((sampling) => {
    const doors = routes.get(sampling)
    if (!doors) return []
    const { knocked, opened, answered } = coverageOf(
      { id: sampling, homes: doors.map(([door]) => door) },
      new Map(doors),
    )
    return [{ sampling, knocked, opened, answered }]
  })
}

type Homes = Awaited<ReturnType<typeof homesOfStaircases>>
type Standing = ReadonlyMap<string, ShownVisit>

function coveredOf(
  places: ReadonlyMap<string, Assignment['place']>,
  homes: Homes,
  standing: Standing,
): readonly CoveredStaircase[] {
  const byStaircase = Map.groupBy(homes, ({ staircaseId }) => staircaseId)
  return [...places].map(([id, place]) => {
    const doors = (byStaircase.get(id) ?? []).map((home) => home.id)
    return { id, place, coverage: coverageOf({ id, homes: doors }, standing) }
  })
}

/** Doors to which somebody promised to come back, today or before: the oldest promise first. */
function promisesOf(homes: Homes, standing: Standing, today: CalendarDay): readonly PromisedDoor[] {
  return homes
    .flatMap((home) => {
      const on = standing.get(home.id)?.comeBackOn
      return on && on <= today ? [{ homeId: home.id, label: home.label, on }] : []
    })
    .toSorted((a, b) => compareDays(a.on, b.on))
}

async function devicesOf(db: ScopedDb, holders: ReadonlySet<string>): Promise<readonly ShownDevice[]> {
  const arrived = new Map((await arrivedByDevice(db)).map((one) => [one.device, one]))
  const devices = (await listDevices(db)).filter(({ accountId }) => holders.has(accountId))
  return devices.map((device) => {
    const came = arrived.get(device.id)
    const faults = checkChain(came?.links ?? [])
    return {
      ...device,
      received: came?.links.length ?? 0,
      missing: faults.missing.length,
      forked: faults.forked.length + faults.broken.length,
      waiting: came?.waiting ?? 0,
      unopenable: came?.unopenable ?? 0,
      marked: came?.marked ?? 0,
      lastAt: came?.lastAt,
    }
  })
}
