/** An expression as parsed: plain JSON, so that a form travels with its rules and a phone never parses them. */

export type Expression =
  | { readonly op: 'text'; readonly value: string }
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly op: 'negate'; readonly of: Expression }
  | { readonly op: Operator; readonly left: Expression; readonly right: Expression }
  | Path

export type Operator =
  | 'or'
  | 'and'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | 'div'
  | 'mod'
  | '|'

/** `from` is where one starts: the root of the answers, here, or whatever another expression gives. */
export type Path = {
  readonly op: 'path'
  readonly from: 'root' | 'here' | Expression
  /** Conditions on what `from` gives, as in `(…)[1]`. */
  readonly where?: readonly Expression[]
  readonly steps: readonly Step[]
}

export type Step = {
  readonly axis: Axis
  /** A name, `*`, or `node()`. */
  readonly name: string
  readonly where?: readonly Expression[]
}

export type Axis = (typeof AXES)[number]

export const AXES = [
  'child',
  'parent',
  'self',
  'attribute',
  'ancestor',
  'ancestor-or-self',
  'descendant',
  'descendant-or-self',
  'following',
  'following-sibling',
  'preceding',
  'preceding-sibling',
] as const
