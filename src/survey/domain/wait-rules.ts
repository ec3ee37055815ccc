import type { Expression, Path } from '../../instruments/domain/expression.ts'
import type { Question } from '../../instruments/domain/form.ts'
import type { WaitQuestion } from './wait-words.ts'

const asked = (name: WaitQuestion): Path => ({
  op: 'path',
  from: 'here',
  steps: [
    { axis: 'parent', name: 'node()' },
    { axis: 'child', name },
  ],
})
const ITSELF: Path = { op: 'path', from: 'here', steps: [{ axis: 'self', name: 'node()' }] }
const text = (value: string): Expression => ({ op: 'text', value })
const number = (value: number): Expression => ({ op: 'number', value })

const WAS_TOLD: Expression = { op: '!=', left: asked('told_to'), right: text('nobody') }
const WAS_PROMISED: Expression = { op: '=', left: asked('answer'), right: text('promised') }
const IS_COUNT: Expression = {
  op: 'and',
  left: { op: '>=', left: ITSELF, right: number(0) },
  right: { op: '<=', left: ITSELF, right: number(1000) },
}

/** What is asked only after what, and what no answer can be. */
export const WAIT_RULES: Partial<Record<WaitQuestion, Pick<Question, 'relevant' | 'constraint'>>> = {
  told_how: { relevant: WAS_TOLD },
  told_when: { relevant: WAS_TOLD },
  reminders: { relevant: WAS_TOLD, constraint: IS_COUNT },
  answer: { relevant: WAS_TOLD },
  promise: { relevant: { op: 'and', left: WAS_TOLD, right: WAS_PROMISED } },
  contempt: { relevant: WAS_TOLD },
}
