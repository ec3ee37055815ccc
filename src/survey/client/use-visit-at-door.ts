import { useEffect, useRef, useState } from 'preact/hooks'
import type { BoardDoor } from '../domain/door-board.ts'
import { correctionOf } from './correct.ts'
import type { Copy, OpenVisit } from './database.ts'
import type { Draft } from './draft.ts'
import { type Begun, newVisit, openVisit, type Place } from './gestures.ts'
import type { Held, Phone } from './use-phone.ts'

type AtDoor = {
  readonly phone: Phone
  readonly held: Held
  readonly place: Place
  readonly tag: string
  readonly at: BoardDoor
}

/** The visit behind one door: begun, gone on with after a kill, or corrected, with its words where a copy holds them. */
export function useVisitAtDoor(p: AtDoor) {
  const { held, place, at, tag } = p
  const { vault } = p.phone
  const { going, begin, forget, isOpened } = useGoing(p)
  const interrupted = held.open?.door === at.id ? held.open : undefined
  const { begun, closed } = copiesAt(held, at, interrupted)
  useForgetting(vault.isOpen, forget)
  const beginBlank = (): void =>
    begin({ visit: interrupted ?? newVisit(place, at), wasOpen: interrupted !== undefined })
  const goOnWith = async (copy: Copy): Promise<void> => {
    const restored = await vault.read(copy)
    if (interrupted) begin({ visit: interrupted, wasOpen: true, restored })
    else if (restored) begin(await correctionOf(vault, copy, restored, tag))
  }
  const open = (): void => (begun ? void goOnWith(begun) : beginBlank())
  const correct = closed && (() => void goOnWith(closed))
  const gate = useGate(held.isLocked && !vault.isOpen)
  return {
    going,
    interrupted,
    isOpened,
    gate,
    open: () => gate.pass(open, beginBlank),
    correct: correct && (() => gate.pass(correct)),
  }
}

/** The code is asked before what needs it; without it, one does what can be done without. */
function useGate(isLocked: boolean) {
  const [asking, setAsking] = useState<{ go: () => void; without: (() => void) | undefined }>()
  const leave = (act: (() => void) | undefined): void => {
    setAsking(undefined)
    act?.()
  }
  return {
    isAsking: asking !== undefined,
    pass: (go: () => void, without?: () => void): void => (isLocked ? setAsking({ go, without }) : go()),
    onOpen: () => leave(asking?.go),
    onLater: () => leave(asking?.without),
  }
}

/** What a code set today left of this door: the visit that is open there, or one that was closed. */
function copiesAt({ isLocked, copies }: Held, at: BoardDoor, interrupted: OpenVisit | undefined) {
  const here = isLocked ? copies.filter(({ door }) => door === at.id) : []
  const begun = here.find(({ visit }) => visit === interrupted?.visit)
  return { begun, closed: interrupted ? undefined : here.find(({ isClosed }) => isClosed) }
}

type Going = {
  readonly visit: OpenVisit
  readonly wasOpen: boolean
  readonly restored?: Draft | undefined
  readonly isCorrection?: boolean
  readonly begun?: Begun
}

function useGoing(p: AtDoor) {
  const [going, setGoing] = useState<Going>()
  const opened = useOpening(p)
  // The first question does not wait for the disk: what is said waits in line behind the opening.
  const begin = (now: Going): void => {
    setGoing(now)
    void opened(p.place, now)
  }
  const isOpened = () => (going ? opened(p.place, going) : Promise.resolve(false))
  return { going, begin, forget: () => setGoing(undefined), isOpened }
}

/** When the day's key is forgotten, so is what is on the screen: the copy holds it. */
function useForgetting(isOpen: boolean, forget: () => void): void {
  const was = useRef(isOpen)
  useEffect(() => {
    if (was.current && !isOpen) forget()
    was.current = isOpen
  }, [isOpen])
}

/** What is said is only written once its visit is: a disk that refused the opening is asked again before each word. */
function useOpening({ phone, at }: AtDoor) {
  const line = useRef(Promise.resolve(false))
  return (place: Place, { visit, wasOpen, begun }: Going): Promise<boolean> => {
    line.current = line.current.then(
      async (isOpen) =>
        isOpen || wasOpen || (await phone.act(() => openVisit(place, at, visit, begun))) !== undefined,
    )
    return line.current
  }
}
