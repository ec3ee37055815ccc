import type { ScopedDb } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { publishedForms } from '../../instruments/public.ts'
import { homesOfStaircases } from '../../places/public.ts'
import { standingByDoor } from '../domain/coverage.ts'
import type { LastVisit, Pack, PackAssignment, PackDoor } from '../domain/pack.ts'
import { waitInstruments } from './built-in-forms.ts'
import { type Assignment, ownAssignments } from '../store/assignments.ts'
import { findCampaign } from '../store/campaigns.ts'
import { type ShownVisit, visitsOf } from '../store/visits.ts'

/** What a phone takes with it: its own staircases, their doors and last outcomes. No name. */
export async function makePack(db: ScopedDb, today: CalendarDay): Promise<Pack> {
  const rounds = await ownAssignments(db, today)
  const doors = Map.groupBy(
    await homesOfStaircases(db, [...new Set(rounds.map(({ staircaseId }) => staircaseId))]),
    ({ staircaseId }) => staircaseId,
  )
  const campaigns = []
  for (const [id, own] of Map.groupBy(rounds, ({ campaignId }) => campaignId)) {
    const campaign = await findCampaign(db, id)
    if (!campaign) continue
    const standing = standingByDoor(await visitsOf(db, [id]))
    const doorsOf = ({ staircaseId }: Assignment): PackDoor[] =>
      (doors.get(staircaseId) ?? []).map(({ id: door, floor, position, label }) => ({
        id: door,
        floor,
        position,
        label,
        last: lastOf(standing.get(door)),
      }))
    const { name, form, key } = campaign
    campaigns.push({ id, name, form, key, assignments: own.map((one) => packed(one, doorsOf(one))) })
  }
  const asked = campaigns.flatMap((campaign) => campaign.form ?? [])
  const builtIn = (await waitInstruments()).filter(({ version }) => asked.includes(version))
  const forms = {
    ...(await publishedForms(db, asked)),
    ...Object.fromEntries(builtIn.map(({ version, form }) => [version, form])),
  }
  return { v: 1, space: { id: db.actor.spaceId }, campaigns, forms }
}

const packed = (
  { id, from, to, instructions, staircaseId, place }: Assignment,
  doors: readonly PackDoor[],
): PackAssignment => ({
  id,
  from,
  to,
  instructions,
  staircase: {
    id: staircaseId,
    estate: place.estate,
    building: place.building,
    label: place.staircase,
    doors,
  },
})

const lastOf = (visit: ShownVisit | undefined): LastVisit | null =>
  visit?.outcome ? { outcome: visit.outcome, on: visit.on, comeBackOn: visit.comeBackOn } : null
