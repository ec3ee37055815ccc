import type { ScopedDb } from '../../access/scope.ts'
import { dayIn } from '../../kernel/calendar-day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { agreementProblem, type DataAgreement } from '../domain/agreement.ts'
import type { ImportAsked, ImportRefusal } from '../domain/import.ts'
import type { SensitiveColumn } from '../domain/sensitive-columns.ts'
import type { Source } from '../domain/source.ts'
import type { Vintage } from '../domain/vintage.ts'
import { readWaitMap, USUAL_TIME_ZONE, type WaitMap } from '../domain/wait-map.ts'
import { findAgreement } from '../store/agreements.ts'
import { findSource } from '../store/sources.ts'
import { findVintage } from '../store/vintages.ts'
import { mayLoad } from './sources.ts'

/** An import that may begin: what it is read by, under what, after which vintage. */
export type Agreed = {
  readonly source: Source
  readonly agreement: DataAgreement
  readonly map: WaitMap
  readonly current: Vintage | undefined
}

/** All that can be refused before the file is opened. */
export async function checkImport(
  db: ScopedDb,
  asked: ImportAsked,
  now: Date,
): Promise<Result<Agreed, ImportRefusal>> {
  if (!mayLoad(db.actor)) return refuse({ because: 'outside_circle' })
  const map = readDatedMap(asked.map)
  if (!map.ok) return map
  const source = await findSource(db, asked.sourceId)
  if (!source) return refuse({ because: 'source_absent' })
  const agreement = await findAgreement(db, source.agreementId)
  if (!agreement) throw new Error(`source ${source.id} came under no agreement`)
  const zone = map.value.timeZone ?? USUAL_TIME_ZONE
  const problem = agreementProblem(agreement, dayIn(now, zone))
  if (problem) return refuse(problem)
  const current =
    source.currentVintage === null ? undefined : await findVintage(db, source.id, source.currentVintage)
  const late = checkAsOf(asked, current, now, zone) ?? checkScope(asked, current, map.value)
  return late ? refuse(late) : accept({ source, agreement, map: map.value, current })
}

/** A map of cases that were opened and closed on days; entries by case are in no cell of the Lexis table. */
function readDatedMap(json: unknown): Result<WaitMap, ImportRefusal> {
  const map = readWaitMap(json)
  if (!map.ok) return map
  if (map.value.opened === undefined) return refuse({ because: 'cases_without_dates' })
  const { entry } = map.value
  if (entry && 'column' in entry) return refuse({ because: 'entry_for_each_case', header: entry.column })
  return map
}

function checkAsOf(
  { asOf }: ImportAsked,
  current: Vintage | undefined,
  now: Date,
  zone: string,
): ImportRefusal | undefined {
  const today = dayIn(now, zone)
  if (asOf.day > today || (asOf.instant !== null && asOf.instant > now))
    return { because: 'as_of_in_future', asOf: asOf.day, today }
  if (current && asOf.day < current.asOf)
    return { because: 'as_of_before_current', asOf: asOf.day, current: current.asOf }
  return undefined
}

/** Corrections are added to what is there: to cases known by the same numbers, or by none. */
function checkScope(
  { scope }: ImportAsked,
  current: Vintage | undefined,
  map: WaitMap,
): ImportRefusal | undefined {
  if (scope === 'whole') return undefined
  if (!current) return { because: 'nothing_to_correct' }
  const before = readWaitMap(current.map)
  return before.ok && before.value.id === map.id ? undefined : { because: 'corrections_by_other_numbers' }
}

/** Columns the map names that look personal and that the agreement does not allow; undefined when there is none. */
export function columnsNotAllowed(
  { agreement }: Agreed,
  personal: readonly SensitiveColumn[],
): ImportRefusal | undefined {
  const columns = personal.filter(({ kind }) => !agreement.allowedColumns.includes(kind))
  return columns.length === 0
    ? undefined
    : { because: 'columns_not_allowed', columns, agreement: agreement.title }
}

/** Whether the vintage that is shown was read from the same bytes, in the same way, with the same as-of. */
export const isSame = (current: Vintage, sha256: string, { map, asOf, scope }: ImportAsked): boolean =>
  current.sha256 === sha256 &&
  current.facts.scope === scope &&
  current.asOf === asOf.day &&
  current.asOfInstant?.getTime() === asOf.instant?.getTime() &&
  inOrder(current.map) === inOrder(map)

/** One text for one map, whatever the order of its keys: PostgreSQL keeps another than it was given. */
const inOrder = (map: unknown): string =>
  JSON.stringify(map, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
