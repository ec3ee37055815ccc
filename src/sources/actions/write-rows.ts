import type { ScopedDb } from '../../access/scope.ts'
import type { Engine } from '../engine/duck.ts'
import { countRows, pgArrays } from '../engine/pg-arrays.ts'
import {
  ALL_CASES,
  CELLS,
  CELLS_OF_A_NEW_DAY,
  CHANGED_CASES,
  clearReplaced,
  DAYS,
  forgetEmptyCells,
  GONE_CASES,
  type Into,
  NEW_CASES,
  NEW_STRATA,
  REJECTS,
  WAITS,
} from '../store/write-vintage.ts'
import type { ImportWatch } from './import-file.ts'

type Target = Into & {
  readonly byCase: boolean
  readonly hasKeys: boolean
  readonly asOfDay: number
  readonly isNewDay: boolean
}

/** Writes what the engine has made, in batches: rows pass from one engine to the other as text, and are never held. */
export async function writeRows(
  db: ScopedDb,
  engine: Engine,
  target: Target,
  watch: ImportWatch,
): Promise<void> {
  await clearReplaced(db, target.sourceId, !target.byCase)
  const cases = target.byCase ? [NEW_CASES, CHANGED_CASES, GONE_CASES] : target.hasKeys ? [ALL_CASES] : []
  const writings = [NEW_STRATA, ...cases, target.isNewDay ? CELLS_OF_A_NEW_DAY : CELLS, WAITS, DAYS, REJECTS]
  const rowsTotal = await countRows(
    engine,
    writings.map(({ from }) => from),
  )
  let rows = 0
  for (const writing of writings) {
    let written: Promise<unknown> = Promise.resolve()
    for await (const batch of pgArrays(engine, writing.from, writing.columns)) {
      await written
      watch.signal?.throwIfAborted()
      written = writing.write(db, target, batch.arrays)
      written.catch(() => {}) // told when it is awaited, after the next batch was made meanwhile
      rows += batch.rows
      watch.onProgress?.({ step: 'writing', rows, rowsTotal, bytesRead: 0, bytes: 0 })
    }
    await written
  }
  if (!target.isNewDay) await forgetEmptyCells(db, target.sourceId, target.asOfDay)
}
