import { foldText } from '../../kernel/fold-text.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { typedLine } from '../../kernel/typed-text.ts'
import { undoNeutralise } from './csv-text.ts'
import { readFloor } from './floors.fr.ts'
import { type RowField, COLUMNS, columnNamed } from './homes-csv-columns.fr.ts'
import { LIMITS } from './staircase-shape.ts'

export const CSV_LIMITS = { bytes: 2 * 1024 * 1024, rows: 5000 } as const

/** One home as a row tells it. The door is a position (`2`) or the name of one («gauche»). */
export type HomeRow = {
  readonly line: number
  readonly cells: readonly string[]
  readonly estate: string
  readonly building: string
  readonly staircase: string
  readonly floor: number
  readonly door: string
  readonly label: string
  readonly address: string
}

/** Why a row was left out by itself: a closed list, each with its sentence in words.fr.ts. */
export const REJECT_REASONS = [
  'no_estate',
  'unknown_estate',
  'ambiguous_estate',
  'no_building',
  'no_staircase',
  'no_floor',
  'floor_not_read',
  'no_door',
  'door_out_of_reach',
  'landing_full',
  'too_long',
  'same_door_twice',
] as const
export type RejectReason = (typeof REJECT_REASONS)[number]

/** The same, with a row that says another estate than the one chosen for the whole table. */
export type RowReason =
  | { readonly because: RejectReason }
  | { readonly because: 'another_estate'; readonly said: string; readonly chosen: string }

/** A row left out, with its cells as they were in the file. */
export type Reject = RowReason & { readonly line: number; readonly cells: readonly string[] }

export type HomeRows = {
  readonly header: readonly string[]
  readonly homes: readonly HomeRow[]
  readonly rejects: readonly Reject[]
}

export type FileRefusal =
  | { readonly because: 'empty_file' }
  | { readonly because: 'missing_columns'; readonly columns: readonly RowField[] }
  | { readonly because: 'column_twice'; readonly column: RowField }
  | { readonly because: 'too_many_rows'; readonly rows: number }

/** The same, with what is seen before a table is read. */
export type ImportRefusal = FileRefusal | { readonly because: 'too_heavy' | 'not_a_table' }

type Needs = { readonly estateGiven: boolean }

/** Reads the cells of a table: its homes, and the rows left out with their reason. Lines count from 1, the header. */
export function readHomes(
  table: readonly (readonly string[])[],
  needs: Needs,
): Result<HomeRows, FileRefusal> {
  const [header, ...rows] = table.map((row) => row.map((cell) => typedLine(undoNeutralise(cell.trim()))))
  if (!header || header.every((cell) => cell === '')) return refuse({ because: 'empty_file' })
  const filled = rows
    .map((cells, at) => ({ cells, line: at + 2 }))
    .filter(({ cells }) => cells.some((c) => c !== ''))
  if (filled.length === 0) return refuse({ because: 'empty_file' })
  if (filled.length > CSV_LIMITS.rows) return refuse({ because: 'too_many_rows', rows: filled.length })
  const columns = columnsOf(header, needs)
  if (!columns.ok) return columns
  const homes: HomeRow[] = []
  const rejects: Reject[] = []
  const seen = new Set<string>()
  for (const { cells, line } of filled) {
    const read = readRow(columns.value, { line, cells }, needs)
    const door = read.ok ? doorKey(read.value) : ''
    if (read.ok && !seen.has(door)) homes.push(read.value)
    else rejects.push({ line, cells, because: read.ok ? 'same_door_twice' : read.refusal.because })
    seen.add(door)
  }
  return accept({ header, homes, rejects })
}

/** The same door said twice in one file would leave which label holds to chance. */
const doorKey = (row: HomeRow): string =>
  JSON.stringify([row.estate, row.building, row.staircase, String(row.floor), row.door].map(foldText))

const NEEDED: readonly RowField[] = ['building', 'staircase', 'floor', 'door']

function columnsOf(
  header: readonly string[],
  { estateGiven }: Needs,
): Result<ReadonlyMap<RowField, number>, FileRefusal> {
  const found = new Map<RowField, number>()
  for (const [at, cell] of header.entries()) {
    const column = columnNamed(cell)
    if (!column) continue
    if (found.has(column)) return refuse({ because: 'column_twice', column })
    found.set(column, at)
  }
  const needed = estateGiven ? NEEDED : (['estate', ...NEEDED] as const)
  const missing = needed.filter((column) => !found.has(column))
  return missing.length > 0 ? refuse({ because: 'missing_columns', columns: missing }) : accept(found)
}

type Rejected = { readonly because: RejectReason }

type Line = { readonly line: number; readonly cells: readonly string[] }

function readRow(
  columns: ReadonlyMap<RowField, number>,
  { line, cells }: Line,
  { estateGiven }: Needs,
): Result<HomeRow, Rejected> {
  const cell = (column: RowField): string => cells[columns.get(column) ?? -1] ?? ''
  const [estate = '', building = '', staircase = '', floorSaid = '', door = '', label = '', address = ''] =
    COLUMNS.map(cell)
  if (estate === '' && !estateGiven) return refuse({ because: 'no_estate' })
  if (building === '') return refuse({ because: 'no_building' })
  if (staircase === '') return refuse({ because: 'no_staircase' })
  if (floorSaid === '') return refuse({ because: 'no_floor' })
  const floor = readFloor(floorSaid)
  if (floor === undefined) return refuse({ because: 'floor_not_read' })
  if (door === '') return refuse({ because: 'no_door' })
  const number = positionSaid(door)
  if (number !== undefined && (number < 1 || number > LIMITS.doorsPerLanding))
    return refuse({ because: 'door_out_of_reach' })
  const isLong =
    [staircase, door].some((t) => t.length > LIMITS.labelLength) ||
    [building, label, address].some((t) => t.length > 300)
  if (isLong) return refuse({ because: 'too_long' })
  return accept({ line, cells, estate, building, staircase, floor, door, label, address })
}

/** The position a door's number says; undefined when the door is said by its name. */
export function positionSaid(door: string): number | undefined {
  const said = /^(?:porte |n°? ?|no )?([+-]?\d{1,9})$/i.exec(door.trim())
  return said ? Number(said[1]) : undefined
}
