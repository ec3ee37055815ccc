/** `pulldata('file', 'column', 'key', value)` is a path into the rows of a file: said so once, when compiled. */
import type { Expression } from '../expression.ts'

export function withLookups(expression: Expression): Expression {
  if (expression.op === 'call') {
    const args = expression.args.map(withLookups)
    return expression.name === 'pulldata' ? lookup(args) : { ...expression, args }
  }
  if (expression.op === 'negate') return { ...expression, of: withLookups(expression.of) }
  if (expression.op === 'text' || expression.op === 'number' || expression.op === 'path') return expression
  return { ...expression, left: withLookups(expression.left), right: withLookups(expression.right) }
}

function lookup([file, column, key, value]: readonly Expression[]): Expression {
  const from: Expression = { op: 'call', name: 'instance', args: file ? [file] : [] }
  const isRow: Expression = {
    op: '=',
    left: { op: 'path', from: 'here', steps: [{ axis: 'child', name: textIn(key) }] },
    right: value ? fromCurrent(value) : { op: 'text', value: '' },
  }
  return {
    op: 'path',
    from,
    steps: [
      { axis: 'child', name: 'root' },
      { axis: 'child', name: 'item', where: [isRow] },
      { axis: 'child', name: textIn(column) },
    ],
  }
}

const textIn = (expression: Expression | undefined) => (expression?.op === 'text' ? expression.value : '')

/** The value is read where the question is, not in the row of the file. */
function fromCurrent(value: Expression): Expression {
  if (value.op !== 'path' || value.from !== 'here') return value
  return { ...value, from: { op: 'call', name: 'current', args: [] } }
}
