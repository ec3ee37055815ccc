import { useEffect } from 'preact/hooks'
import { calendarDay, parseCalendarDay } from '../../kernel/calendar-day.ts'
import { QrPicture } from '../../ui/qr-square.tsx'
import { boardOf } from '../domain/door-board.ts'
import type { PackAssignment } from '../domain/pack.ts'
import { type HandedDoor, relayOf, writeRelay } from '../domain/relay.ts'
import { relayWords } from '../domain/relay-speech.ts'
import { today } from './days.ts'
import { giveText } from './give-text.ts'
import { Done, useGiven } from './given-text.tsx'
import type { RelayProps } from './relay-later.tsx'
import { TakeOver } from './relay-taking.tsx'
import { type Held, roundOf } from './use-phone.ts'
import { useSquare } from './use-square.ts'

export const RelayScreens = (p: RelayProps) => {
  const { held, words, name, what } = p
  const round = roundOf(held.pack, what)
  const back = round ? `#/entree/${round.assignment.id}` : '#/'
  return (
    <div class="sheet">
      <p class="crumbs">
        <a href={back}>{words.back}</a>
      </p>
      <h1 class="asked">{name === 'passer' ? words.relay.give : words.relay.take}</h1>
      {name === 'passer' && round ? <GiveOver {...p} assignment={round.assignment} /> : null}
      {name === 'passer' ? null : <TakeOver {...p} />}
    </div>
  )
}

/** What this phone noted in a staircase, and nothing that it was told. */
function notedHere({ staircase }: PackAssignment, { found, marks, waiting }: Held): readonly HandedDoor[] {
  const { floors } = boardOf(staircase, found, marks, waiting)
  return floors.flatMap(({ doors }) =>
    doors.flatMap(({ id, floor, position }) => {
      const mark = marks.get(id)
      if (!mark) return []
      const comeBackOn = parseCalendarDay(mark.comeBackOn ?? '') ?? null
      return [{ floor, position, outcome: mark.outcome, on: calendarDay(mark.on), comeBackOn }]
    }),
  )
}

const GiveOver = ({ held, tag, words, assignment }: RelayProps & { readonly assignment: PackAssignment }) => {
  const say = relayWords(tag)
  const doors = notedHere(assignment, held)
  const relay = relayOf({ staircase: assignment.staircase.id, day: today(), doors })
  const address = `${location.origin}/porte-a-porte#/relais/${writeRelay(relay)}`
  const square = useSquare(address, 'L')
  const [done, give] = useGiven(() => giveText(words.relay.give, address))
  useEffect(() => void navigator.wakeLock?.request('screen').catch(() => undefined), [])
  if (relay.doors.length === 0) return <p>{say.none}</p>
  return (
    <>
      <p>{say.giveLead}</p>
      {square ? (
        <div class="slip">
          <QrPicture square={square} label={say.square} />
        </div>
      ) : null}
      <p>
        <strong>{say.doors(String(relay.doors.length))}</strong>
      </p>
      {relay.doors.length < doors.length ? <p>{say.tooMany}</p> : null}
      <Done done={done} says={say.done} text={address} label={say.text} />
      <button class="btn second wide" type="button" onClick={give}>
        {say.share}
      </button>
    </>
  )
}
