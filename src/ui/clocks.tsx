import { formatDays } from './format.fr.ts'

/** One clock, in days from the first telling. A clock nobody stopped has no `to`. */
export type ClockBar = {
  readonly from: number
  readonly to?: number
  readonly note: string
  /** Its length in words, where the bar alone would be more certain than what is known. */
  readonly said?: string
}
type Props = {
  readonly ours: ClockBar
  /** Absent when the landlord never registered it. */
  readonly theirs?: ClockBar
  /** Today, in days from the first telling. */
  readonly today: number
  /** What the two clocks are called, on a page that is not in French. */
  readonly names?: { readonly ours: string; readonly theirs: string }
}

const FRENCH = { ours: 'La vôtre', theirs: 'Celle du bailleur' }

/** The two clocks on one scale, from one origin; they are never added up. */
export const Clocks = ({ ours, theirs, today, names = FRENCH }: Props) => (
  <dl class="clocks">
    <Row side="ours" name={names.ours} clock={ours} today={today} />
    {theirs === undefined ? null : <Row side="theirs" name={names.theirs} clock={theirs} today={today} />}
  </dl>
)

const lasted = ({ from, to, said }: ClockBar, today: number): string =>
  said ?? (to === undefined ? `au moins ${formatDays(today - from)}` : formatDays(to - from))

type RowProps = { side: 'ours' | 'theirs'; name: string; clock: ClockBar; today: number }

function Row({ side, name, clock, today }: RowProps) {
  const share = (day: number): string => `${today === 0 ? 100 : Math.round((day / today) * 1000) / 10}%`
  return (
    <div class={`clock ${side}`}>
      <dt>{name}</dt>
      <dd class="num">{lasted(clock, today)}</dd>
      <dd class="bar" aria-hidden="true">
        <svg class="turns" width="100%" height="100%">
          {clock.to === undefined ? null : (
            <Gap id={`ecart-${side}`} from={share(clock.to)} width={share(today - clock.to)} />
          )}
          <rect
            class="span"
            x={share(clock.from)}
            y="0"
            width={share((clock.to ?? today) - clock.from)}
            height="100%"
          />
          {clock.to === undefined ? <rect class="stands" x="100%" y="-22%" width="3" height="144%" /> : null}
        </svg>
      </dd>
      <dd>{clock.note}</dd>
    </div>
  )
}

/** Hatched: closed on one side, still waiting on the other. */
const Gap = ({ id, from, width }: { id: string; from: string; width: string }) => (
  <>
    <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path class="hatch" d="M0 0V7" />
    </pattern>
    <rect x={from} y="0" width={width} height="100%" fill={`url(#${id})`} />
    <rect class="closed" x={from} y="0" width="3" height="100%" />
  </>
)

/** The gap between the two clocks, written. */
export const ClockGap = ({ said, name = 'Écart entre les deux' }: { said: string; name?: string }) => (
  <p class="gapline">
    <span>{name}</span>
    <b>{said}</b>
  </p>
)
