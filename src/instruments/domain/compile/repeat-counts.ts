/** How many instances a repeat has: a question of its own when it is more than the answer to another. */
import { type Draft, draft, everyDraft } from './outline.ts'

const REFERENCE = /^\$\{[^}]+\}$/

export function countsOf(top: Draft): void {
  for (const place of everyDraft(top)) {
    const written = place.row.cells['repeat_count']
    if (place.kind !== 'repeat' || written === undefined || REFERENCE.test(written) || !place.parent) continue
    const cells = { type: 'calculate', calculation: written }
    const made = draft(
      'question',
      `${place.name}_count`,
      { row: place.row.row, cells, said: {}, raw: {} },
      { is: 'question', type: 'calculate', hasOther: false },
      place.parent,
    )
    place.parent.children.splice(place.parent.children.indexOf(place), 0, made)
  }
}
