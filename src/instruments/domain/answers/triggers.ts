/** Questions set again when another answer changes, within the same instances of the repeats they share. */
import { evaluate } from '../evaluate/evaluate.ts'
import { type Here, toText } from '../evaluate/value.ts'
import { type AnswerNode, everyNode, put } from './node.ts'
import { keptAs } from './typed-value.ts'

/** What each question reads as, by its path. */
export type Texts = ReadonlyMap<string, string>

export function textsOf(root: AnswerNode): Texts {
  const texts = new Map<string, string>()
  for (const node of everyNode(root)) if (node.question) texts.set(node.path, node.text ?? '')
  return texts
}

export function fireTriggers(
  root: AnswerNode,
  before: Texts,
  now: Texts,
  hereAt: (node: AnswerNode) => Here,
): boolean {
  const changed = [...now].filter(([path, text]) => before.has(path) && before.get(path) !== text)
  if (changed.length === 0) return false
  const places = new Map(changed.map(([path]) => [path, path.replaceAll(/\[\d+\]/g, '')]))
  let moved = false
  for (const node of everyNode(root)) {
    for (const { on, value } of node.question?.triggers ?? []) {
      const isSet = [...places].some(([path, place]) => place === on && areTogether(path, node.path))
      if (!isSet || !node.question) continue
      const text = value ? toText(evaluate(value, hereAt(node))) : ''
      moved = put(node, keptAs(node.question, text)) || moved
    }
  }
  return moved
}

/** Neither is in another instance of a repeat that holds both. */
function areTogether(path: string, other: string): boolean {
  const [steps, others] = [path.split('/'), other.split('/')]
  const bare = (step: string | undefined) => step?.replace(/\[\d+\]$/, '')
  for (const [at, step] of steps.entries()) {
    if (bare(step) !== bare(others[at])) return true
    if (step !== others[at]) return false
  }
  return true
}
