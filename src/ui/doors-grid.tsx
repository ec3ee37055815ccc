import type { ComponentChildren } from 'preact'

export const DOOR_ICONS = {
  spoke: 'M5 13l5 5 9-11',
  absent: 'M6 21V3h12v18M3 21h18M14 12h.5',
  refused: 'M6 6l12 12M18 6L6 18',
  later: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l4 2',
  language: 'M3 5h18v11h-8l-5 5v-5H3zM8 10.5h8',
  vacant: 'M4 20V9l8-6 8 6v11z',
  closed: 'M6 11h12v9H6zM8.5 11V7.500a3.5 3.5 0 0 1 7 0V11',
  here: 'M4 20h5v-5h5v-5h6',
} as const

const WORDS = {
  todo: 'à faire',
  spoke: 'parlé',
  absent: 'absent',
  refused: 'refus',
  later: 'revenir',
  language: 'langue',
  vacant: 'vide',
  closed: 'pas d’accès',
  here: 'ici',
} as const

const SHADES = {
  todo: 'todo',
  spoke: 'yes',
  absent: 'no',
  refused: 'no',
  later: 'back',
  language: 'back',
  vacant: 'no',
  closed: 'no',
  here: 'here',
} as const

export type DoorState = keyof typeof WORDS
export type GridDoor = {
  readonly letter: string
  readonly href: string
  readonly state: DoorState
  /** Instead of the state's own word: «à 18 h». */
  readonly word?: string
  /** Kept on this phone, not sent yet. */
  readonly held?: boolean
  /** Somebody else says so: shown as a hint; this is what is heard of it. */
  readonly hint?: string
  /** What `held` says to whoever hears the page. */
  readonly notSent?: string
}
export type GridFloor = {
  readonly label: string
  readonly short: string
  readonly doors: readonly GridDoor[]
  /** What can be done for the whole landing, under its doors. */
  readonly gestures?: ComponentChildren
}

/** Doors as they stand on the landings, top floor first; letter, icon and word; no name. */
export const DoorsGrid = ({ floors }: { floors: readonly GridFloor[] }) => (
  <div class="floors">
    {floors.map((floor) => (
      <div key={floor.short} class="floor" role="group" aria-label={floor.label}>
        <b aria-hidden="true">{floor.short}</b>
        <div class="landing">
          {floor.doors.map((door) => (
            <Door key={door.letter} door={door} />
          ))}
        </div>
        {floor.gestures === undefined ? null : <div class="gestures">{floor.gestures}</div>}
      </div>
    ))}
  </div>
)

const Door = ({ door: { letter, href, state, word, held, notSent, hint } }: { door: GridDoor }) => (
  <a
    class={`door ${SHADES[state]}${held ? ' held' : ''}${hint === undefined ? '' : ' hinted'}`}
    href={href}
    {...(state === 'here' ? { 'aria-current': 'true' as const } : {})}
  >
    <b>{letter}</b>
    {state === 'todo' ? null : (
      <svg viewBox="0 0 24 24" aria-hidden="true" {...(state === 'here' ? { class: 'turns' } : {})}>
        <path d={DOOR_ICONS[state]} {...(state === 'vacant' ? { 'stroke-dasharray': '2.5 3.5' } : {})} />
      </svg>
    )}
    <span>{word ?? WORDS[state]}</span>
    {hint === undefined ? null : <span class="hidden">{hint}</span>}
    {held ? <span class="hidden">{notSent ?? ', pas encore envoyé'}</span> : null}
  </a>
)

type DoorBarProps = {
  readonly held: number
  readonly online: boolean
  readonly href: string
  readonly words?: { readonly left: string; readonly online: string; readonly offline: string }
}
const FRENCH_BAR = { left: 'Reste à envoyer\u202f:', online: 'Connecté', offline: 'Hors connexion' }

/** Never leaves the screen: how much is kept on this phone and not sent. */
export const DoorBar = ({ held, online, href, words = FRENCH_BAR }: DoorBarProps) => (
  <div class="doorbar" role="status">
    <a href={href}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={DOOR_ICONS.later} />
      </svg>
      <span>
        {words.left} <b>{held}</b>
      </span>
    </a>
    <span class="small">{online ? words.online : words.offline}</span>
  </div>
)
