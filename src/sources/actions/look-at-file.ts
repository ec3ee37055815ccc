import { accept, type Result } from '../../kernel/result.ts'
import type { FileRefusal } from '../domain/file-refusal.ts'
import type { FileEncoding, InspectedFile } from '../domain/inspected-file.ts'
import type { SensitiveColumn } from '../domain/sensitive-columns.ts'
import { type ColumnValue, columnValues } from '../engine/column-values.ts'
import { openEngine } from '../engine/duck.ts'
import { findSensitive } from '../engine/find-sensitive.ts'
import { inspectFile } from '../engine/inspect-file.ts'

export type Looked = {
  readonly file: InspectedFile
  /** Its columns that look personal. */
  readonly personal: readonly SensitiveColumn[]
  /** The values of the columns asked about, by header. */
  readonly values: ReadonlyMap<string, readonly ColumnValue[]>
}

export type Opening = {
  readonly name: string
  readonly sheet?: string
  readonly encoding?: FileEncoding
  readonly separator?: string
}

/** Opens a waiting file, says what it is and what some of its columns hold, and keeps nothing. */
export async function lookAtFile(
  path: string,
  opening: Opening,
  columnsIn: (file: InspectedFile) => readonly string[],
): Promise<Result<Looked, FileRefusal>> {
  const engine = await openEngine({ reads: [path] })
  try {
    const inspected = await inspectFile(engine, path, opening)
    if (!inspected.ok) return inspected
    const file = inspected.value
    const values = new Map<string, readonly ColumnValue[]>()
    for (const header of columnsIn(file)) values.set(header, await columnValues(engine, file, header))
    const { headers, sample, from } = file
    const personal = await findSensitive(engine, { relation: from, present: headers, headers, sample })
    return accept({ file, values, personal })
  } finally {
    await engine.close()
  }
}
