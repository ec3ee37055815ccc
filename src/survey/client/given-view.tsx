import { calendarDay } from '../../kernel/calendar-day.ts'
import { toldWaits } from '../domain/told-waits.ts'
import type { GivenProps } from './given-later.tsx'
import { CodeView } from './code-view.tsx'
import { LettersView } from './letters-view.tsx'

/** What a household leaves with: its code when there will be something to follow, its letters, and all of it on paper. */
export const GivenView = (p: GivenProps) => {
  const [first] = toldWaits(Object.fromEntries(p.answers), calendarDay(p.place.today))
  // The union opens a complaint, which is what a code opens, for what it may keep and knows how to name.
  const hasCode = p.agreed.get('kept') === true && first?.problemCode !== undefined
  return (
    <>
      {hasCode ? <CodeView {...p} /> : null}
      <LettersView {...p} />
      <p>
        <button class="btn second wide" type="button" onClick={() => print()}>
          {p.words.given.print}
        </button>
      </p>
    </>
  )
}
