/** What `palier tally` and `palier map` were asked. */
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { readCommandLine } from './command-line.ts'
import type { UsageRefusal } from './usage-refusal.ts'
import { COUNTING_OPTIONS, type CountingAsked, last, readCounting } from './waits-asked.ts'

export type TallyAsked = CountingAsked & {
  readonly out: string
  /** Days at which waits may be cut; null for those that Palier declares. */
  readonly grid: readonly number[] | null
  readonly unprotected: boolean
  /** Tallies of earlier extracts that have left already: nothing is told that would subtract from them. */
  readonly released: readonly string[]
}

export function readTallyAsked(args: readonly string[]): Result<TallyAsked, UsageRefusal> {
  const line = readCommandLine(args, {
    ...COUNTING_OPTIONS,
    out: true,
    grid: true,
    released: true,
    unprotected: false,
  })
  if (!line.ok) return line
  const counting = readCounting('tally', line.value)
  if (!counting.ok) return counting
  const out = last(line.value, 'out')
  if (out === null) return refuse({ because: 'out_missing' })
  const grid = readGrid(last(line.value, 'grid'))
  if (!grid.ok) return grid
  const unprotected = line.value.given.has('unprotected')
  if (unprotected && grid.value)
    return refuse({ because: 'two_results', options: ['--grid', '--unprotected'] })
  const released = (last(line.value, 'released') ?? '').split(',').flatMap((path) => path.trim() || [])
  if (unprotected && released.length > 0)
    return refuse({ because: 'two_results', options: ['--released', '--unprotected'] })
  return accept({ ...counting.value, out, grid: grid.value, unprotected, released })
}

function readGrid(value: string | null): Result<readonly number[] | null, UsageRefusal> {
  if (value === null) return accept(null)
  const grid = value.split(',').map((day) => (/^\s*\d+\s*$/.test(day) ? Number(day) : Number.NaN))
  const rises = grid.every((day, at) => day > (grid[at - 1] ?? -1))
  return rises ? accept(grid) : refuse({ because: 'grid_unreadable', value })
}

/** The one file that `palier map` looks at. */
export function readMapAsked(args: readonly string[]): Result<string, UsageRefusal> {
  const line = readCommandLine(args, { help: false })
  if (!line.ok) return line
  const [file, ...others] = line.value.files
  if (file === undefined) return refuse({ because: 'file_missing', command: 'map' })
  if (others.length > 0) return refuse({ because: 'one_file_only', command: 'map', given: others.length + 1 })
  return accept(file)
}
