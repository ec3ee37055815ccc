import { type AnswerNode, everyNode } from '../../instruments/domain/answers/node.ts'
import type { Answers } from '../../instruments/domain/answers/open-form.ts'
import type { Choice, Form, Question, Repeat, Wording } from '../../instruments/domain/form.ts'

/** A question as it is put now: where its answer goes, under which time of what repeats, and what was answered. */
export type AskedQuestion = {
  readonly path: string
  readonly question: Question
  readonly rank: number
  readonly value: string
  readonly violation: 'required' | 'constraint' | null
  readonly isReadOnly: boolean
}

/** What is asked, in order, after what was answered: what is not relevant is not put. */
export const askedQuestions = ({ root }: Answers): readonly AskedQuestion[] =>
  [...everyNode(root)].flatMap((node) => {
    const { question, path, value, violation, isReadOnly, isRelevant } = node
    if (!question?.isAsked || !isRelevant) return []
    return [{ path, question, rank: rankOf(node), value, violation, isReadOnly }]
  })

/** Which time of the repeat it is within; 0 when it is in none. */
function rankOf(node: AnswerNode): number {
  for (let each: AnswerNode | null = node; each; each = each.parent) {
    const { item, parent } = each
    if (item?.kind === 'repeat' && parent)
      return parent.children.filter((child) => child.item === item).indexOf(each) + 1
  }
  return 0
}

/** What stands: every answer that is relevant and that no constraint refuses. */
export const standingAnswers = ({ root }: Answers): ReadonlyMap<string, string> =>
  new Map(
    [...everyNode(root)].flatMap(({ question, path, text, violation }) =>
      question && text && violation !== 'constraint' ? [[path, text] as const] : [],
    ),
  )

type AnswerTelling =
  | { readonly kind: 'answer_set'; readonly body: { readonly path: string; readonly value: string } }
  | { readonly kind: 'answer_cleared'; readonly body: { readonly path: string } }

/** What there is to tell when the answers that were told are those, and those that stand are these. */
export function tellingsOf(
  told: ReadonlyMap<string, string>,
  standing: ReadonlyMap<string, string>,
): readonly AnswerTelling[] {
  const set = [...standing].filter(([path, value]) => told.get(path) !== value)
  const cleared = [...told.keys()].filter((path) => !standing.has(path))
  return [
    ...cleared.map((path) => ({ kind: 'answer_cleared' as const, body: { path } })),
    ...set.map(([path, value]) => ({ kind: 'answer_set' as const, body: { path, value } })),
  ]
}

export type OpenRepeat = { readonly parent: string; readonly repeat: Repeat }

/** The repeats to which a person may add once more. */
export const openRepeats = ({ form, root }: Answers): readonly OpenRepeat[] =>
  [...everyNode(root)].flatMap(({ item, path, isRelevant }) => {
    const items = item === null ? form.items : item.kind === 'question' ? [] : item.items
    return isRelevant ? items.filter(isOpen).map((repeat) => ({ parent: path, repeat })) : []
  })

const isOpen = (item: Form['items'][number]): item is Repeat => item.kind === 'repeat' && !item.count

/** The name that the form gives to the language of the screen, else to its own. */
export const languageOf = (form: Form, tag: string): string =>
  form.languages.find((language) => language.tag === tag)?.name ?? form.defaultLanguage

/** Words in the language of the screen when the form speaks it, else in the form's own. */
export function wordsIn(form: Form, wording: Wording | undefined, tag: string): string {
  const parts = wording?.[languageOf(form, tag)] ?? wording?.[form.defaultLanguage] ?? []
  return parts.map((part) => (typeof part === 'string' ? part : '…')).join('')
}

const choicesOf = (form: Form, question: Question): readonly Choice[] => form.lists[question.list ?? ''] ?? []

/** An answer as a person reads it: the words of the choices, or what was typed. */
export function answerInWords(form: Form, question: Question, value: string, tag: string): string {
  const choices = choicesOf(form, question)
  if (choices.length === 0) return value
  const chosen = new Set(value.split(' '))
  return choices
    .filter(({ name }) => chosen.has(name))
    .map(({ label, name }) => wordsIn(form, label, tag) || name)
    .join(', ')
}
