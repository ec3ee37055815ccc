/** Files, tallies, or both, as one set of counted waits. */
import { resolve } from 'node:path'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { Tally } from '../../measure/tally.ts'
import { openEngine, type WaitMap } from '../../sources/public.ts'
import type { CountedWaits } from '../domain/counted-waits.ts'
import type { CommandRefusal } from '../domain/exit-code.ts'
import type { CountingAsked } from '../domain/waits-asked.ts'
import { type CountAsked, countFiles, type CountedFiles } from './count-files.ts'
import { readMapFile } from './guess-map.ts'
import { countedOfTallies, exactTally, isTallyName, readTallyFiles } from './join-tallies.ts'
import type { ReadingWatch } from './read-files.ts'

export type CountedAll = {
  readonly counted: CountedWaits
  /** Null where all came from tallies. */
  readonly map: WaitMap | null
}

export type CountWatch = Omit<ReadingWatch, 'agrees'> & {
  /** Options written that tallies alone do not need. */
  readonly idle: (options: readonly string[]) => void
  /** Strata that tallies read here keep to themselves: in no figure. */
  readonly keptBack: (count: number) => void
}

export async function countAll(
  asked: CountingAsked & { readonly now: Date },
  watch: CountWatch,
): Promise<Result<CountedAll, CommandRefusal>> {
  const tallies = await readTallyFiles(asked.files.filter(isTallyName))
  if (!tallies.ok) return tallies
  const keptBack = tallies.value.reduce((sum, { withheld }) => sum + withheld, 0)
  if (keptBack > 0) watch.keptBack(keptBack)
  const files = asked.files.filter((path) => !isTallyName(path))
  const [first, ...others] = tallies.value
  if (!first) return countHere(files, asked, watch)
  if (files.length === 0) return countTallies([first, ...others], asked, watch)
  const by = asked.by.length > 0 ? asked.by : first.by
  const told = { ...asked, by, days: asked.days ?? first.days, ties: asked.ties ?? tieOf(first) }
  const here = await countHere(files, told, watch)
  if (!here.ok) return here
  const own = exactTally({ ...here.value, by })
  if (!own.ok) return own
  const counted = countedOfTallies([own.value, ...tallies.value])
  return counted.ok ? accept({ counted: counted.value, map: here.value.map }) : counted
}

const tieOf = ({ tie }: Tally) => (tie === 'none' ? 'none' : 'half')

async function countHere(
  paths: readonly string[],
  asked: CountingAsked & { readonly now: Date },
  watch: CountWatch,
): Promise<Result<CountedFiles, CommandRefusal>> {
  const map = asked.map === null ? accept(null) : await readMapFile(asked.map)
  if (!map.ok) return map
  const files = paths.map((path) => resolve(path))
  const engine = await openEngine({ reads: files })
  const stop = () => engine.interrupt()
  watch.signal?.addEventListener('abort', stop)
  try {
    const all: CountAsked = { ...asked, files, map: map.value }
    return await countFiles(engine, all, watch)
  } finally {
    watch.signal?.removeEventListener('abort', stop)
    await engine.close()
  }
}

/** A tally says by what rules it was counted: asking for others is a mistake, asking for the same is nothing. */
function countTallies(
  tallies: readonly [Tally, ...Tally[]],
  { map, asOf, by, days, ties }: CountingAsked,
  watch: CountWatch,
): Result<CountedAll, CommandRefusal> {
  const [first] = tallies
  const told = [
    ['--days', days, first.days],
    ['--ties', ties, tieOf(first)],
    ['--by', by.length > 0 ? by.join(',') : null, first.by.join(',')],
  ] as const
  const other = told.find(([, wanted, known]) => wanted !== null && wanted !== known)
  if (other) {
    const [option, wanted, known] = other
    return refuse({ because: 'told_by_tally', option, asked: wanted ?? '', told: known })
  }
  const idle = [...(map === null ? [] : ['--map']), ...(asOf === null ? [] : ['--as-of'])]
  if (idle.length > 0) watch.idle(idle)
  const counted = countedOfTallies(tallies)
  return counted.ok ? accept({ counted: counted.value, map: null }) : counted
}
