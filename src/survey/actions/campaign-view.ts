import { isIn, type ScopedDb } from '../../access/scope.ts'
import { type CalendarDay, compareDays } from '../../kernel/calendar-day.ts'
import { homesOfStaircases } from '../../places/public.ts'
import { type Coverage, coverageOf, standingByDoor } from '../domain/coverage.ts'
import { checkChain } from '../domain/device-chain.ts'
import { type Assignment, assignmentsOf } from '../store/assignments.ts'
import { type Campaign, findCampaign } from '../store/campaigns.ts'
import { type Device, listDevices } from '../store/devices.ts'
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

export type CampaignView = {
  readonly campaign: Campaign
  readonly assignments: readonly Assignment[]
  readonly staircases: readonly CoveredStaircase[]
  readonly promises: readonly PromisedDoor[]
  readonly devices: readonly ShownDevice[]
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
  const standing = standingByDoor(await visitsOf(db, [id]))
  return {
    campaign,
    assignments,
    staircases: coveredOf(places, homes, standing),
    promises: promisesOf(homes, standing, today),
    devices: await devicesOf(db, new Set(assignments.map(({ accountId }) => accountId))),
  }
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
