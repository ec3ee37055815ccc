import type { ScopedDb } from '../../access/scope.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { dayNumber, dayOfNumber } from '../../measure/day-number.ts'
import { RULES } from '../../measure/rules.ts'
import { bulkDaysOf } from '../domain/bulk-days.ts'
import type { ImportAsked, ImportOutcome, ImportRefusal } from '../domain/import.ts'
import type { LoadedRows } from '../domain/inspected-file.ts'
import { type DayFlow, suspectedTruncation } from '../domain/truncation.ts'
import type { VintageChanges, VintageFacts } from '../domain/vintage.ts'
import { headersOf, USUAL_TIME_ZONE } from '../domain/wait-map.ts'
import { countChanges, countCases, compareVintages } from '../engine/compare-vintages.ts'
import type { Engine } from '../engine/duck.ts'
import { projectVintage, wholeFlows } from '../engine/project-vintage.ts'
import type { ReadVintage } from '../engine/read-vintage.ts'
import { makeBefore, takeBefore } from '../engine/take-before.ts'
import { casesBefore, cellsBefore, strataBefore } from '../store/before.ts'
import { lockSource, showVintage, updateReading } from '../store/sources.ts'
import { closingsTold } from '../store/told-closings.ts'
import { findVintage, insertVintage } from '../store/vintages.ts'
import { takeTime } from '../store/write-vintage.ts'
import type { Agreed } from './check-import.ts'
import { delayOf } from './import-doubts.ts'
import type { ImportWatch, OpenScope } from './import-file.ts'
import { writeRows } from './write-rows.ts'

/** A file that was read and counted, and has not been written yet. */
export type Counted = {
  readonly asked: ImportAsked
  readonly agreed: Agreed
  readonly loaded: LoadedRows
  readonly read: ReadVintage
  readonly entryFrom: number | null
}

/** Compares with the vintage that is shown and writes what changes, in one transaction; the new vintage is then shown. */
export function writeVintage(
  inScope: OpenScope,
  engine: Engine,
  counted: Counted,
  watch: ImportWatch,
): Promise<Result<ImportOutcome, ImportRefusal>> {
  const { asked, agreed } = counted
  return inScope(async (db) => {
    await takeTime(db)
    const source = await lockSource(db, asked.sourceId)
    if (!source) return refuse({ because: 'source_absent' })
    if (source.currentVintage !== agreed.source.currentVintage) return refuse({ because: 'read_meanwhile' })
    const vintage = (agreed.current?.vintage ?? 0) + 1
    const byCase = await compare(db, engine, counted)
    const target = targetOf(counted, vintage, byCase)
    await writeRows(db, engine, target, watch)
    await insertVintage(db, await described(db, engine, counted, { vintage, byCase }), watch.now)
    await updateReading(db, source.id, readingOf(counted))
    await showVintage(db, source.id, vintage)
    const written = await findVintage(db, source.id, vintage)
    if (!written) throw new Error('a vintage that was written is not there')
    watch.signal?.throwIfAborted()
    return accept({ did: 'vintage_written', vintage: written })
  })
}

const targetOf = ({ asked, agreed }: Counted, vintage: number, byCase: boolean) => ({
  sourceId: asked.sourceId,
  vintage,
  byCase,
  hasKeys: agreed.map.id !== undefined,
  asOfDay: dayNumber(asked.asOf.day),
  isNewDay: agreed.current?.asOf !== asked.asOf.day,
})

/** @returns whether cases of both vintages have numbers, and are compared one by one. */
async function compare(db: ScopedDb, engine: Engine, counted: Counted): Promise<boolean> {
  const { asked, agreed, entryFrom } = counted
  const { map, current } = agreed
  const byCase = map.id !== undefined && (current === undefined || hasNumbers(current.map))
  await makeBefore(engine)
  if (current) {
    await takeBefore(engine, 'before_stratum', strataBefore(db, asked.sourceId))
    if (byCase) await takeBefore(engine, 'before_case', casesBefore(db, asked.sourceId))
    else await takeBefore(engine, 'before_cell', cellsBefore(db, asked.sourceId))
  }
  const asOfDay = dayNumber(asked.asOf.day)
  await compareVintages(engine, { asOfDay, scope: asked.scope, byCase })
  const hasPlace = map.place !== undefined
  await projectVintage(engine, { asOfDay, entryFrom, hasPlace, hasCategory: map.category !== undefined })
  return byCase
}

const hasNumbers = (map: unknown): boolean => typeof map === 'object' && map !== null && 'id' in map

const readingOf = ({ agreed: { map, source }, asked, entryFrom }: Counted) => ({
  map: asked.map,
  timeZone: map.timeZone ?? USUAL_TIME_ZONE,
  entryFrom: entryFrom === null ? null : dayOfNumber(entryFrom),
  extractionRule: source.extractionRule,
})

async function described(
  db: ScopedDb,
  engine: Engine,
  counted: Counted,
  { vintage, byCase }: { readonly vintage: number; readonly byCase: boolean },
) {
  const { asked, agreed, loaded, read } = counted
  const { file } = loaded
  return {
    sourceId: asked.sourceId,
    vintage,
    fileName: asked.name,
    sha256: file.sha256,
    bytes: file.bytes,
    rows: loaded.rows + loaded.torn,
    kept: await countCases(engine),
    rejected: read.rejected,
    asOf: asked.asOf.day,
    asOfInstant: asked.asOf.instant,
    map: asked.map,
    facts: factsOf(counted, await wholeFlows(engine), await delay(db, counted)),
    changes: await changesOf(engine, agreed, byCase),
  }
}

async function changesOf(engine: Engine, { current }: Agreed, byCase: boolean): Promise<VintageChanges> {
  if (!current) return { comparedWith: null, because: 'first_vintage' }
  if (!byCase) return { comparedWith: null, because: 'cases_without_number' }
  return { comparedWith: current.vintage, ...(await countChanges(engine)) }
}

async function delay(db: ScopedDb, { asked, agreed: { current } }: Counted): Promise<number | null> {
  if (!current) return null
  const first = current.vintage === 1 ? current : await findVintage(db, asked.sourceId, 1)
  if (!first) return null
  const told = await closingsTold(db, asked.sourceId, dayNumber(first.asOf) + 1)
  return delayOf(told, { asOf: asked.asOf.day, first: first.asOf })
}

function factsOf(
  { asked, agreed, loaded, read }: Counted,
  flows: readonly DayFlow[],
  reportingDelay: number | null,
): VintageFacts {
  const { file } = loaded
  const wanted = headersOf(agreed.map)
  return {
    kind: file.kind,
    wrappedIn: file.wrappedIn,
    text: file.text,
    sheet: file.sheet,
    headerRow: file.headerRow,
    scope: asked.scope,
    leftOut: file.headers.filter((header) => !wanted.includes(header)),
    twiceNamed: file.twiceNamed,
    beyond: loaded.beyond,
    formats: read.extracted.formats,
    notices: read.extracted.notices,
    duplicates: read.duplicates,
    firstOpened: flows.find(({ opened }) => opened > 0)?.day ?? null,
    firstClosed: flows.find(({ closed }) => closed > 0)?.day ?? null,
    truncation: agreed.map.entry ? null : suspectedTruncation(flows),
    bulkDays: bulkDaysOf(flows),
    reportingDelay,
    rules: RULES,
  }
}
