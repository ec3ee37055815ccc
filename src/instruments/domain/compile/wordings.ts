/** Words by language, cut where an answer is said; the same cells for a question and for a choice. */
import type { Media, Wording } from '../form.ts'
import type { Expression } from '../expression.ts'
import type { Draft } from './outline.ts'
import type { References } from './references.ts'
import type { SheetName } from './refusal.ts'
import type { SheetRow } from './workbook.ts'

const REFERENCE = /\$\{([^}]*)\}/g

export type Worded = { readonly row: SheetRow; readonly from: Draft; readonly sheet: SheetName }

export function wordingOf(
  references: References,
  { row, from, sheet }: Worded,
  column: string,
  fallback: string,
): Wording | undefined {
  const said = row.said[column]
  if (!said) return undefined
  const cell = { sheet, row: row.row, column }
  return Object.fromEntries(
    Object.entries(said).map(([language, text]) => [
      language === '' ? fallback : language,
      partsOf(text, (name) => references.pathTo(name, from, cell)),
    ]),
  )
}

function partsOf(text: string, pathTo: (name: string) => Expression | undefined): (string | Expression)[] {
  const parts: (string | Expression)[] = []
  let at = 0
  for (const { 0: whole, 1: name = '', index } of text.matchAll(REFERENCE)) {
    if (index > at) parts.push(text.slice(at, index))
    const path = pathTo(name.trim())
    if (path) parts.push(path)
    at = index + whole.length
  }
  if (at < text.length) parts.push(text.slice(at))
  return parts
}

const KINDS = ['image', 'big-image', 'audio', 'video'] as const

export function mediaOf(references: References, worded: Worded, fallback: string): Media | undefined {
  const found = KINDS.flatMap((kind) => {
    const wording = wordingOf(references, worded, `media::${kind}`, fallback)
    return wording ? [[kind, wording] as const] : []
  })
  return found.length > 0 ? Object.fromEntries(found) : undefined
}
