import { addDays, type CalendarDay, partsOf } from '../kernel/calendar-day.ts'
import { ESTATES } from './estates.ts'
import { HOME_LIVES } from './lives-of-homes.fr.ts'
import { LANDING_LIVES } from './lives-of-landings.fr.ts'
import type { Life } from './lives.ts'
import { chance, seedId, type SpaceKey } from './neighbourhood.ts'
import { metIn, SHOWN_HOME } from './plant-households.ts'

export type InventedComplaint = {
  readonly key: string
  readonly union: SpaceKey
  readonly estate: string
  readonly building?: string
  readonly staircase?: string
  readonly homeId?: string
  readonly personId?: string
  readonly life: Life
  readonly toldOn: CalendarDay
  readonly pace: number
}

const THREE_YEARS = 1095

/** A day in the last three years, in the season of the life; one in two of the last one. */
function toldDay(key: string, { months }: Life, today: CalendarDay): CalendarDay {
  const span = chance(key, 'recent') < 0.5 ? 300 : THREE_YEARS
  const day = addDays(today, -2 - Math.floor(chance(key, 'day') * span))
  if (!months || months.includes(partsOf(day).month)) return day
  const earlier = Array.from({ length: 366 }, (_none, n) => addDays(day, -n))
  const inSeason = earlier.filter((one) => months.includes(partsOf(one).month)).slice(0, 45)
  return inSeason[Math.floor(chance(key, 'season') * inSeason.length)] ?? day
}

function livesOf(key: string, lives: readonly Life[], today: CalendarDay) {
  const life = lives[Math.floor(chance(key, 'life') * lives.length)]
  if (!life) throw new Error('there is no life to live')
  return { life, toldOn: toldDay(key, life, today), pace: 0.6 + chance(key, 'pace') }
}

/** About a hundred and fifty complaints over three years: one for two homes met in three, and what neighbours share. */
export function inventedComplaints(today: CalendarDay): readonly InventedComplaint[] {
  const unions = [...new Set(ESTATES.map(({ union }) => union))]
  return [...unions.flatMap((union) => ofHomes(union, today)), ...ofLandings(today)]
}

/** What stands where, by staircase: the names that identifiers were made from. */
const STAIRCASES = new Map(
  ESTATES.flatMap(({ name: estate, buildings }) =>
    buildings.flatMap(({ name: building, staircases }) =>
      staircases.map((staircase) => [
        seedId('staircase', estate, building, staircase),
        { estate, building, staircase },
      ]),
    ),
  ),
)

function ofHomes(union: SpaceKey, today: CalendarDay): InventedComplaint[] {
  return metIn(union, today).flatMap(({ home, who }) => {
    const where = STAIRCASES.get(home.staircase_id)
    if (!where) throw new Error('a home stands in no staircase')
    const place = { union, ...where, homeId: home.id, personId: who.personId }
    if (home.id === SHOWN_HOME) return [{ key: home.id, ...place, ...shownLife(today) }]
    const complaints = chance(home.id, 'several') < 0.25 ? 2 : chance(home.id, 'any') < 0.5 ? 1 : 0
    return Array.from({ length: complaints }, (_none, n) => {
      const key = `${home.id}/${n}`
      return { key, ...place, ...livesOf(key, HOME_LIVES, today) }
    })
  })
}

/** As it is written, 143 days ago. */
function shownLife(today: CalendarDay) {
  const [life] = HOME_LIVES
  if (!life) throw new Error('the first life is the one that is shown')
  return { life, toldOn: addDays(today, -143), pace: 1 }
}

function ofLandings(today: CalendarDay): InventedComplaint[] {
  return ESTATES.flatMap(({ name: estate, union, buildings }) =>
    buildings.flatMap((building) => {
      const own = `${estate}/${building.name}`
      const shared = LANDING_LIVES.filter((_life, n) => chance(own, String(n)) < 0.5)
      return shared.map((life, n) => ({
        key: `${own}/${n}`,
        union,
        estate,
        building: building.name,
        ...(life.shared === 'staircase'
          ? { staircase: building.staircases[n % building.staircases.length] ?? '' }
          : {}),
        life,
        toldOn: toldDay(`${own}/${n}`, life, today),
        pace: 0.6 + chance(own, 'pace', String(n)),
      }))
    }),
  )
}
