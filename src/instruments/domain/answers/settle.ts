/** After each change: how many instances, what is relevant, computed, required and wrong, until nothing moves. */
import type { Form, Repeat } from '../form.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { type Here, toBoolean, toNumber, toText } from '../evaluate/value.ts'
import { isOffered } from './choices.ts'
import { type AnswerNode, everyNode, growNode, put } from './node.ts'
import { type OpenContext, surroundingsOf } from './surroundings.ts'
import { fireTriggers, type Texts, textsOf } from './triggers.ts'
import { keptAs } from './typed-value.ts'

/** Rounds after which we stop: a chain of calculations longer than this is not settled by hand either. */
const ROUNDS = 100
const MOST_INSTANCES = 1000

export type Changed = { readonly form: Form; readonly root: AnswerNode; readonly context: OpenContext }

export function hereOf({ form, root, context }: Changed, node: AnswerNode): Here {
  return { node, current: node, position: 1, size: 1, around: surroundingsOf(form, root, context) }
}

/** `before` is what was read before the change: without it, nothing watched has changed. */
export function settle(changed: Changed, fresh: ReadonlySet<AnswerNode>, before?: Texts): void {
  const here = hereOf(changed, changed.root)
  defaults(changed.root, here, fresh)
  let read = before
  for (let round = 0; round < ROUNDS; round += 1) {
    if (pass(changed, changed.root, here)) continue
    const now = textsOf(changed.root)
    if (!fireTriggers(changed.root, read ?? now, now, (node) => at(here, node))) break
    read = now
  }
  for (const node of everyNode(changed.root)) judge(node, here)
}

const at = (here: Here, node: AnswerNode): Here => ({ ...here, node, current: node })

/** Values computed once, when the form or an instance opens. */
function defaults(root: AnswerNode, here: Here, fresh: ReadonlySet<AnswerNode>): void {
  for (const node of fresh.size > 0 ? everyNode(root) : []) {
    const { question } = node
    if (!fresh.has(node) || !question) continue
    if (question.default !== undefined) put(node, keptAs(question, question.default))
  }
  if (fresh.size > 0) relevances(root, here, true)
  for (const node of fresh.size > 0 ? everyNode(root) : []) {
    const { question } = node
    if (!fresh.has(node) || !question?.dynamicDefault || !node.isRelevant) continue
    put(node, keptAs(question, toText(evaluate(question.dynamicDefault, at(here, node)))))
  }
}

function relevances(node: AnswerNode, here: Here, isWithin: boolean): boolean {
  const rule = node.item?.relevant
  const isRelevant = isWithin && (rule === undefined || toBoolean(evaluate(rule, at(here, node))))
  let moved = isRelevant !== node.isRelevant
  node.isRelevant = isRelevant
  if (node.question) moved = put(node, node.value) || moved
  for (const child of node.children) moved = relevances(child, here, isRelevant) || moved
  return moved
}

function pass(changed: Changed, root: AnswerNode, here: Here): boolean {
  let moved = counts(root, here, changed)
  moved = relevances(root, here, true) || moved
  for (const node of everyNode(root)) {
    const { question } = node
    if (!question || !node.isRelevant) continue
    node.isOffered = isOffered(changed.form, node, at(here, node))
    moved = put(node, node.value) || moved
    if (!question.calculation) continue
    const computed = keptAs(question, toText(evaluate(question.calculation, at(here, node))))
    if (computed === node.computed) continue
    node.computed = computed
    moved = put(node, computed) || moved
  }
  return moved
}

function counts(node: AnswerNode, here: Here, changed: Changed): boolean {
  const items = node.item ? (node.item.kind === 'question' ? [] : node.item.items) : changed.form.items
  let moved = false
  for (const item of items) {
    if (item.kind === 'repeat' && item.count) moved = fit(node, item, here, changed) || moved
  }
  for (const child of node.children) moved = counts(child, here, changed) || moved
  return moved
}

/** As many instances as the count says; those that leave are the last. A count being retyped moves nothing. */
function fit(parent: AnswerNode, item: Repeat, here: Here, changed: Changed): boolean {
  const there = parent.children.filter((child) => child.item === item)
  const says = item.count ? toNumber(evaluate(item.count, at(here, there[0] ?? growNode(item, parent)))) : 0
  const wanted = Math.min(
    MOST_INSTANCES,
    Number.isFinite(says) ? Math.max(0, Math.trunc(says)) : there.length,
  )
  if (there.length === wanted) return false
  const kept = there.slice(0, wanted)
  const added = Array.from({ length: wanted - kept.length }, (_, index) =>
    growNode(item, parent, (there.at(-1)?.key ?? 0) + index + 1),
  )
  parent.children = inOrder(parent, changed, item, [...kept, ...added])
  const fresh = new Set(added.flatMap((node) => [...everyNode(node)]))
  defaults(changed.root, here, fresh)
  return true
}

/** Children stand in the order of the form. */
export function inOrder(
  parent: AnswerNode,
  { form }: Changed,
  item: Repeat,
  instances: readonly AnswerNode[],
): AnswerNode[] {
  const items = parent.item && parent.item.kind !== 'question' ? parent.item.items : form.items
  return items.flatMap((each) =>
    each === item ? instances : parent.children.filter((child) => child.item === each),
  )
}

function judge(node: AnswerNode, here: Here): void {
  const { question } = node
  if (!question) return
  const holds = (rule: typeof question.required) =>
    rule !== undefined && toBoolean(evaluate(rule, at(here, node)))
  node.isRequired = holds(question.required)
  node.isReadOnly = holds(question.readOnly)
  const isBlank = node.text === ''
  node.violation = null
  if (!node.isRelevant) return
  if (!isBlank && question.constraint && !holds(question.constraint)) node.violation = 'constraint'
  else if (isBlank && node.isRequired) node.violation = 'required'
}
