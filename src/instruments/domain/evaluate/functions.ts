/** The functions of ODK, by name. One that is not here is refused when a form is compiled. */
import type { Expression } from '../expression.ts'
import { DATE_FUNCTIONS } from './date-functions.ts'
import { NODE_FUNCTIONS } from './node-functions.ts'
import { NUMBER_FUNCTIONS } from './number-functions.ts'
import { TEXT_FUNCTIONS } from './text-functions.ts'
import type { Here, Value } from './value.ts'

export type Evaluate = (expression: Expression, here: Here) => Value
/** Arguments are computed only when asked for: `if` reads one of two. */
export type Called = {
  readonly args: readonly Expression[]
  readonly here: Here
  readonly evaluate: Evaluate
  readonly at: (index: number) => Value
  readonly has: (index: number) => boolean
}
export type Functions = Readonly<Record<string, (called: Called) => Value>>

const FUNCTIONS = new Map(
  Object.entries({ ...TEXT_FUNCTIONS, ...NUMBER_FUNCTIONS, ...DATE_FUNCTIONS, ...NODE_FUNCTIONS }),
)

export const isFunction = (name: string) => FUNCTIONS.has(name)

export function callFunction(
  name: string,
  args: readonly Expression[],
  here: Here,
  evaluate: Evaluate,
): Value {
  const found = FUNCTIONS.get(name)
  if (!found) throw new Error(`A compiled form calls « ${name} », which the compiler refuses`)
  const at = (index: number): Value => {
    const arg = args[index]
    return arg ? evaluate(arg, here) : ''
  }
  return found({ args, here, evaluate, at, has: (index) => index < args.length })
}
