/** What is asked here of whoever opened the files: sources/engine has it all, and more. */
export type AskedEngine = {
  run(sql: string): Promise<void>
  rows<T extends object>(sql: string): Promise<T[]>
  columns(sql: string): AsyncIterable<{ readonly rows: number; readonly columns: readonly AskedColumn[] }>
}

/** Numbers as the engine holds them; a column of anything else is not asked here. */
export type AskedColumn = ArrayLike<unknown>

/** A column of numbers that grows with the chunks of an answer, without one object per row. */
export type GrowingColumn = { values: Float64Array<ArrayBuffer>; size: number }

export const newColumn = (): GrowingColumn => ({ values: new Float64Array(4096), size: 0 })

export function addChunk(column: GrowingColumn, added: AskedColumn | undefined, rows: number): void {
  while (column.values.length < column.size + rows) {
    const larger = new Float64Array(column.values.length * 2)
    larger.set(column.values)
    column.values = larger
  }
  for (let row = 0; row < rows; row++) column.values[column.size + row] = Number(added?.[row])
  column.size += rows
}

/** Every column of an answer, as numbers: whole ones are exact up to 2^53. */
export async function numbersOf(engine: AskedEngine, sql: string, width: number): Promise<Float64Array[]> {
  const columns = Array.from({ length: width }, newColumn)
  for await (const chunk of engine.columns(sql)) {
    columns.forEach((column, at) => addChunk(column, chunk.columns[at], chunk.rows))
  }
  return columns.map(({ values, size }) => values.subarray(0, size))
}
