/** Whether a default is a value to put as it is, or an expression to compute: a sign, a call, a reference or a condition. */
import type { QuestionType } from '../form.ts'
import { cutExpression } from './cut-expression.ts'

const WITH_HYPHENS: readonly QuestionType[] = ['date', 'dateTime', 'time', 'geopoint']
const SIGNS = ['+', '-', '*', '|', 'div', 'mod']

export function isDynamic(written: string, type: QuestionType): boolean {
  const tokens = cutExpression(written)
  if (!tokens) return /\$\{[^}]+\}/.test(written)
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'operator' && token.text === '-') {
      if (WITH_HYPHENS.includes(type)) return false
      if (at === 0 && tokens[1]?.kind === 'number') continue
    }
    if (token.kind === 'reference' || (token.kind === 'operator' && SIGNS.includes(token.text))) return true
    const next = tokens[at + 1]
    if (token.kind === 'name' && next?.kind === 'mark' && next.text === '(') return true
    if (token.kind === 'mark' && token.text === '[') return true
  }
  return false
}
