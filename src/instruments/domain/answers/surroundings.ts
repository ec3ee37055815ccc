/** What expressions ask beyond the answers: lists as nodes, the hour, chance, the words of a choice. */
import type { Choice, Form } from '../form.ts'
import type { Surroundings, XNode } from '../evaluate/value.ts'
import { type AnswerNode, everyNode } from './node.ts'

/** Chance and time are given, so that a form opened twice with the same is the same. */
export type OpenContext = {
  readonly now: Date
  readonly random: () => number
  readonly language: string
}

const instances = new WeakMap<Form, ReadonlyMap<string, XNode>>()

export function surroundingsOf(form: Form, root: AnswerNode, context: OpenContext): Surroundings {
  return {
    root,
    now: context.now,
    random: context.random,
    version: form.version,
    instance: (name) => instancesOf(form).get(name),
    choiceName: (value, path) => wordsOf(form, root, context.language, value, path),
  }
}

function instancesOf(form: Form): ReadonlyMap<string, XNode> {
  const known = instances.get(form)
  if (known) return known
  const made = new Map(Object.entries(form.lists).map(([name, choices]) => [name, listNode(choices)]))
  instances.set(form, made)
  return made
}

/** `instance('list')/root/item/…`. */
function listNode(choices: readonly Choice[]): XNode {
  const top = branch('instance', null)
  const root = branch('root', top)
  top.children.push(root)
  root.children.push(...choices.map((choice) => choiceNode(choice, root)))
  return top
}

type Branch = { name: string; parent: XNode | null; children: XNode[]; text: null }
const branch = (name: string, parent: XNode | null): Branch => ({ name, parent, children: [], text: null })

export function choiceNode(choice: Choice, root: XNode): XNode {
  const item = branch('item', root)
  const leaf = (name: string, text: string): XNode => ({ name, parent: item, children: [], text })
  const columns = Object.entries(choice.columns).map(([name, text]) => leaf(name, text))
  item.children.push(leaf('name', choice.name), leaf('label', saidLabel(choice, '')), ...columns)
  return item
}

export function saidLabel({ label, name }: Choice, language: string): string {
  const parts = label?.[language] ?? Object.values(label ?? {})[0]
  return parts ? parts.filter((part) => typeof part === 'string').join('') : name
}

/** The path is absolute, or the last name of one. */
function wordsOf(form: Form, root: AnswerNode, language: string, value: string, path: string): string {
  const last = path.trim().split('/').at(-1)
  for (const { question } of everyNode(root)) {
    if (question?.list === undefined || question.name !== last) continue
    const found = form.lists[question.list]?.find(({ name }) => name === value)
    if (found) return saidLabel(found, language)
  }
  return ''
}
