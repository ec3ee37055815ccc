import { useState } from 'preact/hooks'
import { type CalendarDay, parseCalendarDay } from '../../kernel/calendar-day.ts'
import type { PhoneWords } from '../domain/phone-words.ts'
import { dayAfter } from './days.ts'

type ComeBackProps = {
  readonly words: PhoneWords
  readonly today: string
  readonly onNote: (day: CalendarDay) => void
}

/** The day that somebody promises to come back. */
export const ComeBack = ({ words: { door }, today, onNote }: ComeBackProps) => {
  const [day, setDay] = useState('')
  const chosen = parseCalendarDay(day)
  const tonight = parseCalendarDay(today)
  return (
    <>
      <p>
        <strong>{door.comeBack}</strong>
      </p>
      <div class="outcomes">
        <button class="btn" type="button" onClick={() => tonight && onNote(tonight)}>
          {door.days.tonight}
        </button>
        <button class="btn" type="button" onClick={() => onNote(dayAfter(today))}>
          {door.days.tomorrow}
        </button>
      </div>
      <div class="field">
        <label for="day">{door.days.other}</label>
        <input
          id="day"
          type="date"
          min={today}
          value={day}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
      </div>
      <button
        class="btn wide"
        type="button"
        disabled={!chosen || chosen < today}
        onClick={() => chosen && onNote(chosen)}
      >
        {door.note}
      </button>
    </>
  )
}
