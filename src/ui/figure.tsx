import type { ComponentChildren } from 'preact'
import type { CalendarDay } from '../kernel/calendar-day.ts'
import { formatCount, formatDay } from './format.fr.ts'

type Props = {
  readonly id: string
  readonly title: string
  /** What the picture says, in words that can be read aloud in a hall. */
  readonly sentence: ComponentChildren
  readonly picture: ComponentChildren
  readonly table: ComponentChildren
  readonly n: number
  /** How many of the n are still waiting: they count. */
  readonly open: number
  readonly asOf: CalendarDay
  readonly method: string
  readonly sources?: string
}

/** The frame of every figure: a sentence, a picture, a table, and what they rest on. None of them is optional. */
export const Figure = (p: Props) => (
  <figure class="sheet figure" aria-labelledby={p.id}>
    <h3 id={p.id}>{p.title}</h3>
    <p>{p.sentence}</p>
    {p.picture}
    {p.table}
    <figcaption class="source">
      {formatCount(p.n, 'attente suivie', 'attentes suivies')}, dont{' '}
      {formatCount(p.open, 'encore ouverte', 'encore ouvertes')}, au {formatDay(p.asOf)}. Méthode{'\u202f'}:{' '}
      {p.method}.{p.sources === undefined ? null : ` Sources\u202f: ${p.sources}.`}
    </figcaption>
  </figure>
)
