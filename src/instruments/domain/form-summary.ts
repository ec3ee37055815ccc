import type { Form, Item } from './form.ts'

/** What a form is, in some figures. */
export type FormSummary = Pick<Form, 'id' | 'title'> & {
  readonly version: string
  readonly languages: readonly string[]
  readonly questions: number
  readonly groups: number
  readonly repeats: number
  readonly lists: number
  readonly files: readonly string[]
}

export function summaryOf(form: Form, version: string): FormSummary {
  const items = everyItem(form.items)
  const count = (kind: Item['kind']) => items.filter((item) => item.kind === kind).length
  return {
    id: form.id,
    title: form.title,
    version,
    languages: form.languages.map(({ name }) => name).filter((name) => name !== ''),
    questions: items.filter((item) => item.kind === 'question' && item.isAsked).length,
    groups: count('group'),
    repeats: count('repeat'),
    lists: Object.keys(form.lists).length,
    files: Object.values(form.files),
  }
}

const everyItem = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item) => (item.kind === 'question' ? [item] : [item, ...everyItem(item.items)]))
