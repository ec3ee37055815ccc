/** Rows of the survey as a tree, each with its path: what references are resolved against. */
import { readType, type ReadType } from './question-types.ts'
import type { Refuse } from './refusal.ts'
import type { SheetRow } from './workbook.ts'

export type Draft = {
  readonly kind: 'question' | 'group' | 'repeat'
  readonly name: string
  readonly row: SheetRow
  readonly read: ReadType
  readonly parent: Draft | null
  readonly children: Draft[]
}

const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u
export const isName = (text: string) => NAME.test(text)

export function outline(rows: readonly SheetRow[], root: string, refuse: Refuse): Draft {
  const top = draft(
    'group',
    root,
    { row: 1, cells: {}, said: {}, raw: {} },
    { is: 'begin', of: 'group' },
    null,
  )
  let inside: Draft = top
  for (const row of rows) {
    const read = readType(row.cells['type'] ?? '')
    if (read.is === 'end') inside = close(inside, row, read.of, refuse)
    else inside = open(inside, row, read, refuse)
  }
  for (let left: Draft | null = inside; left?.parent; left = left.parent) {
    refuse({
      because: 'begin_without_end',
      sheet: 'survey',
      row: left.row.row,
      column: 'type',
      what: left.name,
    })
  }
  return top
}

function close(inside: Draft, row: SheetRow, of: 'group' | 'repeat', refuse: Refuse): Draft {
  const name = row.cells['name']
  if (inside.parent && inside.kind === of && (name === undefined || name === inside.name))
    return inside.parent
  if (inside.parent && inside.kind === of) return inside.parent
  refuse({ because: 'end_without_begin', sheet: 'survey', row: row.row, column: 'type', what: name ?? of })
  return inside
}

function open(inside: Draft, row: SheetRow, read: ReadType, refuse: Refuse): Draft {
  if (row.cells['type'] === undefined) {
    refuse({
      because: 'type_absent',
      sheet: 'survey',
      row: row.row,
      column: 'type',
      what: row.cells['name'] ?? '',
    })
    return inside
  }
  if (read.is === 'unknown' || read.is === 'not_supported') {
    const because = read.is === 'unknown' ? 'type_unknown' : 'type_not_supported'
    refuse({ because, sheet: 'survey', row: row.row, column: 'type', what: row.cells['type'] })
    return inside
  }
  const kind = read.is === 'begin' ? read.of : 'question'
  const name = nameOf(row, read, refuse)
  if (name === undefined && kind === 'question') return inside
  const made = draft(kind, name ?? '', row, read, inside)
  inside.children.push(made)
  return kind === 'question' ? inside : made
}

function nameOf(row: SheetRow, read: ReadType, refuse: Refuse): string | undefined {
  const name = row.cells['name']
  if (read.is === 'question' && read.type === 'audit') return 'audit'
  if (name === undefined && read.is === 'question' && read.type === 'note')
    return `generated_note_name_${row.row}`
  const at = { sheet: 'survey', row: row.row, column: 'name' } as const
  if (name === undefined) refuse({ because: 'name_absent', ...at, what: row.cells['type'] ?? '' })
  else if (!isName(name)) refuse({ because: 'name_malformed', ...at, what: name })
  return name
}

export function draft(
  kind: Draft['kind'],
  name: string,
  row: SheetRow,
  read: ReadType,
  parent: Draft | null,
): Draft {
  return { kind, name, row, read, parent, children: [] }
}

export const everyDraft = (top: Draft): Draft[] =>
  top.children.flatMap((child) => [child, ...everyDraft(child)])

export const chainOf = (place: Draft): Draft[] => (place.parent ? [...chainOf(place.parent), place] : [place])

export const pathOf = (place: Draft): string =>
  `/${chainOf(place)
    .map(({ name }) => name)
    .join('/')}`

/** Names are unique among neighbours; those of repeats everywhere. */
export function refuseNames(top: Draft, refuse: Refuse): void {
  const repeats = new Set<string>()
  for (const place of everyDraft(top)) {
    const at = { sheet: 'survey', row: place.row.row, column: 'name', what: place.name } as const
    const twins = place.parent?.children.filter(({ name }) => name === place.name) ?? []
    if (twins[0] !== place) refuse({ because: 'name_twice', ...at })
    if (place.name === 'meta') refuse({ because: 'name_reserved', ...at })
    if (place.kind !== 'repeat') continue
    if (place.name === top.name) refuse({ because: 'repeat_named_as_root', ...at })
    if (repeats.has(place.name) && twins[0] === place) refuse({ because: 'repeat_name_twice', ...at })
    repeats.add(place.name)
  }
}
