/** What `${name}` is, from where it is written: within a shared repeat a way up and down, elsewhere a way from the root. */
import type { Expression, Path, Step } from '../expression.ts'
import { isFunction } from '../evaluate/functions.ts'
import { chainOf, type Draft, everyDraft } from './outline.ts'
import { type Inside, parseExpression } from './parse-expression.ts'
import { withLookups } from './pulldata.ts'
import type { FormRefusal, Refuse } from './refusal.ts'

export type Cell = Pick<FormRefusal, 'sheet' | 'row' | 'column'>

export type References = {
  readonly parse: (source: string, from: Draft, cell: Cell) => Expression | undefined
  readonly find: (name: string, cell: Cell) => Draft | undefined
  readonly pathTo: (name: string, from: Draft, cell: Cell) => Path | undefined
}

const NOWHERE: Path = { op: 'path', from: { op: 'text', value: '' }, steps: [] }
const CURRENT: Expression = { op: 'call', name: 'current', args: [] }
const UP: Step = { axis: 'parent', name: 'node()' }
const LAST_SAVED = 'last-saved#'

export function referencesOf(top: Draft, refuse: Refuse): References {
  const byName = Map.groupBy([top, ...everyDraft(top)], ({ name }) => name)
  const find = (name: string, cell: Cell) => {
    const [found, another] = byName.get(name) ?? []
    if (!found) refuse({ because: 'reference_unknown', ...cell, what: name })
    else if (another) refuse({ because: 'reference_ambiguous', ...cell, what: name })
    return found
  }
  const resolve = (written: string, from: Draft, cell: Cell, isInside: boolean, inside: Inside): Path => {
    const isSaved = written.startsWith(LAST_SAVED)
    const target = find(isSaved ? written.slice(LAST_SAVED.length) : written, cell)
    if (!target) return NOWHERE
    if (isSaved) return savedPath(target)
    return isAbsolute(inside) ? absolutePath(target) : wayTo(target, from, isInside)
  }
  return {
    find,
    pathTo: (name, from, cell) => resolve(name, from, cell, false, { call: undefined, arg: 0 }),
    parse: (source, from, cell) => {
      const parsed = parseExpression(source, (name, isInside, inside) =>
        resolve(name, from, cell, isInside, inside),
      )
      if (!parsed) refuse({ because: 'expression_malformed', ...cell, what: source })
      for (const name of parsed ? unknownFunctions(parsed) : []) {
        refuse({ because: 'function_unknown', ...cell, what: name })
      }
      return parsed && withLookups(parsed)
    },
  }
}

/** `indexed-repeat` wants every instance of what it counts in. */
const isAbsolute = ({ call, arg }: Inside) => call === 'indexed-repeat' && (arg === 0 || arg % 2 === 1)

const child = ({ name }: Draft): Step => ({ axis: 'child', name })

function absolutePath(target: Draft): Path {
  return { op: 'path', from: 'root', steps: chainOf(target).map(child) }
}

function savedPath(target: Draft): Path {
  const instance: Expression = { op: 'call', name: 'instance', args: [{ op: 'text', value: '__last-saved' }] }
  return { op: 'path', from: instance, steps: chainOf(target).map(child) }
}

function wayTo(target: Draft, from: Draft, isInside: boolean): Path {
  const [there, here] = [chainOf(target), chainOf(from)]
  const shared = there.filter((place, at) => place === here[at])
  const isTogether = shared.some((place) => place.kind === 'repeat' && place !== target)
  if (!isTogether) return absolutePath(target)
  const isAround = shared.at(-1) === target
  const common = isAround ? shared.length - 1 : shared.length
  const ups = Array.from({ length: here.length - common }, () => UP)
  const steps = [...ups, ...there.slice(common).map(child)]
  return { op: 'path', from: isInside ? CURRENT : 'here', steps }
}

function unknownFunctions(expression: Expression): readonly string[] {
  return [...new Set(callsIn(expression))].filter((name) => name !== 'pulldata' && !isFunction(name))
}

export function partsOf(expression: Expression): readonly Expression[] {
  if (expression.op === 'call') return expression.args
  if (expression.op === 'negate') return [expression.of]
  if (expression.op === 'text' || expression.op === 'number') return []
  if (expression.op !== 'path') return [expression.left, expression.right]
  const start = typeof expression.from === 'string' ? [] : [expression.from]
  return [...start, ...(expression.where ?? []), ...expression.steps.flatMap(({ where }) => where ?? [])]
}

const callsIn = (expression: Expression): string[] => [
  ...(expression.op === 'call' ? [expression.name] : []),
  ...partsOf(expression).flatMap(callsIn),
]
