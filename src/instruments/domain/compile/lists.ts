/** Choices of the sheet, by list. */
import type { Choice } from '../form.ts'
import type { Draft } from './outline.ts'
import type { References } from './references.ts'
import type { Refuse } from './refusal.ts'
import type { SheetRow } from './workbook.ts'
import { mediaOf, wordingOf } from './wordings.ts'

export type Lists = ReadonlyMap<string, readonly SheetRow[]>

const RESERVED = ['list_name', 'list name', 'name', 'label']

export function groupChoices(rows: readonly SheetRow[], mayRepeat: boolean, refuse: Refuse): Lists {
  const lists = Map.groupBy(
    rows.filter(({ cells }) => cells['list_name'] !== undefined),
    ({ cells }) => cells['list_name'] ?? '',
  )
  for (const choices of lists.values()) {
    const seen = new Set<string>()
    for (const { row, cells } of choices) {
      const name = cells['name']
      const at = { sheet: 'choices', row, column: 'name' } as const
      if (name === undefined) refuse({ because: 'choice_name_absent', ...at, what: cells['list_name'] ?? '' })
      else if (seen.has(name) && !mayRepeat) refuse({ because: 'choice_twice', ...at, what: name })
      seen.add(name ?? '')
    }
  }
  return lists
}

export function compileList(
  rows: readonly SheetRow[],
  references: References,
  top: Draft,
  fallback: string,
): readonly Choice[] {
  return rows.map((row) => {
    const worded = { row, from: top, sheet: 'choices' } as const
    const label = wordingOf(references, worded, 'label', fallback)
    const media = mediaOf(references, worded, fallback)
    const columns = Object.fromEntries(
      Object.entries(row.raw).filter(
        ([header]) => !RESERVED.includes(header.toLowerCase()) && !header.includes('::'),
      ),
    )
    return {
      name: row.cells['name'] ?? '',
      ...(label ? { label } : {}),
      ...(media ? { media } : {}),
      columns,
    }
  })
}
