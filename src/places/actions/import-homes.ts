import Papa from 'papaparse'
import type { ScopedDb } from '../../access/scope.ts'
import { refuse, type Result } from '../../kernel/result.ts'
import { decodeTable, separatorOf } from '../domain/csv-text.ts'
import { defaultDoorName, defaultHomeLabel } from '../domain/floors.fr.ts'
import { homeId } from '../domain/home-id.ts'
import { CSV_LIMITS, readHomes, type HomeRows, type Reject, type ImportRefusal } from '../domain/homes-csv.ts'
import { type Directory, type BuildingPlan, type StaircasePlan, planImport } from '../domain/import-plan.ts'
import type { Estate, Staircase } from '../domain/place.ts'
import { isSameShape } from '../domain/staircase-shape.ts'
import { listBuildings, listEstates, listStaircases } from '../store/directory.ts'
import { addBuilding, addStaircase, reshapeStaircase, setAddress } from '../store/directory-writes.ts'
import { addHomes, homesOfStaircases, type NewHome, relabelHome } from '../store/homes.ts'

/** What an import changed; all zero but `unchanged` when the same file comes twice. */
export type Imported = {
  readonly header: readonly string[]
  readonly buildings: number
  readonly staircases: number
  readonly widened: number
  readonly homes: number
  readonly relabelled: number
  readonly unchanged: number
  readonly rejects: readonly Reject[]
}

/** Reads a file as it comes: any of three separators, two encodings, quoted cells. */
export function readTable(bytes: Uint8Array, estateGiven: boolean): Result<HomeRows, ImportRefusal> {
  if (bytes.byteLength > CSV_LIMITS.bytes) return refuse({ because: 'too_heavy' })
  if (bytes.includes(0)) return refuse({ because: 'not_a_table' }) // a spreadsheet's own format, an image
  const text = decodeTable(bytes).replace(/^\ufeff/, '')
  const { data } = Papa.parse<string[]>(text, { delimiter: separatorOf(text) })
  return readHomes(data, { estateGiven })
}

/** Writes the homes of a table in the caller's transaction, so that nothing is ever half-written. */
export async function importHomes(
  db: ScopedDb,
  table: HomeRows,
  { given, now }: { readonly given?: Estate | undefined; readonly now: Date },
): Promise<Imported> {
  const { buildings, leftOut } = planImport(table.homes, await whatIsKnown(db, given), given)
  const counts = { buildings: 0, staircases: 0, widened: 0, homes: 0, relabelled: 0, unchanged: 0 }
  for (const planned of buildings) {
    const building = planned.known ?? (await addBuilding(db, planned.estate, planned, now))
    if (!planned.known) counts.buildings++
    else if (planned.known.address !== planned.address)
      await setAddress(db, planned.estate, building, planned.address)
    for (const staircase of staircasesOf(planned)) {
      const { id, state } = await settle(db, building.id, staircase, now)
      if (state !== 'there') counts[state]++
      const { made, relabelled } = await writeHomes(db, id, staircase)
      counts.homes += made
      counts.relabelled += relabelled
      counts.unchanged += staircase.homes.length - made - relabelled
    }
  }
  const rejects = leftOut.map(({ row, why }) => ({ line: row.line, cells: row.cells, ...why }))
  return {
    ...counts,
    header: table.header,
    rejects: [...table.rejects, ...rejects].toSorted((a, b) => a.line - b.line),
  }
}

const staircasesOf = ({ staircases }: BuildingPlan): StaircasePlan[] =>
  [...staircases.values()].filter(({ homes }) => homes.length > 0)

async function whatIsKnown(db: ScopedDb, given: Estate | undefined): Promise<Directory> {
  const estates = given ? [given] : await listEstates(db)
  const buildings = await listBuildings(
    db,
    estates.map(({ id }) => id),
  )
  return {
    estates,
    buildings,
    staircases: await listStaircases(
      db,
      buildings.map(({ id }) => id),
    ),
  }
}

type Settled = { readonly id: string; readonly state: 'staircases' | 'widened' | 'there' }

async function settle(
  db: ScopedDb,
  buildingId: string,
  { known, name, shape }: StaircasePlan,
  now: Date,
): Promise<Settled> {
  if (!known) return { id: (await addStaircase(db, buildingId, name, shape, now)).id, state: 'staircases' }
  if (isSameShape(known, shape)) return { id: known.id, state: 'there' }
  await reshapeStaircase(db, known.id, shape)
  return { id: known.id, state: 'widened' }
}

async function writeHomes(db: ScopedDb, staircaseId: string, { shape, homes }: StaircasePlan) {
  const known = new Map(
    (await homesOfStaircases(db, [staircaseId])).map((home) => [String(home.id), home.label]),
  )
  const wanted: NewHome[] = homes.map((home) => ({
    ...home,
    staircaseId,
    label: home.label || labelOf(shape, home),
  }))
  const made = await addHomes(db, wanted)
  let relabelled = 0
  for (const home of homes) {
    const id = homeId(db.actor.spaceId, staircaseId, home)
    const before = known.get(id)
    if (before === undefined || home.label === '' || before === home.label) continue
    await relabelHome(db, id, home.label)
    relabelled++
  }
  return { made, relabelled }
}

const labelOf = (
  { positions }: Pick<Staircase, 'positions'>,
  { floor, position }: { floor: number; position: number },
): string => defaultHomeLabel(floor, positions[position - 1] ?? defaultDoorName(position))
