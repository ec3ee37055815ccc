import { DoorsGrid, type DoorState, type GridDoor } from '../../ui/doors-grid.tsx'
import {
  type Board,
  type BoardDoor,
  type BoardFloor,
  boardOf,
  doorSign,
  doorToFind,
} from '../domain/door-board.ts'
import type { Outcome } from '../domain/outcomes.ts'
import type { PhoneWords } from '../domain/phone-words.ts'
import type { HandedDoor } from '../domain/relay.ts'
import { shortDay, today } from './days.ts'
import { addFoundDoor, noteAllAbsent, type Place, type Undoable } from './gestures.ts'
import { useInTurn } from './in-turn.ts'
import { type Handed, placeKey, useHanded } from './use-handed.ts'
import type { Held, Phone } from './use-phone.ts'

const STATES: Readonly<Record<Outcome, DoorState>> = {
  answered: 'spoke',
  absent: 'absent',
  come_back: 'later',
  refused: 'refused',
  other_language: 'language',
  empty: 'vacant',
  no_access: 'closed',
  not_concerned: 'refused',
  moved: 'vacant',
}

export const floorName = (floor: number, { stairs }: PhoneWords): string =>
  floor === 0 ? stairs.ground : stairs.floor(String(floor))

type StaircaseProps = {
  readonly phone: Phone
  readonly held: Held
  readonly place: Place
  readonly words: PhoneWords
  readonly tag: string
  readonly onNoted: (done: Undoable) => void
}

/** The staircase as it stands: floors and doors, what was noted, what is not sent. */
export const StaircaseScreen = ({ phone, held, place, words, tag, onNoted }: StaircaseProps) => {
  const { assignment, campaign } = place
  const { staircase } = assignment
  const board = boardOf(staircase, held.found, held.marks, held.waiting)
  const inTurn = useInTurn(phone)
  const handed = useHanded(staircase.id, today())
  const hintOf = (door: BoardDoor): HandedDoor | undefined =>
    held.marks.get(door.id)?.on === place.today ? undefined : handed.get(placeKey(door))
  const untouched = (doors: readonly BoardDoor[]): readonly BoardDoor[] =>
    doors.filter((door) => door.noted === undefined && !hintOf(door))
  const allAbsent = ({ floor, doors }: BoardFloor): void =>
    inTurn(`absent ${floor}`, async () => {
      const done = await noteAllAbsent(place, untouched(doors))
      if (done) onNoted(done)
    })
  const addDoor = (floor: number, taken: readonly BoardDoor[]): void =>
    inTurn(`door ${floor}`, async () => {
      const door = doorToFind(held.pack?.space.id ?? '', staircase.id, floor, taken)
      if (door) await addFoundDoor(place, door)
    })
  return (
    <>
      <p class="crumbs">
        <a href="#/">{words.rounds.title}</a> · <bdi>{campaign.name}</bdi> · <bdi>{staircase.building}</bdi>
      </p>
      <h1 class="asked">
        <bdi>{staircase.label}</bdi>
      </h1>
      <Progress board={board} words={words} />
      <HandedNotice {...{ board, handed, words }} />
      <DoorsGrid
        floors={board.floors.map((floor) => ({
          label: floorName(floor.floor, words),
          short: floor.floor === 0 ? words.stairs.groundShort : String(floor.floor),
          doors: floor.doors.map((door) => tileOf(door, hintOf(door), assignment.id, words, tag)),
          gestures: (
            <FloorGestures
              words={words}
              hasUntouched={untouched(floor.doors).length > 1}
              onAbsent={() => allAbsent(floor)}
              onAdd={() => addDoor(floor.floor, floor.doors)}
            />
          ),
        }))}
      />
      <button class="link" type="button" onClick={() => addDoor((board.floors[0]?.floor ?? -1) + 1, [])}>
        {words.stairs.addFloor}
      </button>
      <p class="small quiet">{words.stairs.legend}</p>
      <p class="relays">
        <a href={`#/passer/${assignment.id}`}>{words.relay.give}</a>
        <a href={`#/recevoir/${assignment.id}`}>{words.relay.take}</a>
      </p>
      {assignment.instructions === '' ? null : <p class="notice">{assignment.instructions}</p>}
    </>
  )
}

type HandedProps = { readonly board: Board; readonly handed: Handed; readonly words: PhoneWords }

/** What another team said of this staircase: hints, beside what was noted here. */
const HandedNotice = ({ board, handed, words: { relay } }: HandedProps) => {
  if (handed.size === 0) return null
  const known = new Set(board.floors.flatMap(({ doors }) => doors.map(placeKey)))
  const unknown = [...handed.keys()].filter((place) => !known.has(place)).length
  return (
    <p class="notice">
      {relay.handed(String(handed.size))} {unknown > 0 ? relay.unknown(String(unknown)) : ''}
    </p>
  )
}

const Progress = ({ board, words: { stairs } }: { board: Board; words: PhoneWords }) => (
  <p>
    <strong>{stairs.done(String(board.done), String(board.all))}</strong> ·{' '}
    {stairs.spoke(board.spoke, String(board.spoke))}
  </p>
)

function tileOf(
  door: BoardDoor,
  hint: HandedDoor | undefined,
  assignment: string,
  words: PhoneWords,
  tag: string,
): GridDoor {
  const { noted, comeBackOn } = door
  const word = noted ? words.outcomes[noted].tile : words.stairs.todo
  return {
    letter: doorSign(door),
    href: `#/porte/${assignment}/${door.id}`,
    state: noted ? STATES[noted] : 'todo',
    word: hint
      ? words.outcomes[hint.outcome].tile
      : noted === 'come_back' && comeBackOn
        ? shortDay(comeBackOn, tag)
        : word,
    ...(hint ? { hint: words.relay.tile } : {}),
    held: door.isHeld,
    notSent: words.stairs.notSent,
  }
}

type FloorGesturesProps = {
  readonly words: PhoneWords
  readonly hasUntouched: boolean
  readonly onAbsent: () => void
  readonly onAdd: () => void
}

const FloorGestures = ({ words: { stairs }, hasUntouched, onAbsent, onAdd }: FloorGesturesProps) => (
  <>
    {hasUntouched ? (
      <button class="link" type="button" onClick={onAbsent}>
        {stairs.allAbsent}
      </button>
    ) : null}
    <button class="link" type="button" onClick={onAdd}>
      + {stairs.addDoor}
    </button>
  </>
)
