import { useState } from 'preact/hooks'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { DOOR_ICONS } from '../../ui/doors-grid.tsx'
import { type BoardDoor, doorSign } from '../domain/door-board.ts'
import { type Sampling, SAMPLINGS } from '../domain/event.ts'
import type { Outcome } from '../domain/outcomes.ts'
import type { PhoneWords } from '../domain/phone-words.ts'
import type { HandedDoor } from '../domain/relay.ts'
import { ComeBack } from './come-back.tsx'
import { longDay } from './days.ts'
import { floorName } from './staircase-screen.tsx'

const BUTTONS = [
  ['absent', DOOR_ICONS.absent],
  ['come_back', DOOR_ICONS.later],
  ['refused', DOOR_ICONS.refused],
  ['other_language', DOOR_ICONS.language],
  ['empty', DOOR_ICONS.vacant],
  ['no_access', DOOR_ICONS.closed],
  ['not_concerned', 'M4 12h16'],
  ['moved', 'M4 12h14M13 6l6 6-6 6'],
] as const satisfies readonly (readonly [Outcome, string])[]

type DoorProps = {
  readonly door: BoardDoor
  readonly lastDay: string | undefined
  /** The day that was promised at the last knock. */
  readonly promised: string | null
  /** What another team handed over of this door. */
  readonly handed: HandedDoor | undefined
  readonly today: string
  readonly sampling: Sampling
  readonly onSample: (sampling: Sampling) => void
  readonly back: string
  readonly isInterrupted: boolean
  readonly words: PhoneWords
  readonly tag: string
  readonly onNote: (outcome: Outcome, comeBackOn: CalendarDay | null) => void
  readonly onOpen: () => void
  readonly onCloseInterrupted: () => void
  /** Only where a visit of today left a copy. */
  readonly onCorrect: (() => void) | undefined
}

/** One door: what the last knock gave, and one tap for this one. */
export const DoorScreen = (p: DoorProps) => {
  const { door, words, tag, today, lastDay } = p
  const [isChoosingDay, setChoosingDay] = useState(false)
  const name = words.door.name(floorName(door.floor, words), doorSign(door))
  return (
    <div class="sheet">
      <p class="crumbs">
        <a href={p.back}>{words.back}</a>
      </p>
      <h1 class="asked">{name}</h1>
      <p class="quiet">
        {door.noted && lastDay
          ? words.door.last(words.outcomes[door.noted].tile, longDay(lastDay, tag))
          : words.door.first}
      </p>
      {door.noted === 'come_back' && p.promised ? (
        <p>
          <strong>{words.door.promised(longDay(p.promised, tag))}</strong>
        </p>
      ) : null}
      {p.handed ? (
        <p class="notice">
          {words.relay.atDoor(
            words.outcomes[p.handed.outcome].button,
            longDay(p.handed.comeBackOn ?? p.handed.on, tag),
          )}
        </p>
      ) : null}
      {lastDay === today ? <p class="notice">{words.door.twice}</p> : null}
      {p.isInterrupted ? <Interrupted {...p} /> : null}
      {p.onCorrect ? (
        <button class="btn second wide" type="button" onClick={p.onCorrect}>
          {words.visit.correct}
        </button>
      ) : null}
      {isChoosingDay ? (
        <ComeBack words={words} today={today} onNote={(day) => p.onNote('come_back', day)} />
      ) : (
        <Outcomes {...p} onComeBack={() => setChoosingDay(true)} />
      )}
      <HowOneCame {...p} />
    </div>
  )
}

/** Figures say how doors were chosen: a door that one was sent to is not a door that came next. */
const HowOneCame = ({ words: { door }, sampling, onSample }: DoorProps) => (
  <div class="field">
    <label for="sampling">{door.sampling}</label>
    <select
      id="sampling"
      value={sampling}
      onChange={({ currentTarget }) => {
        const chosen = SAMPLINGS.find((each) => each === currentTarget.value)
        if (chosen) onSample(chosen)
      }}
    >
      {SAMPLINGS.map((each) => (
        <option key={each} value={each}>
          {door.samplings[each]}
        </option>
      ))}
    </select>
  </div>
)

const Interrupted = ({ words: { visit }, onOpen, onCloseInterrupted }: DoorProps) => (
  <div class="notice lamp">
    <p>{visit.interrupted}</p>
    <button class="btn wide" type="button" onClick={onOpen}>
      {visit.resume}
    </button>
    <button class="btn second wide" type="button" onClick={onCloseInterrupted}>
      {visit.close}
    </button>
  </div>
)

const Outcomes = ({
  words,
  isInterrupted,
  onOpen,
  onNote,
  onComeBack,
}: DoorProps & { onComeBack: () => void }) => (
  <div class="outcomes">
    {isInterrupted ? null : (
      <button class="btn yes" type="button" onClick={onOpen}>
        <Icon path={DOOR_ICONS.spoke} />
        {words.outcomes.answered.button}
      </button>
    )}
    {BUTTONS.map(([outcome, path]) => (
      <button
        key={outcome}
        class="btn"
        type="button"
        onClick={outcome === 'come_back' ? onComeBack : () => onNote(outcome, null)}
      >
        <Icon path={path} />
        {words.outcomes[outcome].button}
      </button>
    ))}
  </div>
)

const Icon = ({ path }: { path: string }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d={path} />
  </svg>
)
