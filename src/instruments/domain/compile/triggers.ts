/** `trigger`: the questions whose change sets this one again. */
import type { Trigger } from '../form.ts'
import { type Draft, pathOf } from './outline.ts'
import type { Compiling } from './questions.ts'

export function triggersOf(place: Draft, { references, refuse }: Compiling): readonly Trigger[] | undefined {
  const { cells, row } = place.row
  const written = cells['trigger']
  if (written === undefined) return undefined
  const cell = { sheet: 'survey', row, column: 'trigger' } as const
  const parts = written.split(',').filter((part) => part.trim() !== '')
  const names = parts.map((part) => /^\$\{\s*([^}]+?)\s*\}$/.exec(part.trim())?.[1])
  if (names.some((name) => name === undefined)) {
    refuse({ because: 'references_without_comma', ...cell, what: written })
    return undefined
  }
  const calculation = cells['calculation']
  const value =
    calculation === undefined
      ? undefined
      : references.parse(calculation, place, { sheet: 'survey', row, column: 'calculation' })
  return names.flatMap((name = '') => {
    const target = references.find(name, cell)
    if (!target) return []
    const { read } = target
    if (read.is === 'question' && read.type === 'calculate') {
      refuse({ because: 'trigger_not_asked', ...cell, what: name })
    }
    return [{ on: pathOf(target), ...(value ? { value } : {}) }]
  })
}
