import { createHash } from 'node:crypto'
import type { ScopedDb } from '../../access/scope.ts'
import { type CalendarDay } from '../../kernel/calendar-day.ts'
import { dayNumber } from '../../measure/day-number.ts'
import { type Cell, waitsOfCells } from '../domain/cell-waits.ts'
import type { Choice, NotComputed } from '../domain/explorer.ts'
import { COMPLAINTS, type ExplorerQuestion } from '../domain/explorer-question.ts'
import { type NamedWaits, type WaitPart, waitsByName, type WaitsOrigin } from '../domain/explorer-waits.ts'
import {
  complaintCells,
  complaintChoices,
  complaintFlows,
  complaintWaitsOf,
  complaintWaitsOfEach,
  cutComplaintWaits,
} from '../store/complaint-waits.ts'
import {
  cellsOf,
  type CutRow,
  cutWaits,
  flowsOf,
  type Selection,
  waitsOf,
  waitsOfEach,
} from '../store/source-waits.ts'
import { choicesOf, type ReadySource } from '../store/sources.ts'

export type NamedSelection = Selection & { readonly name: string }
type Rows = readonly WaitPart[]

/** One of the two clocks, read the same way whoever keeps it. */
export type ClockReader = {
  /** A source, or our complaints: what was taken away of it is kept under this name. */
  readonly clock: string
  readonly asOf: CalendarDay
  readonly observedFrom: CalendarDay | null
  readonly landlordId: string | null
  readonly landlord: string | null
  choices(): Promise<{ places: readonly Choice[]; categories: readonly Choice[] }>
  rows(selections: readonly Selection[]): Promise<Rows>
  each(by: 'place' | 'category', selection: Selection): Promise<{ names: readonly string[]; rows: Rows }>
  /** Every stratum of these headers, cut at these days, for what leaves. */
  cut(by: readonly ('place' | 'category')[], ends: readonly number[]): Promise<readonly CutRow[]>
  cells(selection: Selection): Promise<readonly Cell[] | null>
  /** Null where flows are not kept at that precision. */
  flows(selection: Selection): Promise<readonly { day: number; opened: number; closed: number }[] | null>
  /** Where the waits come from, once they are counted. */
  origin(counted: number): WaitsOrigin
}

export const sourceReader = (db: ScopedDb, source: ReadySource, q: ExplorerQuestion): ClockReader => ({
  clock: source.id,
  asOf: source.asOf,
  observedFrom: source.entryFrom,
  landlordId: source.institutionId,
  landlord: source.landlord,
  choices: async () => {
    const { places, categories } = await choicesOf(db, source.id)
    const named = (value: string) => ({ value, label: value === '' ? '(vide)' : value })
    return { places: places.map(named), categories: categories.map(named) }
  },
  rows: (selections) => waitsOf(db, source.id, selections, q),
  each: (by, selection) => waitsOfEach(db, source.id, by, selection, q),
  cut: (by, ends) => cutWaits(db, source.id, by, ends),
  cells: (selection) => cellsOf(db, source.id, selection, q),
  flows: (selection) =>
    selection.place === null ? flowsOf(db, source.id, selection.category) : Promise.resolve(null),
  origin: () => ({
    clock: 'landlord',
    name: source.name,
    asOf: source.asOf,
    coverage: { counted: source.kept, known: Math.max(source.kept, source.rows) },
    sources: [{ name: source.fileName, sha256: source.sha256, rows: source.rows }],
    entryFrom: source.entryFrom,
  }),
})

/** Our own complaints; of one landlord's estates when a source of theirs is what they stand beside. */
export function complaintReader(
  db: ScopedDb,
  q: Pick<ExplorerQuestion, 'from' | 'until'>,
  { today, landlord = null, name }: { today: CalendarDay; landlord?: string | null; name: string },
): ClockReader {
  let told: Rows = []
  let known = 0
  return {
    clock: COMPLAINTS,
    asOf: today,
    observedFrom: null,
    landlordId: landlord,
    landlord: null,
    choices: async () => {
      const choices = await complaintChoices(db)
      known = choices.known
      return choices
    },
    rows: async (selections) => (told = await complaintWaitsOf(db, { selections, landlord }, q, today)),
    each: (by, selection) => complaintWaitsOfEach(db, by, selection, q, today),
    cut: (by, ends) => cutComplaintWaits(db, by, ends, today),
    cells: (selection) => complaintCells(db, selection, q),
    flows: (selection) => complaintFlows(db, selection),
    origin: (counted) =>
      tenantOrigin(name, today, { counted, known, fingerprint: fingerprintOf(told, today) }),
  }
}

type Told = { readonly counted: number; readonly known: number; readonly fingerprint: string }

const tenantOrigin = (
  name: string,
  asOf: CalendarDay,
  { counted, known, fingerprint }: Told,
): WaitsOrigin => ({
  clock: 'tenant',
  name,
  asOf,
  coverage: { counted, known: Math.max(counted, known) },
  sources: [{ name, sha256: fingerprint, rows: counted }],
  entryFrom: null,
})

/** Whoever counts the same waits on the same day finds the same fingerprint. */
export function fingerprintOf(rows: Rows, today: CalendarDay): string {
  const lines = rows
    .flatMap(({ at, days, entry, outcome, n }) =>
      Array.from(n, (count, row) =>
        [at, days[row], outcome[row], count, ...entry.slice(row, row + 1)].join(' '),
      ),
    )
    .toSorted()
  return createHash('sha256')
    .update([today, ...lines].join('\n'))
    .digest('hex')
}

/** The waits of these selections in the days asked for, and why some could not be. */
export async function readWaits(
  reader: ClockReader,
  selections: readonly NamedSelection[],
  { days, doubted }: Pick<ExplorerQuestion, 'days'> & { readonly doubted?: ReadonlySet<number> },
): Promise<{ waits: readonly NamedWaits[]; refused: NotComputed | null }> {
  if (days === 'civil' && !doubted) {
    const names = selections.map(({ name }) => name)
    return { waits: waitsByName(names, await reader.rows(selections)), refused: null }
  }
  const waits: NamedWaits[] = []
  const observedFrom = reader.observedFrom === null ? null : dayNumber(reader.observedFrom)
  for (const selection of selections) {
    const cells = await reader.cells(selection)
    if (cells === null) return { waits: [], refused: 'too_many_cells' }
    const read = waitsOfCells(selection.name, cells, {
      asOf: dayNumber(reader.asOf),
      observedFrom,
      days,
      ...(doubted ? { doubted } : {}),
    })
    if (read === null) return { waits: [], refused: 'outside_calendar' }
    waits.push(read)
  }
  return { waits, refused: null }
}
