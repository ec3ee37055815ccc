import { useState } from 'preact/hooks'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { homeSaid } from '../../places/domain/floors.fr.ts'
import { type DoorLetter, doorLetters, type DoorLetters } from '../domain/door-letter.fr.ts'
import type { PhoneWords } from '../domain/phone-words.ts'
import type { Place } from './gestures.ts'
import { giveText, type TextGiven } from './give-text.ts'
import type { Phone } from './use-phone.ts'

type LettersProps = {
  readonly phone: Phone
  readonly place: Place
  readonly visit: { readonly door: string }
  readonly answers: ReadonlyMap<string, string>
  readonly words: PhoneWords
}

/** The letters that what was said makes, each shown whole before it leaves. They live here, in memory. */
export const LettersView = ({ phone, place, visit, answers, words }: LettersProps) => {
  const [shown, setShown] = useState<string>()
  const door = { answers, place: doorSaid(phone, place, visit.door), today: calendarDay(place.today) }
  const waits = doorLetters(door)
  if (waits.length === 0) return null
  const { given } = words
  return (
    <section aria-labelledby="lettres">
      <h2 id="lettres">{given.letters}</h2>
      <p class="noprint">{given.lettersLead}</p>
      {waits.map((wait) => (
        <WaitLetters key={wait.rank} {...{ wait, words, shown }} onShow={setShown} />
      ))}
    </section>
  )
}

type WaitProps = {
  readonly wait: DoorLetters
  readonly words: PhoneWords
  readonly shown: string | undefined
  readonly onShow: (name: string) => void
}

const WaitLetters = ({ wait: { rank, problem, letters, toCheck }, words, shown, onShow }: WaitProps) => {
  const nameOf = ({ kind }: DoorLetter): string => `${rank} ${kind}`
  const letter = letters.find((one) => nameOf(one) === shown)
  return (
    <>
      <h3 class="noprint">
        <bdi lang="fr">{problem}</bdi>
      </h3>
      <div class="outcomes" role="group" aria-label={problem}>
        {letters.map((one) => (
          <button
            key={one.kind}
            class="btn wholerow"
            type="button"
            aria-pressed={letter === one}
            onClick={() => onShow(nameOf(one))}
          >
            {words.given.kinds[one.kind]}
          </button>
        ))}
      </div>
      {letters.length === 1 ? <p class="quiet noprint">{words.given.firstOnly}</p> : null}
      {letter ? <LetterToGive key={letter.kind} {...{ letter, toCheck, words }} /> : null}
    </>
  )
}

type LetterProps = {
  readonly letter: DoorLetter
  readonly toCheck: readonly string[]
  readonly words: PhoneWords
}

const LetterToGive = ({ letter: { title, text }, toCheck, words: { given } }: LetterProps) => {
  const [done, setDone] = useState<TextGiven>()
  return (
    <>
      {done === 'by_hand' ? (
        <textarea
          class="letter"
          lang="fr"
          dir="ltr"
          readOnly
          rows={20}
          aria-label={title}
          ref={(field) => field?.select()}
          value={text}
        />
      ) : (
        <div class="letter" lang="fr" dir="ltr" translate={false}>
          {text}
        </div>
      )}
      {toCheck.length > 0 ? (
        <p class="quiet noprint">
          {given.toCheck} <bdi lang="fr">{toCheck.join(' · ')}</bdi>
        </p>
      ) : null}
      <p class="quiet noprint">{given.leavesTrace}</p>
      <button class="btn wide" type="button" onClick={() => void giveText(title, text).then(setDone)}>
        {given.share}
      </button>
      <p role="status">{done && done !== 'given_up' ? given.done[done] : ''}</p>
    </>
  )
}

/** As a letterbox would say it; a door that was found today has its place too. */
function doorSaid({ held }: Phone, { assignment: { staircase } }: Place, id: string): string {
  const door = [...staircase.doors, ...(held?.found ?? [])].find((one) => one.id === id)
  return [staircase.estate, staircase.building, staircase.label, door ? homeSaid(door) : '']
    .filter((part) => part !== '')
    .join(', ')
}
