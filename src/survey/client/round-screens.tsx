import { useRef, useState } from 'preact/hooks'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { type BoardDoor, boardOf } from '../domain/door-board.ts'
import type { Outcome } from '../domain/outcomes.ts'
import type { Language } from '../../followup/domain/language.ts'
import type { PhoneWords } from '../domain/phone-words.ts'
import type { OpenVisit } from './database.ts'
import { today } from './days.ts'
import { DoorScreen } from './door-screen.tsx'
import { closeVisit, newVisit, noteOutcome, openVisit, type Place, type Undoable } from './gestures.ts'
import { StaircaseScreen } from './staircase-screen.tsx'
import { placeKey, useHanded } from './use-handed.ts'
import type { Held, Phone } from './use-phone.ts'
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
  const [visit, setVisit] = useState<OpenVisit>()
  const opened = useOpening(p)
  const handed = useHanded(p.place.assignment.staircase.id, today())
  const place = { ...p.place, sampling }
  const back = `#/entree/${place.assignment.id}`
  const leave = (): void => void (location.hash = back)
  const interrupted = held.open?.door === at.id ? held.open : undefined
  if (visit) {
    const asking = { ...place, campaign: { ...place.campaign, form: visit.form ?? place.campaign.form } }
    const form = held.pack?.forms[asking.campaign.form ?? '']
    return (
      <VisitScreen
        {...{ phone, place: asking, visit, form, words, tag }}
        isOpened={() => opened(place, visit)}
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
  // The first question does not wait for the disk: nothing was said yet, and what is said waits in line behind.
  const open = (): void => {
    const opening = interrupted ?? newVisit(place, at)
    setVisit(opening)
    void opened(place, opening, interrupted !== undefined)
  }
  const closeInterrupted = (visit: OpenVisit) => phone.act(() => closeVisit(place, visit))
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
      onOpen={open}
      onCloseInterrupted={() => void (interrupted && closeInterrupted(interrupted))}
    />
  )
}

/** What is said is only written once its visit is: a disk that refused the opening is asked again before each word. */
function useOpening({ phone, at }: { readonly phone: Phone; readonly at: BoardDoor }) {
  const line = useRef(Promise.resolve(false))
  return (place: Place, visit: OpenVisit, wasOpen = false): Promise<boolean> => {
    line.current = line.current.then(
      async (isOpen) =>
        isOpen || wasOpen || (await phone.act(() => openVisit(place, at, visit))) !== undefined,
    )
    return line.current
  }
}
