import type { Called, Functions } from './functions.ts'
import { shuffled } from './shuffle.ts'
import { isNodes, textOf, toBoolean, toNumber, toText, type Value, type XNode } from './value.ts'

const nodes = (value: Value): readonly XNode[] => (isNodes(value) ? value : [])

/** The place of a node among those of its name, from 1. */
function place(node: XNode | undefined): number {
  const twins = node?.parent?.children.filter(({ name }) => name === node.name) ?? []
  return node ? twins.indexOf(node) + 1 : Number.NaN
}

/** The node at a path, in the instances of its repeats that are given by their numbers. */
function indexedRepeat({ args, at }: Called): readonly XNode[] {
  let found = nodes(at(0))
  for (let index = 1; index + 1 < args.length; index += 2) {
    const repeat = nodes(at(index))
    const wanted = toNumber(at(index + 1))
    found = found.filter((node) => {
      const instance = instanceOf(node, repeat)
      return instance !== undefined && place(instance) === wanted
    })
  }
  return found
}

function instanceOf(node: XNode, repeat: readonly XNode[]): XNode | undefined {
  if (repeat.some(({ name }) => name === node.name)) return node
  return node.parent ? instanceOf(node.parent, repeat) : undefined
}

export const NODE_FUNCTIONS: Functions = {
  if: ({ at }) => (toBoolean(at(0)) ? at(1) : at(2)),
  once: ({ at, here }) => textOf(here.current) || toText(at(0)),
  current: ({ here }) => [here.current],
  instance: ({ at, here }) => {
    const found = here.around.instance(toText(at(0)))
    return found ? [found] : []
  },
  position: ({ has, at, here }) => (has(0) ? place(nodes(at(0))[0]) : here.position),
  last: ({ here }) => here.size,
  count: ({ at }) => nodes(at(0)).length,
  'count-non-empty': ({ at }) => nodes(at(0)).filter((node) => textOf(node) !== '').length,
  name: ({ has, at, here }) => (has(0) ? nodes(at(0))[0] : here.node)?.name ?? '',
  'local-name': ({ has, at, here }) =>
    ((has(0) ? nodes(at(0))[0] : here.node)?.name ?? '').replace(/^.*:/, ''),
  'indexed-repeat': indexedRepeat,
  randomize: ({ has, at, here }) =>
    shuffled(nodes(at(0)), has(1) ? toNumber(at(1)) : Math.floor(here.around.random() * 2 ** 31)),
  'jr:choice-name': ({ at, here }) => here.around.choiceName(toText(at(0)), toText(at(1)), here.current),
  version: ({ here }) => here.around.version,
}
