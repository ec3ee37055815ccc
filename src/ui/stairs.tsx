/** One landing: from this day on, this share (0 to 1) is still waiting, within these bounds. */
export type Step = {
  readonly day: number
  readonly share: number
  readonly low: number
  readonly high: number
}
type Props = { readonly label: string; readonly steps: readonly Step[]; readonly lastDay: number }

const WIDTH = 360
const HEIGHT = 200
const LEFT = 44
const BOTTOM = 168

/** A survival curve is a stair: horizontal then vertical, never smoothed; filled brick for the one in question. */
export function Stairs({ label, steps, lastDay }: Props) {
  const x = (day: number): number => round(LEFT + ((WIDTH - LEFT) * day) / lastDay)
  const y = (share: number): number => round(BOTTOM - (BOTTOM - 12) * share)
  const line = (of: (s: Step) => number): string =>
    steps.map((s, i) => (i === 0 ? `M${x(s.day)} ${y(of(s))}` : `H${x(s.day)}V${y(of(s))}`)).join('') +
    `H${x(lastDay)}`
  const back = steps
    .toReversed()
    .map((s) => `H${x(s.day)}V${y(steps[steps.indexOf(s) - 1]?.low ?? s.low)}`)
    .join('')
  const end = steps.at(-1)
  return (
    <div class="stairs">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} font-size="14">
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <path class="grid" d={`M${LEFT} ${y(share)}H${WIDTH}`} />
            <text
              class="soft"
              x={LEFT - 6}
              y={y(share) + 5}
              text-anchor="end"
            >{`${share * 100}\u202f%`}</text>
          </g>
        ))}
        <path class="stairA" d={`${line((s) => s.share)}V${y(0)}H${x(0)}Z`} />
        <path class="bandA" d={`${line((s) => s.high)}V${y(end?.low ?? 0)}${back}Z`} />
        <path class="lineA" d={line((s) => s.share)} />
        <path class="axis" d={`M${LEFT} ${BOTTOM}H${WIDTH}`} />
        {[0, lastDay / 2, lastDay].map((day) => (
          <text
            key={day}
            class="soft"
            x={x(day)}
            y={HEIGHT - 12}
            text-anchor={day === 0 ? 'start' : day === lastDay ? 'end' : 'middle'}
          >
            {Math.round(day)} j
          </text>
        ))}
      </svg>
    </div>
  )
}

const round = (n: number): number => Math.round(n * 10) / 10
