/** A text that DuckDB does not cut cleanly, cut here row by row: slower, and exact about every row. */
import { rowCutter, type CutRow } from '../domain/cut-rows.ts'
import { isWritten } from '../domain/find-header.ts'
import { numberedRow } from '../domain/numbered-row.ts'
import { batchedFile, type BatchedFile } from './batched-file.ts'
import { decoded } from './rewrite-text.ts'
import type { Watch } from './survey-text.ts'

export type Cutting = {
  readonly path: string
  readonly separator: string
  readonly quote: string
  readonly headerRow: number
  /** How many cells a whole row has at least. */
  readonly width: number
  /** The places of the wanted columns. */
  readonly places: readonly number[]
}

export type CutFiles = { readonly rows: string; readonly torn: string }

/** Writes the wanted cells of whole rows, and the lines of torn ones; tells how many rows go beyond their headers. */
export async function cutText(
  cutting: Cutting,
  to: CutFiles,
  watch: Watch = {},
): Promise<{ beyond: number }> {
  const files = { rows: await batchedFile(to.rows), torn: await batchedFile(to.torn) }
  const cutter = rowCutter(cutting.separator, cutting.quote)
  const tally = { number: 0, beyond: 0, bytes: 0 }
  try {
    for await (const text of decoded(cutting.path, 'utf-8', watch.signal)) {
      for (const row of cutter.push(text)) place(row, cutting, files, tally)
      await files.rows.flush()
      await files.torn.flush()
      watch.onBytes?.((tally.bytes += text.length))
    }
    for (const row of cutter.end()) place(row, cutting, files, tally)
  } finally {
    await files.rows.close()
    await files.torn.close()
  }
  return { beyond: tally.beyond }
}

type Files = { readonly rows: BatchedFile; readonly torn: BatchedFile }

function place(
  { cells, line }: CutRow,
  cutting: Cutting,
  to: Files,
  tally: { number: number; beyond: number },
) {
  const number = (tally.number += 1)
  if (number <= cutting.headerRow || !isWritten(cells)) return
  if (cells.length < cutting.width) {
    to.torn.write(numberedRow(number, [line]))
    return
  }
  if (cells.length > cutting.width && isWritten(cells.slice(cutting.width))) tally.beyond += 1
  to.rows.write(
    numberedRow(
      number,
      cutting.places.map((at) => cells[at] ?? ''),
    ),
  )
}
