/** Tokens into a tree, by precedence. What `${name}` means is asked of whoever knows the form. */
import { AXES, type Axis, type Expression, type Operator, type Path, type Step } from '../expression.ts'
import { cutExpression, type Token } from './cut-expression.ts'

/** Where a name stands, seen from where the expression is; `isInside` when it is read within `[…]`. */
export type Resolve = (name: string, isInside: boolean, inside: Inside) => Path
/** The function whose argument is being read, if any. */
export type Inside = { readonly call: string | undefined; readonly arg: number }

const LEVELS: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]
const NO_CALL: Inside = { call: undefined, arg: 0 }
const NODE_TESTS = ['node', 'text']

class Malformed extends Error {}

export function parseExpression(source: string, resolve: Resolve): Expression | undefined {
  const tokens = cutExpression(source)
  if (!tokens || tokens.length === 0) return undefined
  try {
    const reading: Reading = { tokens, resolve, at: 0, depth: 0, calls: [] }
    const expression = binary(reading, 0)
    return reading.at === tokens.length ? expression : undefined
  } catch (error) {
    if (error instanceof Malformed) return undefined
    throw error
  }
}

/** One pass over the tokens; `depth` counts the brackets one is inside of, `calls` the functions. */
type Reading = {
  readonly tokens: readonly Token[]
  readonly resolve: Resolve
  readonly calls: { call: string; arg: number }[]
  at: number
  depth: number
}

const peek = (reading: Reading, ahead = 0) => reading.tokens[reading.at + ahead]
const is = (reading: Reading, text: string, ahead = 0) => {
  const token = peek(reading, ahead)
  return token !== undefined && token.text === text && (token.kind === 'mark' || token.kind === 'operator')
}
const skip = (reading: Reading, text: string) => {
  if (!is(reading, text)) return false
  reading.at += 1
  return true
}
const expect = (reading: Reading, text: string) => {
  if (!skip(reading, text)) throw new Malformed()
}

function binary(reading: Reading, level: number): Expression {
  const operators = LEVELS[level]
  if (!operators) return unary(reading)
  let left = binary(reading, level + 1)
  for (;;) {
    const token = peek(reading)
    const operator = operators.find((sign) => token?.kind === 'operator' && token.text === sign)
    if (!operator) return left
    reading.at += 1
    left = { op: operator, left, right: binary(reading, level + 1) }
  }
}

function unary(reading: Reading): Expression {
  if (skip(reading, '-')) return { op: 'negate', of: unary(reading) }
  let left = path(reading)
  while (skip(reading, '|')) left = { op: '|', left, right: path(reading) }
  return left
}

function path(reading: Reading): Expression {
  const token = peek(reading)
  if (!token) throw new Malformed()
  if (is(reading, '/') || is(reading, '//')) return absolute(reading)
  if (token.kind === 'reference') {
    reading.at += 1
    return walked(reading, reading.resolve(token.text, reading.depth > 0, reading.calls.at(-1) ?? NO_CALL))
  }
  if (!startsFilter(reading, token))
    return withSteps(reading, { op: 'path', from: 'here', steps: [step(reading)] })
  const start = primary(reading)
  const where = conditions(reading)
  if (where.length === 0 && !is(reading, '/') && !is(reading, '//')) return start
  return withSteps(reading, { op: 'path', from: start, ...(where.length > 0 ? { where } : {}), steps: [] })
}

const startsFilter = (reading: Reading, token: Token) =>
  token.kind === 'number' ||
  token.kind === 'text' ||
  (token.kind === 'mark' && token.text === '(') ||
  (token.kind === 'name' && is(reading, '(', 1) && !NODE_TESTS.includes(token.text))

function absolute(reading: Reading): Expression {
  const steps: Step[] = is(reading, '//') ? [{ axis: 'descendant-or-self', name: 'node()' }] : []
  reading.at += 1
  const token = peek(reading)
  const hasStep =
    token !== undefined &&
    (token.kind === 'name' || is(reading, '.') || is(reading, '..') || is(reading, '@'))
  if (!hasStep) return { op: 'path', from: 'root', steps }
  return withSteps(reading, { op: 'path', from: 'root', steps: [...steps, step(reading)] })
}

function walked(reading: Reading, start: Path): Expression {
  const where = conditions(reading)
  const last = start.steps.at(-1)
  if (where.length === 0 || !last) return withSteps(reading, start)
  return withSteps(reading, { ...start, steps: [...start.steps.slice(0, -1), { ...last, where }] })
}

function withSteps(reading: Reading, start: Path): Expression {
  const steps = [...start.steps]
  for (;;) {
    if (skip(reading, '//')) steps.push({ axis: 'descendant-or-self', name: 'node()' })
    else if (!skip(reading, '/')) return { ...start, steps }
    steps.push(step(reading))
  }
}

function step(reading: Reading): Step {
  if (skip(reading, '..')) return { axis: 'parent', name: 'node()', ...filtered(reading) }
  if (skip(reading, '.')) return { axis: 'self', name: 'node()', ...filtered(reading) }
  if (skip(reading, '@')) return { axis: 'attribute', name: name(reading), ...filtered(reading) }
  const axis = is(reading, '::', 1) ? axisOf(name(reading)) : 'child'
  skip(reading, '::')
  return { axis, name: name(reading), ...filtered(reading) }
}

function axisOf(text: string): Axis {
  const axis = AXES.find((known) => known === text)
  if (!axis) throw new Malformed()
  return axis
}

function name(reading: Reading): string {
  const token = peek(reading)
  if (token?.kind !== 'name') throw new Malformed()
  reading.at += 1
  if (!NODE_TESTS.includes(token.text) || !is(reading, '(')) return token.text
  expect(reading, '(')
  expect(reading, ')')
  return `${token.text}()`
}

const filtered = (reading: Reading) => {
  const where = conditions(reading)
  return where.length > 0 ? { where } : {}
}

function conditions(reading: Reading): Expression[] {
  const found: Expression[] = []
  while (skip(reading, '[')) {
    reading.depth += 1
    found.push(binary(reading, 0))
    reading.depth -= 1
    expect(reading, ']')
  }
  return found
}

function primary(reading: Reading): Expression {
  const token = peek(reading)
  reading.at += 1
  if (token?.kind === 'number') return { op: 'number', value: Number(token.text) }
  if (token?.kind === 'text') return { op: 'text', value: token.text }
  if (token?.kind === 'name') return { op: 'call', name: token.text, args: args(reading, token.text) }
  const inner = binary(reading, 0)
  expect(reading, ')')
  return inner
}

function args(reading: Reading, called: string): Expression[] {
  expect(reading, '(')
  const found: Expression[] = []
  if (skip(reading, ')')) return found
  const call = { call: called, arg: 0 }
  reading.calls.push(call)
  do {
    call.arg = found.length
    found.push(binary(reading, 0))
  } while (skip(reading, ','))
  reading.calls.pop()
  expect(reading, ')')
  return found
}
