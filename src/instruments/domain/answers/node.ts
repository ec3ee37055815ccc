/** The answers as a tree: one node for each question, group and instance of a repeat. */
import type { Form, Item, Question } from '../form.ts'
import type { XNode } from '../evaluate/value.ts'

export type AnswerNode = {
  readonly name: string
  /** Null for the root. */
  readonly item: Item | null
  readonly question: Question | null
  /** Where the item stands in the form: `/data/group/name`. */
  readonly place: string
  /** The same with the key of each instance: `/data/repeat[2]/name`. A key is never given twice. */
  readonly path: string
  readonly key: number
  parent: AnswerNode | null
  children: AnswerNode[]
  /** What is held; what is read (`text`) is empty while the question is not relevant. */
  value: string
  text: string | null
  /** What its calculation last gave: an answer written over it stays until that changes. */
  computed: string | null
  isRelevant: boolean
  /** False while the choice that was made is not among the choices. */
  isOffered: boolean
  isRequired: boolean
  isReadOnly: boolean
  violation: 'required' | 'constraint' | null
}

export const isAnswerNode = (node: XNode): node is AnswerNode => 'isRelevant' in node

export function makeNode(item: Item | null, parent: AnswerNode | null, key: number, root = ''): AnswerNode {
  const name = item?.name ?? root
  const question = item?.kind === 'question' ? item : null
  return {
    name,
    item,
    question,
    place: `${parent?.place ?? ''}/${name}`,
    path: `${parent?.path ?? ''}/${name}${item?.kind === 'repeat' ? `[${key}]` : ''}`,
    key,
    parent,
    children: [],
    value: '',
    text: question ? '' : null,
    computed: null,
    isRelevant: true,
    isOffered: true,
    isRequired: false,
    isReadOnly: false,
    violation: null,
  }
}

/** A node and all under it. In what is added later, repeats start empty, as in ODK. */
export function growNode(item: Item, parent: AnswerNode, key = 1, isLater = false): AnswerNode {
  const node = makeNode(item, parent, key)
  if (item.kind !== 'question')
    node.children = item.items.flatMap((inner) => firstNodes(inner, node, isLater))
  return node
}

/** A repeat nobody counts opens with one instance. */
function firstNodes(item: Item, parent: AnswerNode, isLater = false): AnswerNode[] {
  const isEmpty = item.kind === 'repeat' && (item.count !== undefined || isLater)
  return isEmpty ? [] : [growNode(item, parent, 1, isLater)]
}

export function growRoot(form: Form): AnswerNode {
  const root = makeNode(null, null, 1, form.root)
  root.children = form.items.flatMap((item) => firstNodes(item, root))
  return root
}

export function copyOf(node: AnswerNode, parent: AnswerNode | null = null): AnswerNode {
  const copy = { ...node, parent }
  copy.children = node.children.map((child) => copyOf(child, copy))
  return copy
}

export function* everyNode(node: AnswerNode): Generator<AnswerNode> {
  yield node
  for (const child of node.children) yield* everyNode(child)
}

export function nodeAt(root: AnswerNode, path: string): AnswerNode | undefined {
  if (root.path === path) return root
  const next = root.children.find((child) => path === child.path || path.startsWith(`${child.path}/`))
  return next && nodeAt(next, path)
}

/** Holds a value; says whether anything that others read has changed. */
export function put(node: AnswerNode, value: string): boolean {
  const text = node.isRelevant && node.isOffered ? value : ''
  const isSame = node.value === value && node.text === text
  node.value = value
  node.text = text
  return !isSame
}
