/** Calculations that wait for one another never end: refused, with the row of one of them. */
import type { Expression, Path } from '../expression.ts'
import type { Item } from '../form.ts'
import { partsOf } from './references.ts'
import type { Refuse } from './refusal.ts'

type Placed = { readonly item: Item; readonly path: string }

export function refuseCircles(items: readonly Item[], root: string, refuse: Refuse): void {
  const placed = placedUnder(items, `/${root}`)
  const waitsFor = new Map(placed.map(({ item, path }) => [path, awaited(item, path)]))
  for (const { item, path } of placed) {
    if (!reaches(waitsFor, path)) continue
    refuse({
      because: 'calculations_circle',
      sheet: 'survey',
      row: item.row,
      column: 'calculation',
      what: item.name,
    })
  }
}

const placedUnder = (items: readonly Item[], parent: string): Placed[] =>
  items.flatMap((item) => {
    const path = `${parent}/${item.name}`
    return [{ item, path }, ...(item.kind === 'question' ? [] : placedUnder(item.items, path))]
  })

function awaited(item: Item, path: string): readonly string[] {
  const calculation = item.kind === 'question' ? item.calculation : undefined
  return calculation ? pathsIn(calculation).map((way) => followed(way, path)) : []
}

/** Where a plain way of steps leads; `''` when it holds conditions or starts from a function. */
export function followed(way: Path, from: string): string {
  const start =
    way.from === 'root' ? [] : way.from === 'here' || isCurrent(way.from) ? from.split('/').slice(1) : null
  if (!start) return ''
  const names = way.steps.reduce<string[]>(
    (at, { axis, name }) => (axis === 'parent' ? at.slice(0, -1) : axis === 'self' ? at : [...at, name]),
    start,
  )
  return `/${names.join('/')}`
}

const isCurrent = (expression: Expression) => expression.op === 'call' && expression.name === 'current'

export const pathsIn = (expression: Expression): Path[] => [
  ...(expression.op === 'path' ? [expression] : []),
  ...partsOf(expression).flatMap(pathsIn),
]

/** A calculation that reads its own last value waits for nobody. */
function reaches(waitsFor: ReadonlyMap<string, readonly string[]>, path: string): boolean {
  const seen = new Set((waitsFor.get(path) ?? []).filter((next) => next !== path))
  for (const next of seen) for (const further of waitsFor.get(next) ?? []) seen.add(further)
  return seen.has(path)
}
