/** Walks an expression over the answers. Small on purpose: a phone carries it. */
import type { Expression, Path, Step } from '../expression.ts'
import { callFunction } from './functions.ts'
import { isNodes, type Here, textOf, toBoolean, toNumber, toText, type Value, type XNode } from './value.ts'

type Two = Extract<Expression, { readonly left: Expression }>

export function evaluate(expression: Expression, here: Here): Value {
  if (expression.op === 'text' || expression.op === 'number') return expression.value
  if (expression.op === 'path') return nodesOf(expression, here)
  if (expression.op === 'negate') return -toNumber(evaluate(expression.of, here))
  if (expression.op === 'call') return callFunction(expression.name, expression.args, here, evaluate)
  return ofTwo(expression, here)
}

function ofTwo({ op, left, right }: Two, here: Here): Value {
  const first = evaluate(left, here)
  if (op === 'or') return toBoolean(first) || toBoolean(evaluate(right, here))
  if (op === 'and') return toBoolean(first) && toBoolean(evaluate(right, here))
  const second = evaluate(right, here)
  if (op === '|') return union(first, second)
  if (op === '=' || op === '!=') return someEqual(first, second, op === '=')
  if (op === '<' || op === '<=' || op === '>' || op === '>=') return someOrdered(first, second, op)
  return reckon(toNumber(first), toNumber(second), op)
}

function reckon(first: number, second: number, op: '+' | '-' | '*' | 'div' | 'mod'): number {
  if (op === '+') return first + second
  if (op === '-') return first - second
  if (op === '*') return first * second
  return op === 'div' ? first / second : first % second
}

function union(first: Value, second: Value): Value {
  const nodes = [...(isNodes(first) ? first : []), ...(isNodes(second) ? second : [])]
  return [...new Set(nodes)]
}

const each = (value: Value): readonly Exclude<Value, readonly XNode[]>[] =>
  isNodes(value) ? value.map(textOf) : [value]

/** A set of nodes is equal to something when one of them is: so it may be both equal and different. */
function someEqual(first: Value, second: Value, wanted: boolean): boolean {
  if (typeof first === 'boolean' || typeof second === 'boolean') {
    return (toBoolean(first) === toBoolean(second)) === wanted
  }
  return each(first).some((a) => each(second).some((b) => areEqual(a, b) === wanted))
}

function areEqual(a: Value, b: Value): boolean {
  return typeof a === 'number' || typeof b === 'number' ? toNumber(a) === toNumber(b) : a === b
}

function someOrdered(first: Value, second: Value, op: '<' | '<=' | '>' | '>='): boolean {
  return each(first).some((a) => each(second).some((b) => isOrdered(toNumber(a), toNumber(b), op)))
}

function isOrdered(a: number, b: number, op: '<' | '<=' | '>' | '>='): boolean {
  if (op === '<') return a < b
  if (op === '<=') return a <= b
  return op === '>' ? a > b : a >= b
}

/** What stands above the root, whose only child it is. */
const above = (root: XNode): XNode => ({ name: '', parent: null, children: [root], text: null })

export function nodesOf(path: Path, here: Here): readonly XNode[] {
  const start = startOf(path, here)
  const kept = (path.where ?? []).reduce<readonly XNode[]>(
    (nodes, condition) => keep(nodes, condition, here),
    start,
  )
  return path.steps.reduce<readonly XNode[]>((nodes, step) => walk(nodes, step, here), kept)
}

function startOf({ from }: Path, here: Here): readonly XNode[] {
  if (from === 'here') return [here.node]
  if (from === 'root') return [above(here.around.root)]
  const value = evaluate(from, here)
  return isNodes(value) ? value : []
}

function walk(nodes: readonly XNode[], step: Step, here: Here): readonly XNode[] {
  const found = nodes.flatMap((node) =>
    (step.where ?? []).reduce<readonly XNode[]>(
      (kept, condition) => keep(kept, condition, here),
      onAxis(node, step).filter((other) => isNamed(other, step.name)),
    ),
  )
  return nodes.length > 1 ? [...new Set(found)] : found
}

function keep(nodes: readonly XNode[], condition: Expression, here: Here): readonly XNode[] {
  return nodes.filter((node, at) => {
    const value = evaluate(condition, { ...here, node, position: at + 1, size: nodes.length })
    return typeof value === 'number' ? value === at + 1 : toBoolean(value)
  })
}

function isNamed(node: XNode, name: string): boolean {
  return name === 'node()' || name === '*' || node.name === name
}

function onAxis(node: XNode, { axis }: Step): readonly XNode[] {
  switch (axis) {
    case 'child':
      return node.children
    case 'self':
      return [node]
    case 'parent':
      return node.parent ? [node.parent] : []
    case 'attribute':
      return []
    default:
      return onFarAxis(node, axis)
  }
}

function onFarAxis(node: XNode, axis: Step['axis']): readonly XNode[] {
  switch (axis) {
    case 'ancestor':
      return ancestors(node)
    case 'ancestor-or-self':
      return [node, ...ancestors(node)]
    case 'descendant':
      return node.children.flatMap(withDescendants)
    case 'descendant-or-self':
      return withDescendants(node)
    case 'following-sibling':
      return siblings(node).slice(siblings(node).indexOf(node) + 1)
    case 'preceding-sibling':
      return siblings(node).slice(0, siblings(node).indexOf(node)).toReversed()
    case 'following':
      return [node, ...ancestors(node)].flatMap((up) =>
        siblings(up)
          .slice(siblings(up).indexOf(up) + 1)
          .flatMap(withDescendants),
      )
    default:
      return [node, ...ancestors(node)].flatMap((up) =>
        siblings(up).slice(0, siblings(up).indexOf(up)).flatMap(withDescendants).toReversed(),
      )
  }
}

const siblings = (node: XNode) => node.parent?.children ?? [node]
const withDescendants = (node: XNode): XNode[] => [node, ...node.children.flatMap(withDescendants)]
const ancestors = ({ parent }: XNode): XNode[] => (parent ? [parent, ...ancestors(parent)] : [])

export const evaluateText = (expression: Expression, here: Here) => toText(evaluate(expression, here))
