import { newId } from '../../kernel/ids.ts'
import type { FoundPlace } from '../domain/door-board.ts'
import type { Bodies, Sampling } from '../domain/event.ts'
import type { Outcome } from '../domain/outcomes.ts'
import type { PackAssignment, PackCampaign, PackDoor } from '../domain/pack.ts'
import type { Disk, Mark, OpenVisit } from './database.ts'
import { type Beside, keep, NOTHING, type Said } from './outbox.ts'

/** Where one stands: the round, the campaign it is for, and the day. */
export type Place = {
  readonly disk: Disk
  readonly campaign: PackCampaign
  readonly assignment: PackAssignment
  readonly today: string
  /** How one comes to the door: door after door, unless somebody says otherwise. */
  readonly sampling: Sampling
}

type Knocked = Pick<PackDoor, 'id' | 'floor' | 'position'>
type Step = {
  readonly door: string
  readonly visit: string
  readonly events: readonly string[]
  readonly before: Mark | undefined
}

/** A gesture that can still be taken back: what it said, and what the doors said before. */
export type Undoable = { readonly steps: readonly Step[]; readonly outcome: Outcome }

const opening = ({ assignment, campaign, sampling }: Place, door: Knocked, visit: string): Said => ({
  visit,
  door: door.id,
  form: campaign.form,
  kind: 'visit_opened',
  body: {
    staircase: assignment.staircase.id,
    floor: door.floor,
    position: door.position,
    sampling,
  },
})

/** A knock is three events: opened, what it gave, closed. */
function knock(place: Place, door: Knocked, visit: string, body: Bodies['outcome_noted']): readonly Said[] {
  const of = { visit, door: door.id, form: place.campaign.form }
  return [
    opening(place, door, visit),
    { ...of, kind: 'outcome_noted', body },
    { ...of, kind: 'visit_closed', body: {} },
  ]
}

/** One outcome at one door or at a whole floor's: kept together, taken back together. */
export async function noteOutcome(
  place: Place,
  doors: readonly Knocked[],
  { outcome, comeBackOn }: Bodies['outcome_noted'],
): Promise<Undoable> {
  const { disk, campaign, today } = place
  const visits = doors.map((door) => ({ door, visit: newId(new Date()) }))
  const before = await marksOf(disk, doors)
  const ids = await keep(
    disk,
    campaign,
    visits.flatMap(({ door, visit }) => knock(place, door, visit, { outcome, comeBackOn })),
    {
      stores: ['marks'],
      write: async (writing, kept) => {
        for (const [at, door] of doors.entries())
          await writing
            .objectStore('marks')
            .put({ door: door.id, outcome, on: today, comeBackOn, event: kept[at * 3 + 1] ?? '' })
      },
    },
  )
  const steps = visits.map(({ door, visit }, at) => ({
    door: door.id,
    visit,
    events: ids.slice(at * 3, at * 3 + 3),
    before: before.get(door.id),
  }))
  return { steps, outcome }
}

/** A whole floor in one tap: only the doors of it that the disk knows nothing of, whatever the screen still shows. */
export async function noteAllAbsent(place: Place, doors: readonly Knocked[]): Promise<Undoable | undefined> {
  const noted = await marksOf(place.disk, doors)
  const left = doors.filter(({ id }) => !noted.has(id))
  return left.length === 0 ? undefined : noteOutcome(place, left, { outcome: 'absent', comeBackOn: null })
}

async function marksOf(disk: Disk, doors: readonly Knocked[]): Promise<ReadonlyMap<string, Mark>> {
  const marks = await disk.read((database) => Promise.all(doors.map(({ id }) => database.get('marks', id))))
  return new Map(marks.flatMap((mark) => (mark ? [[mark.door, mark] as const] : [])))
}

/** Nothing said is rewritten: another event says that it does not hold. */
export function undo({ disk, campaign }: Place, { steps }: Undoable): Promise<readonly string[]> {
  const said = steps.map(({ door, visit, events }): Said => ({
    visit,
    door,
    form: campaign.form,
    kind: 'undone',
    body: { events },
  }))
  return keep(disk, campaign, said, {
    stores: ['marks'],
    write: async (writing) => {
      const marks = writing.objectStore('marks')
      for (const { door, before } of steps) await (before ? marks.put(before) : marks.delete(door))
    },
  })
}

/** A door that the pack lacks: the same place has the same id on every phone. */
export async function addFoundDoor(
  { disk, campaign }: Place,
  { staircase, ...found }: FoundPlace,
): Promise<void> {
  const { id: door, floor, position, label } = found
  const body = { staircase, floor, position, label }
  const said = { visit: newId(new Date()), door, form: campaign.form, kind: 'door_found', body } as const
  await keep(disk, campaign, [said], {
    stores: ['found'],
    write: (writing) => writing.objectStore('found').put({ staircase, ...found }),
  })
}

/** A visit about to be opened at this door. */
export const newVisit = ({ assignment, campaign }: Place, door: Knocked): OpenVisit => ({
  visit: newId(new Date()),
  door: door.id,
  assignment: assignment.id,
  form: campaign.form,
})

/** What a visit begins with: nothing, or all that the one it stands for said. */
export type Begun = { readonly said: readonly Said[]; readonly beside: Beside }
const JUST_OPENED: Begun = { said: [], beside: NOTHING }

/** The door opens: somebody is listened to. What is said next is written after this, in one line (`keep`). */
export async function openVisit(
  place: Place,
  door: Knocked,
  visit: OpenVisit,
  { said: more, beside }: Begun = JUST_OPENED,
): Promise<readonly string[]> {
  const { disk, campaign, today } = place
  const of = { visit: visit.visit, door: door.id, form: campaign.form }
  const said: Said[] = [
    opening(place, door, visit.visit),
    { ...of, kind: 'outcome_noted', body: { outcome: 'answered', comeBackOn: null } },
    ...more,
  ]
  return keep(disk, campaign, said, {
    stores: ['marks', 'open', ...beside.stores],
    write: async (writing, ids) => {
      const [, event = ''] = ids
      await beside.write(writing, ids)
      await writing
        .objectStore('marks')
        .put({ door: door.id, outcome: 'answered', on: today, comeBackOn: null, event })
      await writing.objectStore('open').put(visit, 'visit')
    },
  })
}

type ToldKind = 'answer_set' | 'answer_cleared' | 'consent_given' | 'consent_withdrawn' | 'contact_given'

/** What is said during a visit. */
export type Told = {
  readonly [K in ToldKind]: { readonly kind: K; readonly body: Bodies[K] }
}[ToldKind]

/** Things said during a visit: sealed as they are said. */
export const tell = (
  { disk, campaign }: Place,
  { visit, door }: OpenVisit,
  told: readonly Told[],
  beside = NOTHING,
): Promise<unknown> =>
  keep(
    disk,
    campaign,
    told.map((said) => ({ ...said, visit, door, form: campaign.form }) as Said),
    beside,
  )

export const closeVisit = (
  { disk, campaign }: Place,
  { visit, door }: OpenVisit,
  beside = NOTHING,
): Promise<unknown> =>
  keep(disk, campaign, [{ visit, door, form: campaign.form, kind: 'visit_closed', body: {} }], {
    stores: ['open', ...beside.stores],
    write: async (writing, ids) => {
      await writing.objectStore('open').delete('visit')
      await beside.write(writing, ids)
    },
  })
