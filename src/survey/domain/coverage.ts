import { isToVisitAgain, type Outcome, type Reached, reachedBy } from './outcomes.ts'

/** What coverage needs of a visit. */
export type CountedVisit = {
  readonly device: string
  readonly door: string
  readonly lastSeq: number
  readonly outcome?: Outcome
  readonly isReplaced: boolean
  readonly sharesDoor: boolean
}

export type CountedStaircase = { readonly id: string; readonly homes: readonly string[] }

export type Coverage = {
  readonly homes: number
  readonly knocked: number
  readonly opened: number
  readonly answered: number
  readonly toVisitAgain: number
  /** Doors where two devices knocked. */
  readonly shared: number
}

const FURTHER: Readonly<Record<Reached, number>> = { not_reached: 0, knocked: 1, opened: 2, answered: 3 }
const howFar = ({ outcome }: CountedVisit): number => (outcome ? FURTHER[reachedBy(outcome)] : 0)

/**
 * Where each door stands: on one device its last visit; between devices, which nothing orders, the visit that went
 * furthest, and always the same one of two that went as far.
 */
export function standingByDoor<T extends CountedVisit>(visits: readonly T[]): ReadonlyMap<string, T> {
  const ofDevice = new Map<string, T>()
  for (const visit of visits.filter(({ outcome, isReplaced }) => outcome && !isReplaced)) {
    const name = `${visit.device} ${visit.door}`
    const known = ofDevice.get(name)
    if (!known || known.lastSeq < visit.lastSeq) ofDevice.set(name, visit)
  }
  const standing = new Map<string, T>()
  for (const visit of [...ofDevice.values()].toSorted((a, b) => (a.device < b.device ? -1 : 1))) {
    const known = standing.get(visit.door)
    if (!known || howFar(known) < howFar(visit)) standing.set(visit.door, visit)
  }
  return standing
}

/** Doors of a staircase knocked at, opened and answered, against its homes. A door no home has is counted by nobody. */
export function coverageOf(
  { homes }: CountedStaircase,
  standing: ReadonlyMap<string, CountedVisit>,
): Coverage {
  const visits = homes.flatMap((home) => standing.get(home) ?? [])
  const many = (least: number): number => visits.filter((visit) => howFar(visit) >= least).length
  return {
    homes: homes.length,
    knocked: many(FURTHER.knocked),
    opened: many(FURTHER.opened),
    answered: many(FURTHER.answered),
    toVisitAgain: visits.filter(({ outcome }) => outcome && isToVisitAgain(outcome)).length,
    shared: visits.filter(({ sharesDoor }) => sharesDoor).length,
  }
}
