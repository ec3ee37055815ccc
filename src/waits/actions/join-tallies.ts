/** Tallies read, made of counted files, added, and read as waits again. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { type MergedStratum, mergeTallies } from '../../measure/merge-tallies.ts'
import { readTally } from '../../measure/read-tally.ts'
import { countsOf, exitsOfStratum, type Tally, type TallyHead, tallyOf } from '../../measure/tally.ts'
import type { WaitMap } from '../../sources/public.ts'
import type { CountedStratum, CountedWaits, ExactStratum } from '../domain/counted-waits.ts'
import type { TallyFileRefusal } from '../domain/tally-file-refusal.ts'

/** Named so, a file is a tally. */
export const isTallyName = (path: string): boolean => path.toLowerCase().endsWith('.tally.json')

export async function readTallyFile(path: string): Promise<Result<Tally, TallyFileRefusal>> {
  const name = basename(path)
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return refuse({ because: 'tally_absent', name })
  const json = parsed(text)
  if (json === undefined) return refuse({ because: 'tally_not_json', name })
  const tally = readTally(json)
  return tally.ok ? tally : refuse({ because: 'tally_unread', name, why: tally.refusal })
}

/** All of them, or why one is not read. */
export async function readTallyFiles(
  paths: readonly string[],
): Promise<Result<readonly Tally[], TallyFileRefusal>> {
  const tallies: Tally[] = []
  for (const path of paths) {
    const tally = await readTallyFile(path)
    if (!tally.ok) return tally
    tallies.push(tally.value)
  }
  return accept(tallies)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export type Countable = {
  readonly counted: CountedWaits<ExactStratum>
  readonly map: WaitMap
  readonly by: readonly string[]
}

/** What goes over the counts of a file in a tally. Lengths already made have no date and no rule of days of their own. */
export function tallyHead({ counted, map, by }: Countable): Result<TallyHead, TallyFileRefusal> {
  if (map.intervals) return refuse({ because: 'recurrence_not_tallied' })
  if (counted.timeUnit !== 'day') return refuse({ because: 'tally_in_days', unit: counted.timeUnit })
  const { rules, tie, asOf, days, rejects, sources } = counted
  return accept({
    rules,
    days: days ?? 'elapsed',
    tie: tie === 0.5 ? 'day+0.5' : 'none',
    timeZone: map.timeZone ?? 'Europe/Paris',
    by,
    asOf: asOf ?? '',
    rejects,
    sources,
  })
}

/** The exact tally of counted files: it merges to the bit, and no door accepts it. */
export function exactTally(countable: Countable): Result<Tally, TallyFileRefusal> {
  const head = tallyHead(countable)
  if (!head.ok) return head
  return accept(
    tallyOf(countable.counted.strata, head.value, { outcomes: countable.map.outcome !== undefined }),
  )
}

/** The waits of one tally or of several added. Lengths of closed cases are not in a tally: their figures are not known. */
export function countedOfTallies(
  tallies: readonly [Tally, ...Tally[]],
): Result<CountedWaits, TallyFileRefusal> {
  const merged = mergeTallies(tallies)
  if (!merged.ok) return merged
  const { strata, asOf, days, tie, rules, rejects, sources, grid } = merged.value
  return accept({
    strata: strata.filter(({ n }) => n > 0).map((stratum) => countedStratum(stratum, isOfDays(asOf))),
    asOf: asOf === '' ? null : asOf,
    days: asOf === '' ? null : days,
    timeUnit: 'day',
    tie: tie === 'day+0.5' ? 0.5 : 0,
    rules,
    lateEntries: strata.some(({ bins }) => bins.entered !== null),
    rejects,
    sources,
    grid,
    protected: merged.value.protected,
  })
}

/** Lengths already made have no date, and need not be whole days. */
const isOfDays = (asOf: string): boolean => asOf !== '' && !asOf.startsWith('/')

function countedStratum(stratum: MergedStratum, wholeDays: boolean): CountedStratum {
  const { key, n, bins, cut } = stratum
  const { ended, open } = countsOf(stratum)
  const closedOnly = { n: ended, median: null, mean: null }
  if (!cut) return { key, exits: exitsOfStratum(stratum), closedOnly }
  return { key, cut: { n, bins, wholeDays }, closedOnly, told: { ended, open } }
}
