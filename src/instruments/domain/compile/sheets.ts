/** Sheets and columns we do not know how to do: refused by name rather than dropped. */
import { type SheetName, type Refuse } from './refusal.ts'
import { findSheet, headingsOf, readRows, type Workbook } from './workbook.ts'

const NOT_SUPPORTED = ['entities', 'external_choices', 'osm', 'cascades']
const NEEDED = { survey: ['type'], choices: ['list_name', 'name'] } as const

export function refuseSheets(workbook: Workbook, refuse: Refuse): void {
  const survey = findSheet(workbook, 'survey')
  if (!survey) refuse({ because: 'sheet_absent', sheet: 'workbook', row: null, column: null, what: 'survey' })
  for (const name of NOT_SUPPORTED) {
    const sheet = findSheet(workbook, name)
    if (sheet && sheet.rows.length > 1) {
      refuse({ because: 'sheet_not_supported', sheet: 'workbook', row: null, column: null, what: sheet.name })
    }
  }
  for (const { row, cells } of readRows(survey, 'survey')) {
    const saved = cells['save_to']
    if (saved !== undefined) {
      refuse({ because: 'column_not_supported', sheet: 'survey', row, column: 'save_to', what: saved })
    }
  }
  refuseColumns(workbook, 'survey', refuse)
  refuseColumns(workbook, 'choices', refuse)
}

function refuseColumns(
  workbook: Workbook,
  sheet: Extract<SheetName, 'survey' | 'choices'>,
  refuse: Refuse,
): void {
  const found = findSheet(workbook, sheet)
  if (!found || found.rows.length < 2) return
  const columns = headingsOf(found).map(({ column }) => column)
  for (const column of NEEDED[sheet].filter((needed) => !columns.includes(needed))) {
    refuse({ because: 'column_absent', sheet, row: 1, column, what: column })
  }
}
