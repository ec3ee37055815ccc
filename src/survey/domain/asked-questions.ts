import type { Choice, Form, Item, Question, Repeat, Wording } from '../../instruments/domain/form.ts'

/** A question as it is put: where its answer goes, under which waits of the household. */
export type AskedQuestion = { readonly path: string; readonly question: Question; readonly rank: number }

/** What is asked, in order, when the household told `waits` waits: a repeat is asked once for each. */
export function askedQuestions(form: Form, waits: number): readonly AskedQuestion[] {
  return form.items.flatMap((item) => askedIn(item, `/${form.root}`, waits, 0))
}

function askedIn(item: Item, parent: string, waits: number, rank: number): readonly AskedQuestion[] {
  const path = `${parent}/${item.name}`
  if (item.kind === 'question') return item.isAsked ? [{ path, question: item, rank }] : []
  if (item.kind === 'group') return item.items.flatMap((inner) => askedIn(inner, path, waits, rank))
  return Array.from({ length: waits }, (_, at) =>
    item.items.flatMap((inner) => askedIn(inner, `${path}[${at + 1}]`, waits, at + 1)),
  ).flat()
}

export const hasRepeat = (form: Form): boolean =>
  form.items.some((item): item is Repeat => item.kind === 'repeat')

/** Words in the language of the screen when the form speaks it, else in the form's own. */
export function wordsIn(form: Form, wording: Wording | undefined, tag: string): string {
  const name = form.languages.find((language) => language.tag === tag)?.name ?? form.defaultLanguage
  const parts = wording?.[name] ?? wording?.[form.defaultLanguage] ?? []
  return parts.map((part) => (typeof part === 'string' ? part : '…')).join('')
}

export const choicesOf = (form: Form, question: Question): readonly Choice[] =>
  form.lists[question.list ?? ''] ?? []

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
