import type { DeadlineKind } from './chip.tsx'
import { drawStair, drawStairBand, type Scale, scaleOf, shareAt } from './stairs-scale.ts'

/** One landing: from this day on, this share (0 to 1) is still waiting, within these bounds. */
export type Step = {
  readonly day: number
  readonly share: number
  readonly low: number
  readonly high: number
}
export type StairDeadline = { readonly kind: DeadlineKind; readonly day: number; readonly words: string }
type Props = {
  readonly label: string
  readonly steps: readonly Step[]
  readonly lastDay: number
  readonly name?: string
  /** Another stair to compare with, dashed. */
  readonly compared?: { readonly name: string; readonly steps: readonly Step[] }
  /** Landings set at the height of the curve. A duty without a number of days has none. */
  readonly deadlines?: readonly StairDeadline[]
}

/** A survival curve is a stair: horizontal then vertical, never smoothed; filled brick for the one in question. */
export const Stairs = (props: Props) => (
  <div class="stairs">
    <div class="wide-only">
      <Drawing {...props} wide />
    </div>
    <div class="narrow-only">
      <Drawing {...props} wide={false} />
    </div>
  </div>
)

function Drawing({ label, steps, lastDay, name, compared, deadlines = [], wide }: Props & { wide: boolean }) {
  const head = 20 + 28 * deadlines.length
  const scale = scaleOf({ wide, head, lastDay })
  return (
    <svg
      viewBox={`0 0 ${scale.width} ${scale.height}`}
      role="img"
      aria-label={label}
      font-size={wide ? 17 : 16}
    >
      <Grid scale={scale} lastDay={lastDay} wide={wide} />
      <path class="stairA" d={`${drawStair(scale, steps, 'share')}V${scale.y(0)}H${scale.x(0)}Z`} />
      {compared ? <path class="bandB" d={drawStairBand(scale, compared.steps)} /> : null}
      <path class="bandA" d={drawStairBand(scale, steps)} />
      {compared ? <path class="lineB" d={drawStair(scale, compared.steps, 'share')} /> : null}
      <path class="lineA" d={drawStair(scale, steps, 'share')} />
      <path class="axis" d={`M${scale.left} ${scale.y(0)}H${scale.right}`} />
      {deadlines.map((d, i) => (
        <Deadline key={d.words} deadline={d} steps={steps} scale={scale} row={i} />
      ))}
      <Name scale={scale} steps={steps} name={name} shade="nameA" wide={wide} />
      {compared ? (
        <Name scale={scale} steps={compared.steps} name={compared.name} shade="nameB" wide={wide} />
      ) : null}
    </svg>
  )
}

const TICKS = [
  [30, '1\u00a0mois', '1\u00a0m.'],
  [91, '3\u00a0mois', '3\u00a0m.'],
  [182, '6\u00a0mois', '6\u00a0m.'],
  [365, '1\u00a0an', '1\u00a0an'],
  [730, '2\u00a0ans', '2\u00a0ans'],
] as const

const Grid = ({ scale, lastDay, wide }: { scale: Scale; lastDay: number; wide: boolean }) => (
  <>
    {[0, 25, 50, 75, 100].map((percent) => (
      <g key={percent}>
        {percent === 0 ? null : (
          <path class="grid" d={`M${scale.left} ${scale.y(percent / 100)}H${scale.right}`} />
        )}
        <text class="soft" x={scale.left - 8} y={scale.y(percent / 100) + 5} text-anchor="end">
          {percent}
        </text>
      </g>
    ))}
    {TICKS.filter(([day]) => day <= lastDay && (wide || day * 12 >= lastDay)).map(([day, long, short]) => (
      <g key={day}>
        <path class="axis" d={`M${scale.x(day)} ${scale.y(0)}v7`} />
        <text
          class="soft"
          x={scale.x(day)}
          y={scale.y(0) + 26}
          text-anchor={day > lastDay * 0.93 ? 'end' : 'middle'}
        >
          {wide ? long : short}
        </text>
      </g>
    ))}
    <text class="soft" x={scale.left} y={scale.y(0) + 50}>
      temps écoulé
    </text>
  </>
)

/** A post, the deadline's shape at its head, and a slab where the stair stands that day. */
function Deadline({
  deadline,
  steps,
  scale,
  row,
}: {
  deadline: StairDeadline
  steps: readonly Step[]
  scale: Scale
  row: number
}) {
  const x = scale.x(deadline.day)
  const top = 4 + 28 * row
  return (
    <>
      <path class={deadline.kind === 'P' ? 'post' : 'post dashed'} d={`M${x} ${top + 24}V${scale.y(0)}`} />
      <path class="landing" d={`M${x - 18} ${scale.y(shareAt(steps, deadline.day)) - 3}h36v7h-36z`} />
      <Shape kind={deadline.kind} x={x - 12} y={top} />
      <text
        class={`letter${deadline.kind}`}
        x={x}
        y={top + 17}
        text-anchor="middle"
        font-weight="700"
        font-size="15"
      >
        {deadline.kind}
      </text>
      <text class="halo" x={x + 20} y={top + 18}>
        {deadline.words}
      </text>
    </>
  )
}

function Shape({ kind, x, y }: { kind: DeadlineKind; x: number; y: number }) {
  if (kind === 'P') return <path class="shapeP" d={`M${x} ${y}h17l8 12-8 12h-17z`} />
  if (kind === 'R') return <rect class="shapeR" x={x} y={y} width="24" height="24" rx="12" />
  return (
    <>
      <path class={`shape${kind}`} d={`M${x} ${y}h24v24h-24z`} />
      {kind === 'C' ? <path class="shapeC" d={`M${x + 3} ${y + 3}h18v18h-18z`} /> : null}
    </>
  )
}

type NameProps = {
  scale: Scale
  steps: readonly Step[]
  name: string | undefined
  shade: 'nameA' | 'nameB'
  wide: boolean
}

/** Beside its end on a desk; on a phone, above what the band reaches there. */
function Name({ scale, steps, name, shade, wide }: NameProps) {
  if (name === undefined) return null
  const from = scale.lastDay * 0.55
  const high = steps.findLast((s) => s.day <= from)?.high ?? 1
  return wide ? (
    <text class={`${shade} halo`} x={scale.right + 12} y={scale.y(steps.at(-1)?.share ?? 0) + 5}>
      {name}
    </text>
  ) : (
    <text
      class={shade === 'nameA' ? 'nameA halo' : 'nameB in halo'}
      x={scale.right}
      y={scale.y(high) - 8}
      text-anchor="end"
    >
      {name}
    </text>
  )
}
