import { type CalendarDay, dayIn, earlierDay, laterDay } from '../../kernel/calendar-day.ts'
import type { Visit } from './fold-visits.ts'
import { type ToldWait, toldWaits } from './told-waits.ts'

/** A visit as its complaints know it: by the first of the visits that it corrects. */
export type ToldVisit = {
  readonly device: string
  readonly id: string
  readonly door: string
  /** Whose phone says it now. */
  readonly by: string
  /** Still open: what it corrects stays as it is until it is closed. */
  readonly isOpen: boolean
  /** The household agreed that it be kept; without it, what was kept goes. */
  readonly isKept: boolean
  readonly on: CalendarDay
  readonly waits: readonly ToldWait[]
  readonly code?: string
}

type Days = { readonly startsOn: CalendarDay; readonly today: CalendarDay }

/** What stands of each visit, corrected ones under the visit that was first. */
export function toldVisits(visits: readonly Visit[], days: Days): readonly ToldVisit[] {
  const byDoor = new Map(visits.map((visit) => [`${visit.door} ${visit.id}`, visit]))
  return visits
    .filter(({ isReplaced }) => !isReplaced)
    .map((visit) => {
      const chain = chainOf(visit, byDoor)
      const root = chain.at(-1) ?? visit
      const code = chain.find((each) => each.code !== undefined)?.code
      const on = dayOf(visit, days)
      const isKept = visit.consents.kept !== undefined
      return {
        device: root.device,
        id: root.id,
        door: visit.door,
        by: visit.device,
        isOpen: !visit.isClosed,
        isKept,
        on,
        waits: isKept && visit.isClosed ? toldWaits(visit.answers, on) : [],
        ...(code !== undefined && { code }),
      }
    })
}

/** This visit and those that it stands for, the latest first. */
function chainOf(visit: Visit, byDoor: ReadonlyMap<string, Visit>): readonly Visit[] {
  const chain = [visit]
  for (let next = before(visit, byDoor); next && !chain.includes(next); next = before(next, byDoor))
    chain.push(next)
  return chain
}

const before = ({ door, supersedes }: Visit, byDoor: ReadonlyMap<string, Visit>): Visit | undefined =>
  byDoor.get(`${door} ${supersedes ?? ''}`)

/** A phone's clock may say 2019: a visit is of its campaign, and not of tomorrow. */
const dayOf = ({ said }: Visit, { startsOn, today }: Days): CalendarDay =>
  earlierDay(laterDay(dayIn(new Date(said)), startsOn), today)
