/** An expression cut into its tokens; tells by what stands before whether `*`, `div`, `and` are operators. */

export type Token = {
  readonly kind: 'number' | 'text' | 'name' | 'reference' | 'operator' | 'mark'
  readonly text: string
}

const SPACES = /\s+/y
const NUMBER = /\d+(?:\.\d*)?|\.\d+/y
const TEXT = /"[^"]*"|'[^']*'/y
const REFERENCE = /\$\{\s*([^}]*?)\s*\}/y
const NAME = /[\p{L}_][\p{L}\p{N}_.-]*(?::(?!:)[\p{L}_][\p{L}\p{N}_.-]*)?/uy
const MARK = /::|\.\.|\/\/|!=|<=|>=|[()[\]@,./|+\-*=<>]/y
const WORDS = ['and', 'or', 'div', 'mod']
const SIGNS = ['/', '//', '|', '+', '-', '=', '!=', '<', '<=', '>', '>=']
const OPENERS = ['@', '::', '(', '[', ',']

/** Nothing when a character belongs to no token. */
export function cutExpression(source: string): readonly Token[] | undefined {
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    const space = take(SPACES, source, at)
    if (space !== undefined) {
      at += space.length
      continue
    }
    const found = tokenAt(source, at, tokens.at(-1))
    if (!found) return undefined
    tokens.push(found.token)
    at += found.length
  }
  return tokens
}

function take(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0]
}

function tokenAt(source: string, at: number, before: Token | undefined) {
  const number = take(NUMBER, source, at)
  if (number !== undefined) return found('number', number)
  const text = take(TEXT, source, at)
  if (text !== undefined) return found('text', text.slice(1, -1), text.length)
  const reference = take(REFERENCE, source, at)
  if (reference !== undefined) {
    return found('reference', reference.slice(2, -1).trim(), reference.length)
  }
  const name = take(NAME, source, at)
  if (name !== undefined)
    return found(WORDS.includes(name) && endsOperand(before) ? 'operator' : 'name', name)
  const mark = take(MARK, source, at)
  if (mark === undefined) return undefined
  if (mark === '*') return found(endsOperand(before) ? 'operator' : 'name', mark)
  return found(SIGNS.includes(mark) ? 'operator' : 'mark', mark)
}

function found(kind: Token['kind'], text: string, length = text.length) {
  return { token: { kind, text }, length }
}

function endsOperand(token: Token | undefined): boolean {
  if (!token || token.kind === 'operator') return false
  return token.kind !== 'mark' || !OPENERS.includes(token.text)
}
