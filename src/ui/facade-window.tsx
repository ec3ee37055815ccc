import { formatCount, formatDays, formatNumber } from './format.fr.ts'

/** What is known of one home this evening. «Not met yet», «no wait known» and «not in the list yet» never look alike. */
export type HomeState =
  | { readonly state: 'unknown' }
  | { readonly state: 'unlisted' }
  | { readonly state: 'met'; readonly people: number }
  | { readonly state: 'none' }
  | { readonly state: 'waiting'; readonly days: number }

/** A home and its state, as they are read aloud. */
export function sayHome(label: string, home: HomeState): string {
  return `${label}\u202f: ${sayState(home)}`
}

function sayState(home: HomeState): string {
  switch (home.state) {
    case 'unknown':
      return 'pas encore rencontré'
    case 'unlisted':
      return 'porte pas encore notée'
    case 'met':
      return formatCount(home.people, 'personne rencontrée', 'personnes rencontrées')
    case 'none':
      return 'pas d’attente'
    case 'waiting':
      return `au moins ${formatDays(home.days)}`
  }
}

/** Up to so many days, the shutter is lifted by one more fifth and the light is stronger. */
const LIFTS = [30, 91, 182, 365] as const

/** 1 (less than a month) to 5 (more than a year). */
export const lightOf = (days: number): number => 1 + LIFTS.filter((limit) => days > limit).length

export const WINDOW_WIDTH = 46
const HEIGHT = 54

/** One window: the shutter lifted with the wait, the light behind it, the days written. */
export function HomeWindow({
  x,
  y,
  shutter,
  home,
}: {
  x: number
  y: number
  shutter: string
  home: HomeState
}) {
  const frame = { x, y, width: WINDOW_WIDTH, height: HEIGHT }
  if (home.state === 'unknown') return <rect class="unmet" {...frame} />
  if (home.state === 'unlisted') return <rect class="unlisted" {...frame} />
  return (
    <>
      <rect {...frame} fill={`url(#${shutter})`} />
      {home.state === 'waiting' ? <Light x={x} y={y} days={home.days} /> : null}
      {home.state === 'met' ? <People x={x} y={y} people={home.people} /> : null}
      <rect class="frame" {...frame} />
      <path class="sill" d={`M${x - 3} ${y + HEIGHT + 2.5}h${WINDOW_WIDTH + 6}`} />
    </>
  )
}

/** In the middle of a closed shutter: a wait is written over its light, at the foot. */
const People = ({ x, y, people }: { x: number; y: number; people: number }) => (
  <text
    class="on-shutter met"
    x={x + WINDOW_WIDTH / 2}
    y={y + HEIGHT / 2 + 7}
    text-anchor="middle"
    font-size="19"
  >
    {people}
  </text>
)

function Light({ x, y, days }: { x: number; y: number; days: number }) {
  const light = lightOf(days)
  const lit = Math.round(HEIGHT * light * 2) / 10
  const top = Math.round((y + HEIGHT - lit) * 10) / 10
  return (
    <>
      <rect class={`light${light}`} x={x} y={top} width={WINDOW_WIDTH} height={lit} />
      {light < 5 ? <path class="shutter-end" d={`M${x} ${top}h${WINDOW_WIDTH}`} /> : null}
      <text
        class={light === 1 ? 'on-shutter' : 'on-light'}
        x={x + WINDOW_WIDTH / 2}
        y={light === 1 ? top - 7 : y + HEIGHT - 6}
        text-anchor="middle"
      >
        {formatNumber(days)}
      </text>
    </>
  )
}

/** The slats of a closed shutter, named so that windows can refer to them. */
export const ShutterPattern = ({ id }: { id: string }) => (
  <svg class="defs" width="0" height="0" aria-hidden="true">
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <path class="slat" d="M0 0h6v6H0z" />
      <path class="slat-edge" d="M0 .5h6" />
    </pattern>
  </svg>
)
