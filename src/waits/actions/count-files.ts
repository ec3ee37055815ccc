/** Files of cases in, counted waits out. */
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { dayNumber } from '../../measure/day-number.ts'
import { RULES } from '../../measure/rules.ts'
import { inKeyOrder } from '../../measure/tally.ts'
import type { Engine, WaitMap } from '../../sources/public.ts'
import { type AsOf, readAsOf } from '../domain/as-of.ts'
import type { CountedWaits, ExactStratum } from '../domain/counted-waits.ts'
import { doubtsOfFlows, type FileDoubt } from '../domain/file-doubts.ts'
import type { UsageRefusal } from '../domain/usage-refusal.ts'
import type { DayRule, TieRule } from '../domain/waits-asked.ts'
import { dayFlows } from '../engine/day-flows.ts'
import { foldCases } from '../engine/fold-cases.ts'
import { foldDurations, type FoldedStratum } from '../engine/fold-durations.ts'
import { foldStretches } from '../engine/fold-stretches.ts'
import {
  type FilesAsked,
  readFiles,
  type ReadFiles,
  type ReadingWatch,
  type ReadRefusal,
} from './read-files.ts'

export type CountAsked = FilesAsked & {
  readonly asOf: string | null
  readonly days: DayRule | null
  /** Null: half a day for dates, none for lengths already made. */
  readonly ties: TieRule | null
  readonly now: Date
}

export type CountedFiles = { readonly counted: CountedWaits<ExactStratum>; readonly map: WaitMap }

export async function countFiles(
  engine: Engine,
  asked: CountAsked,
  watch: Omit<ReadingWatch, 'agrees'>,
): Promise<Result<CountedFiles, ReadRefusal>> {
  const agrees = (map: WaitMap) => asOfFor(map, asked)
  const read = await readFiles(engine, asked, { ...watch, agrees })
  if (!read.ok) return read
  const asOf = asOfFor(read.value.map, asked)
  if (!asOf.ok) return asOf
  if (asOf.value) watch.doubts(await datedDoubts(engine, read.value, asOf.value))
  const counted = await countRead(engine, read.value, asked, asOf.value)
  if (counted.strata.length > 0) return accept({ counted, map: read.value.map })
  const rows = counted.sources.reduce((sum, source) => sum + source.rows, 0)
  return refuse({ because: 'nothing_usable', rows, rejects: counted.rejects })
}

async function datedDoubts(engine: Engine, { kept, map }: ReadFiles, asOf: AsOf): Promise<FileDoubt[]> {
  const flows = await dayFlows(engine, kept.relation, dayNumber(asOf.day))
  return doubtsOfFlows(flows, { isEntryTold: map.entry !== undefined })
}

/** Lengths already made need no date. */
function asOfFor(
  { opened, timeZone = 'Europe/Paris' }: WaitMap,
  { asOf, now }: Pick<CountAsked, 'asOf' | 'now'>,
): Result<AsOf | null, UsageRefusal> {
  if (opened === undefined) return accept(null)
  return asOf === null ? refuse({ because: 'as_of_missing' }) : readAsOf(asOf, timeZone, now)
}

async function countRead(
  engine: Engine,
  read: ReadFiles,
  asked: CountAsked,
  asOf: AsOf | null,
): Promise<CountedWaits<ExactStratum>> {
  const { map, unit, sources } = read
  const tie = (asked.ties ?? (asOf ? 'half' : 'none')) === 'half' ? 0.5 : 0
  const days = asked.days ?? 'civil'
  const folded = asOf ? await datedStrata(engine, read, asOf, days, tie) : await madeStrata(engine, read, tie)
  const strata = folded.filter(({ stratum }) => stratum.exits.n > 0).map((one) => countedOf(read, one))
  const declared = map.entry !== undefined || map.duration?.entry !== undefined
  return {
    strata: strata.toSorted(inKeyOrder(asked.by)),
    asOf: asOf?.text ?? null,
    days: asOf ? days : null,
    timeUnit: unit ?? 'day',
    tie,
    rules: RULES,
    lateEntries: declared || (map.intervals !== undefined && strata.some(({ exits }) => exits.entries)),
    rejects: rejectsOf(read, folded),
    sources,
    grid: null,
    protected: false,
  }
}

const countedOf = ({ kept }: ReadFiles, { code, stratum, recurrence }: Folded): ExactStratum => ({
  key: kept.strata[code] ?? {},
  exits: stratum.exits,
  closedOnly: stratum.closedOnly,
  ...(recurrence ? { recurrence } : {}),
})

type Folded = {
  readonly code: number
  readonly stratum: FoldedStratum
  readonly afterAsOf: number
  readonly recurrence?: NonNullable<ExactStratum['recurrence']>
}

const NO_CLOSED = { n: 0, median: null, mean: null }

async function datedStrata(
  engine: Engine,
  { kept, map, bareDates }: ReadFiles,
  asOf: AsOf,
  days: DayRule,
  tie: 0 | 0.5,
): Promise<Folded[]> {
  const until = {
    precision: asOf.isDay ? ('day' as const) : ('instant' as const),
    day: dayNumber(asOf.day),
    us: asOf.instant * 1000,
  }
  const table = { relation: kept.relation, lateEntries: map.entry !== undefined, bareDates }
  const { waits, closedOnly } = await foldCases(engine, table, { asOf: until, days }, tie)
  return [...waits].map(([code, { afterAsOf, ...waited }]) => ({
    code,
    afterAsOf,
    stratum: { ...waited, closedOnly: closedOnly.get(code) ?? NO_CLOSED },
  }))
}

async function madeStrata(engine: Engine, { kept, made }: ReadFiles, tie: 0 | 0.5): Promise<Folded[]> {
  if (made === 'stretches') {
    const folded = await foldStretches(engine, kept.relation)
    return [...folded].map(([code, { recurrence, ...stratum }]) => ({
      code,
      stratum,
      recurrence,
      afterAsOf: 0,
    }))
  }
  const folded = await foldDurations(engine, kept.relation, tie)
  return [...folded].map(([code, stratum]) => ({ code, stratum, afterAsOf: 0 }))
}

/** Reasons that left out nobody are not told. */
function rejectsOf({ rejects }: ReadFiles, folded: readonly Folded[]): Record<string, number> {
  const sum = (count: (one: Folded) => number) => folded.reduce((total, one) => total + count(one), 0)
  const all = [
    ...rejects,
    ['opened_after_as_of', sum(({ afterAsOf }) => afterAsOf)] as const,
    ['never_at_risk', sum(({ stratum }) => stratum.neverAtRisk)] as const,
  ]
  return Object.fromEntries(all.filter(([, count]) => count > 0))
}
