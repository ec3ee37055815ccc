/** `or_other`: one more choice, and a question that comes when it is taken. */
import type { Choice, Language } from '../form.ts'
import { type Draft, draft, everyDraft } from './outline.ts'

export function specifyOther(top: Draft): void {
  for (const place of everyDraft(top)) {
    const { read, parent, row } = place
    if (read.is !== 'question' || !read.hasOther || !parent) continue
    const cells = { type: 'text', relevant: `selected(../${place.name}, 'other')` }
    const said = { label: { '': 'Specify other.' } }
    const made = draft(
      'question',
      `${place.name}_other`,
      { row: row.row, cells, said, raw: {} },
      { is: 'question', type: 'text', hasOther: false },
      parent,
    )
    parent.children.splice(parent.children.indexOf(place) + 1, 0, made)
  }
}

export function withOther(choices: readonly Choice[], languages: readonly Language[]): readonly Choice[] {
  if (choices.some(({ name }) => name === 'other')) return choices
  const label = Object.fromEntries(languages.map(({ name }) => [name, ['Other']]))
  return [...choices, { name: 'other', label, columns: {} }]
}
