/** A rule as somebody reads it, who never saw a formula: names of questions in quotes, words between them. */
import type { Expression } from '../domain/expression.ts'
import type { Wording } from '../domain/form.ts'
import { quote } from '../../ui/format.fr.ts'

const WORDS: Readonly<Record<string, string>> = {
  or: 'ou',
  and: 'et',
  '!=': '≠',
  '<=': '≤',
  '>=': '≥',
  div: '÷',
  mod: 'modulo',
  '*': '×',
  '|': 'avec',
}

export function sayExpression(expression: Expression): string {
  if (expression.op === 'text') return quote(expression.value)
  if (expression.op === 'number') return String(expression.value).replace('.', ',')
  if (expression.op === 'negate') return `−${inBrackets(expression.of)}`
  if (expression.op === 'path') return sayPath(expression)
  if (expression.op === 'call') return sayCall(expression.name, expression.args)
  return `${inBrackets(expression.left)} ${WORDS[expression.op] ?? expression.op} ${inBrackets(expression.right)}`
}

const inBrackets = (expression: Expression): string =>
  'left' in expression && (expression.op === 'or' || expression.op === 'and')
    ? `(${sayExpression(expression)})`
    : sayExpression(expression)

function sayPath({ steps }: Extract<Expression, { op: 'path' }>): string {
  const name = steps.findLast(({ axis, name: step }) => axis === 'child' && step !== '*')?.name
  return name === undefined ? 'la réponse' : quote(name)
}

function sayCall(name: string, args: readonly Expression[]): string {
  const [first, second] = args.map(sayExpression)
  if (name === 'selected' && first && second) return `${first} contient ${second}`
  if (name === 'not' && first) return `il n’est pas vrai que ${first}`
  if (name === 'true' && !first) return 'toujours'
  if (name === 'false' && !first) return 'jamais'
  return `${name}(${args.map(sayExpression).join(' ; ')})`
}

/** Words in a language, else in that of the form, with what an answer will put in them between brackets. */
export function sayWording(wording: Wording | undefined, language: string, fallback: string): string {
  const parts = wording?.[language] ?? wording?.[fallback] ?? Object.values(wording ?? {})[0] ?? []
  return parts.map((part) => (typeof part === 'string' ? part : `[${sayExpression(part)}]`)).join('')
}
