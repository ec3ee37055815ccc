import { useEffect } from 'preact/hooks'
import type { PhoneWords } from '../domain/phone-words.ts'
import { type Place, undo, type Undoable } from './gestures.ts'
import type { Phone } from './use-phone.ts'

const LASTS_MS = 10_000

type UndoProps = {
  readonly phone: Phone
  readonly place: Place
  readonly words: PhoneWords
  readonly undoable: Undoable
  readonly onGone: () => void
}

/** Ten seconds to take a gesture back, without leaving the staircase. */
export const UndoBar = ({ phone, place, words, undoable, onGone }: UndoProps) => {
  useEffect(() => {
    const timer = setTimeout(onGone, LASTS_MS)
    return () => clearTimeout(timer)
  }, [onGone, undoable])
  const { outcome, steps } = undoable
  const noted = `${words.outcomes[outcome].button}${steps.length > 1 ? ` × ${steps.length}` : ''}`
  return (
    <div class="undobar" role="status">
      <span>{words.stairs.noted(noted)}</span>
      <button
        class="btn second"
        type="button"
        onClick={() => void phone.act(() => undo(place, undoable)).then((done) => done && onGone())}
      >
        {words.stairs.undo}
      </button>
    </div>
  )
}
