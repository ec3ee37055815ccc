/** One form being filled. Each change gives new answers and leaves the old ones as they were. */
import { evaluate } from '../evaluate/evaluate.ts'
import { toText } from '../evaluate/value.ts'
import type { Choice, Form, Repeat, Wording } from '../form.ts'
import { choicesOf } from './choices.ts'
import { type AnswerNode, copyOf, everyNode, growNode, growRoot, nodeAt, put } from './node.ts'
import { type Changed, hereOf, inOrder, settle } from './settle.ts'
import type { OpenContext } from './surroundings.ts'
import { textsOf } from './triggers.ts'
import { keptAs } from './typed-value.ts'

export type Answers = { readonly form: Form; readonly root: AnswerNode; readonly context: OpenContext }
export type Violation = { readonly path: string; readonly condition: 'required' | 'constraint' }

export function openForm(form: Form, context: OpenContext): Answers {
  const root = growRoot(form)
  const changed: Changed = { form, root, context }
  settle(changed, new Set(everyNode(root)))
  return changed
}

/** A value that is not of the type of its question empties it; a read-only one stays as it was. */
export function answer(answers: Answers, path: string, value: string): Answers {
  return change(answers, path, (node) => {
    const { question } = node
    if (question && !node.isReadOnly) put(node, keptAs(question, value))
    return []
  })
}

/** One more instance of the repeat at this place of its parent; those that are counted are not added by hand. */
export function addInstance(answers: Answers, parentPath: string, repeat: string): Answers {
  return change(answers, parentPath, (parent, changed) => {
    const item = repeatOf(parent, repeat, answers.form)
    if (!item || item.count) return []
    const there = parent.children.filter((child) => child.item === item)
    const made = growNode(item, parent, Math.max(0, ...there.map(({ key }) => key)) + 1, true)
    parent.children = inOrder(parent, changed, item, [...there, made])
    return [...everyNode(made)]
  })
}

export function removeInstance(answers: Answers, path: string): Answers {
  return change(answers, path, (node) => {
    const { parent } = node
    if (parent && node.item?.kind === 'repeat')
      parent.children = parent.children.filter((child) => child !== node)
    return []
  })
}

export function violationsOf({ root }: Answers): readonly Violation[] {
  return [...everyNode(root)].flatMap(({ path, violation }) =>
    violation ? [{ path, condition: violation }] : [],
  )
}

export function choicesAt(answers: Answers, path: string): readonly Choice[] {
  const node = nodeAt(answers.root, path)
  return node ? choicesOf(answers.form, node, hereOf(answers, node)) : []
}

/** Words in a language of the form, with the answers that they quote; in its own when it lacks that one. */
export function wordsAt(
  answers: Answers,
  path: string,
  wording: Wording | undefined,
  language: string,
): string {
  const { form, root, context } = answers
  const here = hereOf({ form, root, context: { ...context, language } }, nodeAt(root, path) ?? root)
  const parts = wording?.[language] ?? wording?.[form.defaultLanguage] ?? []
  return parts.map((part) => (typeof part === 'string' ? part : toText(evaluate(part, here)))).join('')
}

function change(
  answers: Answers,
  path: string,
  act: (node: AnswerNode, changed: Changed) => readonly AnswerNode[],
): Answers {
  const changed: Changed = { ...answers, root: copyOf(answers.root) }
  const node = nodeAt(changed.root, path)
  if (!node) return answers
  const fresh = act(node, changed)
  settle(changed, new Set(fresh), textsOf(answers.root))
  return changed
}

function repeatOf(parent: AnswerNode, name: string, form: Form): Repeat | undefined {
  const items = parent.item && parent.item.kind !== 'question' ? parent.item.items : form.items
  return items.find((item): item is Repeat => item.kind === 'repeat' && item.name === name)
}
