import { TALLIES } from './disclosure.ts'
import type { EndName } from './tally.ts'
import { between, type CubeNode } from './tally-cube.ts'
import { others } from './tally-bounds.ts'

const LEAST = TALLIES.leastCasesPerCell

/** The ways of ending a place may tell by themselves: none of a handful, nor what is left as «other» if it is one. */
export function endsApart(node: CubeNode): EndName[] {
  const totals = [...node.gone].flatMap(([name, column]) =>
    name === 'left' ? [] : [{ name, total: column.at(-1) ?? 0 }],
  )
  const hidden = new Set(totals.filter(({ total }) => total > 0 && total < LEAST).map(({ name }) => name))
  const largeFirst = totals.filter(({ name, total }) => name !== 'other' && total >= LEAST)
  const smallLast = largeFirst.toSorted((a, b) => b.total - a.total)
  const sum = () => totals.reduce((all, { name, total }) => (hidden.has(name) ? all + total : all), 0)
  if (hidden.size > 0) hidden.add('other')
  while (sum() > 0 && sum() < LEAST) {
    const smallest = smallLast.pop()
    if (!smallest) break
    hidden.add(smallest.name)
  }
  const isAlone = hidden.size === 1 // only «other», or only «ended»: it is what it is
  return totals.flatMap(({ name }) => (isAlone || !hidden.has(name) ? [name] : []))
}

/** One way of ending more is told as «other»; false when it already is. */
export function hideEnd(node: CubeNode, name: EndName): boolean {
  if (name === 'other' || name === 'ended' || !node.apart.delete(name)) return false
  node.apart.delete('other')
  mendCuts(node)
  return true
}

/** The most positions at which a place may be told, so that every stretch between two holds enough. */
export function safeCuts(node: CubeNode, mayBeTold: ReadonlySet<number>): number[] {
  const last = lastOf(node)
  const best = Array.from({ length: last + 1 }, () => -1)
  const from = Array.from({ length: last + 1 }, () => 0)
  best[0] = 0
  for (let until = 1; until <= last; until++) {
    if (until < last && !mayBeTold.has(until)) continue
    for (let start = 0; start < until; start++) {
      const more = (best[start] ?? -1) + 1
      if (more > (best[until] ?? 0) && more > 0 && holdsEnough(node, start, until)) {
        best[until] = more
        from[until] = start
      }
    }
  }
  const cuts: number[] = []
  for (let at = last; at > 0; at = from[at] ?? 0) cuts.push(at)
  return cuts
}

/** A position less; then as many less as it takes for every stretch to hold enough again. */
export function dropCut(node: CubeNode, position: number): void {
  node.cuts.delete(position)
  mendCuts(node)
}

function mendCuts(node: CubeNode): void {
  const safe = new Set(safeCuts(node, new Set(node.cuts)))
  for (const position of node.cuts) if (position > 0 && !safe.has(position)) node.cuts.delete(position)
}

export const lastOf = ({ gone }: CubeNode): number => (gone.get('left')?.length ?? 1) - 1

/**
 * Five left at least, or nobody any more; and of each way told apart none or enough. Of a way that fewer than five have
 * known in all, which nothing can hide, all of them in one stretch.
 */
function holdsEnough(node: CubeNode, from: number, until: number): boolean {
  const last = lastOf(node)
  const left = between(node, 'left', from, until)
  if (left < LEAST && !(left === 0 && until === last && from > 0)) return false
  const apart = [...node.apart].map((name) => [
    between(node, name, from, until),
    between(node, name, 0, last),
  ])
  return [...apart, [others(node, from, until), others(node, 0, last)]].every(
    ([own = 0, total = 0]) => own === 0 || own >= Math.min(LEAST, total),
  )
}
