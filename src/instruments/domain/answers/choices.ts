/** The choices of a question as they stand: filtered by other answers, or answers themselves. */
import type { Choice, Form } from '../form.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { type Here, isNodes, textOf, toBoolean } from '../evaluate/value.ts'
import type { AnswerNode } from './node.ts'

export function choicesOf(form: Form, { question }: AnswerNode, here: Here): readonly Choice[] {
  if (!question) return []
  if (question.choicesFrom) {
    const given = evaluate(question.choicesFrom, here)
    return isNodes(given) ? given.map((each) => ({ name: textOf(each), columns: {} })) : []
  }
  const choices = question.list === undefined ? [] : (form.lists[question.list] ?? [])
  const { choiceFilter } = question
  if (!choiceFilter) return choices
  const nodes = here.around.instance(question.list ?? '')?.children[0]?.children ?? []
  return choices.filter((_, at) => {
    const node = nodes[at]
    return node && toBoolean(evaluate(choiceFilter, { ...here, node, position: at + 1, size: nodes.length }))
  })
}

/** A choice that other answers have taken away is not read while it is away; it comes back with them. */
export function isOffered(form: Form, node: AnswerNode, here: Here): boolean {
  const { question, value } = node
  if (question?.type !== 'select_one' || value === '' || form.files[question.list ?? ''] !== undefined)
    return true
  if (!question.choicesFrom && !question.choiceFilter) return true
  return choicesOf(form, node, here).some(({ name }) => name === value)
}
