import { useState } from 'preact/hooks'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { type BoardDoor, boardOf } from '../domain/door-board.ts'
import type { Outcome } from '../domain/outcomes.ts'
import type { Language } from '../../followup/domain/language.ts'
import type { PhoneWords } from '../domain/phone-words.ts'
import { today } from './days.ts'
import { DoorScreen } from './door-screen.tsx'
import { closeVisit, noteOutcome, type Place, type Undoable } from './gestures.ts'
import { Later } from './later.tsx'
import { StaircaseScreen } from './staircase-screen.tsx'
import { placeKey, useHanded } from './use-handed.ts'
import type { Held, Phone } from './use-phone.ts'
import { useVisitAtDoor } from './use-visit-at-door.ts'
import { VisitScreen } from './visit-screen.tsx'

type RoundProps = {
  readonly phone: Phone
  readonly held: Held
  readonly place: Place
  readonly words: PhoneWords
  readonly tag: Language
  readonly name: string | undefined
  readonly door: string | undefined
  readonly onNoted: (done: Undoable) => void
}

/** One round: its staircase, one of its doors, or the visit behind that door. */
export const RoundScreens = (p: RoundProps) => {
  const { held, place, name } = p
  const { staircase } = place.assignment
  const board = boardOf(staircase, held.found, held.marks, held.waiting)
  const door = board.floors.flatMap(({ doors }) => doors).find(({ id }) => id === p.door)
  if (name !== 'porte' || !door) return <StaircaseScreen {...p} />
  return <AtTheDoor key={door.id} {...p} at={door} />
}

const AtTheDoor = (p: RoundProps & { readonly at: BoardDoor }) => {
  const { phone, held, at, words, tag } = p
  const [sampling, setSampling] = useState(p.place.sampling)
  const handed = useHanded(p.place.assignment.staircase.id, today())
  const place = { ...p.place, sampling }
  const back = `#/entree/${place.assignment.id}`
  const leave = (): void => void (location.hash = back)
  const v = useVisitAtDoor({ ...p, place })
  if (v.gate.isAsking)
    return (
      <Later
        load={loadCode}
        given={{ phone, held, tag, onOpen: v.gate.onOpen, onLater: v.gate.onLater }}
        again={words.given.drawAgain}
      />
    )
  if (v.going) {
    const { visit, restored, isCorrection = false } = v.going
    const asking = { ...place, campaign: { ...place.campaign, form: visit.form ?? place.campaign.form } }
    const form = held.pack?.forms[asking.campaign.form ?? '']
    return (
      <VisitScreen
        key={visit.visit}
        {...{ phone, place: asking, visit, form, words, tag, restored, isCorrection }}
        isOpened={v.isOpened}
        onEnd={leave}
      />
    )
  }
  const note = async (outcome: Outcome, comeBackOn: CalendarDay | null): Promise<void> => {
    const done = await phone.act(() => noteOutcome(place, [at], { outcome, comeBackOn }))
    if (!done) return
    p.onNoted(done)
    leave()
  }
  const { interrupted } = v
  return (
    <DoorScreen
      door={at}
      promised={held.marks.get(at.id)?.comeBackOn ?? at.comeBackOn}
      lastDay={held.marks.get(at.id)?.on ?? at.last?.on}
      today={place.today}
      handed={handed.get(placeKey(at))}
      back={back}
      isInterrupted={interrupted !== undefined}
      {...{ words, tag, sampling }}
      onSample={setSampling}
      onNote={(...noted) => void note(...noted)}
      onOpen={v.open}
      onCloseInterrupted={() => void (interrupted && phone.act(() => closeVisit(place, interrupted)))}
      onCorrect={v.correct}
    />
  )
}

const loadCode = () => import('./code-screen.tsx').then(({ CodeScreen }) => CodeScreen)
