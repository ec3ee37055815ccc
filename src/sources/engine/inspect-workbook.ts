import { accept, type Result } from '../../kernel/result.ts'
import type { FileRefusal } from '../domain/file-refusal.ts'
import { NUMBERED } from '../domain/numbered-row.ts'
import type { Engine } from './duck.ts'
import type { InspectedBody } from './inspect-text.ts'
import { FILE_LIMITS } from './limits.ts'
import { columnNames, readCsvSql } from './read-csv-sql.ts'
import { readWorkbook, type WorkbookQuestion } from './read-workbook.ts'

type Asked = Pick<WorkbookQuestion, 'name' | 'path' | 'kind' | 'sheet'>

/** The whole sheet is written once as a CSV of ours, which `loadRows` reads. */
export async function inspectWorkbook(
  engine: Engine,
  asked: Asked,
  { signal, onRows }: { readonly signal?: AbortSignal; readonly onRows?: (rows: number) => void },
): Promise<Result<InspectedBody, FileRefusal>> {
  const to = engine.newPath('.csv')
  const question = { ...asked, to, sampleRows: FILE_LIMITS.sampleRows }
  const { sheet, otherSheets, headers, twiceNamed, headerRow, sample, beyond } = await readWorkbook(
    question,
    signal,
    onRows,
  )
  const names = columnNames(headers.length)
  const form = { path: to, ...NUMBERED, skip: 0, columns: ['row_no', ...names] }
  return accept({
    kind: asked.kind,
    text: null,
    sheet,
    otherSheets,
    headers,
    twiceNamed,
    sample,
    headerRow,
    from: `(select ${names.join(', ')} from ${readCsvSql(form)})`,
    reading: { form: 'numbered', path: to, beyond },
  })
}
