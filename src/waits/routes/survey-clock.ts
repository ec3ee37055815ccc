import type { ScopedDb } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { dayNumber } from '../../measure/day-number.ts'
import { type ToldCampaign, type ToldCase, toldCases } from '../../survey/public.ts'
import { type ExplorerQuestion, surveySource } from '../domain/explorer-question.ts'
import type { WaitPart, WaitsOrigin } from '../domain/explorer-waits.ts'
import { casesIn, cellsOfCases, cutCases, keyIn, partOf, routesOf } from '../domain/survey-waits.ts'
import { complaintChoices } from '../store/complaint-waits.ts'
import { sayAtDoors } from '../views/explorer-words.fr.ts'
import { type ClockReader, fingerprintOf } from './clock-reading.ts'

/** The waits told at the doors of one campaign, on the tenants' clock: each from the age it had when somebody knocked. */
export async function surveyReader(
  db: ScopedDb,
  campaign: ToldCampaign,
  q: Pick<ExplorerQuestion, 'from' | 'until'>,
  today: CalendarDay,
): Promise<ClockReader> {
  const waits = { cases: await toldCases(db, campaign.id), asOf: dayNumber(today) }
  const { cases, asOf } = waits
  let told: readonly WaitPart[] = []
  return {
    clock: surveySource(campaign.id),
    asOf: today,
    observedFrom: null,
    landlordId: null,
    landlord: null,
    choices: () => choicesAmong(db, cases),
    rows: (selections) =>
      Promise.resolve((told = selections.map((one, at) => partOf(casesIn(waits, one, q), at, asOf)))),
    each: (by, selection) => {
      const wanted = { ...selection, [by]: null }
      const groups = [...Map.groupBy(casesIn(waits, wanted, q), (one) => keyIn(by, one))]
      const rows = groups.map(([, own], at) => partOf(own, at, asOf))
      return Promise.resolve({ names: groups.map(([value]) => value), rows })
    },
    cut: (by, ends) => Promise.resolve(cutCases(waits, by, ends)),
    cells: (selection) => Promise.resolve(cellsOfCases(casesIn(waits, selection, q), asOf)),
    // What a campaign brings on the days of its knocks is no flow of complaints.
    flows: () => Promise.resolve(null),
    origin: (counted) => originOf(campaign, cases, { counted, told, today }),
  }
}

/** Estates and families that these cases name. */
async function choicesAmong(db: ScopedDb, cases: readonly ToldCase[]) {
  const { places, categories } = await complaintChoices(db)
  const [estates, families] = [
    new Set(cases.map(({ estateId }) => estateId)),
    new Set(cases.map(({ familyCode }) => familyCode)),
  ]
  return {
    places: places.filter(({ value }) => estates.has(value)),
    categories: categories.filter(({ value }) => families.has(value)),
  }
}

type Counted = {
  readonly counted: number
  readonly told: readonly WaitPart[]
  readonly today: CalendarDay
}

function originOf(
  campaign: ToldCampaign,
  cases: readonly ToldCase[],
  { counted, told, today }: Counted,
): WaitsOrigin {
  const name = sayAtDoors(campaign.name)
  return {
    clock: 'tenant',
    name,
    asOf: today,
    coverage: { counted, known: Math.max(counted, campaign.told) },
    sources: [{ name, sha256: fingerprintOf(told, today), rows: counted }],
    entryFrom: null,
    routes: routesOf(cases),
  }
}
