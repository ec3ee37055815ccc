import type { DeadlineKind } from './chip.tsx'
import { StairLanding } from './stair-landing.tsx'
import { Median, StairName, Told } from './stair-marks.tsx'
import { drawBoxes, drawStair, drawStairBand, type Scale, scaleOf, ticksOf } from './stairs-scale.ts'

/** One tread: from this day on, this share (0 to 1) is still waiting, within these bounds. */
export type Step = {
  readonly day: number
  readonly share: number
  readonly low: number
  readonly high: number
  /** Of a stair known at the ends of bins: the share is surely between these, before any interval. */
  readonly surely?: { readonly low: number; readonly high: number }
}
export type StairDeadline = {
  readonly kind: DeadlineKind
  readonly day: number
  readonly words: string
  /** The same on a phone. */
  readonly short?: string
}
export type DrawnStair = {
  readonly name?: string
  readonly steps: readonly Step[]
  /** The last day drawn, when it is before the end of the paper. */
  readonly until?: number
  /** After how long half has ended, with its words; nothing is drawn where it is not reached. */
  readonly median?: { readonly day: number; readonly words: string }
}
export type StairsProps = DrawnStair & {
  readonly label: string
  readonly lastDay: number
  /** Time is drawn as its square root; the page says so. */
  readonly compressed?: boolean
  /** The stair is known at the ends of bins only. */
  readonly boxes?: boolean
  /** Another stair to compare with, dashed. */
  readonly compared?: DrawnStair
  /** What closed cases alone would draw, in dots. */
  readonly closedOnly?: Omit<DrawnStair, 'steps'> & {
    readonly steps: readonly { readonly day: number; readonly share: number }[]
  }
  /** Landings set at the height of the curve. A duty without a number of days has none. */
  readonly deadlines?: readonly StairDeadline[]
  /** The point of which the sentence speaks. */
  readonly told?: { readonly day: number; readonly share: number; readonly words: string }
  /** What the axis of time begins with. */
  readonly since?: string
}

/** A survival curve is a stair: horizontal then vertical, never smoothed; filled brick for the one in question. */
export const Stairs = (props: StairsProps) => (
  <div class="stairs">
    <div class="wide-only">
      <StairsDrawing {...props} wide />
    </div>
    <div class="narrow-only">
      <StairsDrawing {...props} wide={false} />
    </div>
  </div>
)

/** The drawing on one of its two papers. */
export function StairsDrawing(props: StairsProps & { wide: boolean }) {
  const { label, lastDay, deadlines = [], compressed = false, wide } = props
  const scale = scaleOf({ wide, head: 20 + (wide ? 28 : 26) * deadlines.length, lastDay, compressed })
  return (
    <svg
      viewBox={`0 0 ${scale.width} ${scale.height}`}
      role="img"
      aria-label={label}
      data-left={scale.left}
      data-right={scale.right}
      data-top={scale.y(1)}
      data-foot={scale.y(0)}
      data-last={lastDay}
      data-compressed={compressed || undefined}
      font-size={wide ? 17 : 16}
    >
      <StairsBody {...props} scale={scale} />
    </svg>
  )
}

/** What stands on the paper, for whoever brings a paper of their own. */
export function StairsBody({ scale, ...p }: StairsProps & { scale: Scale }) {
  const { compared, closedOnly, deadlines = [], told, median } = p
  return (
    <>
      <Grid scale={scale} since={p.since ?? 'temps écoulé'} />
      <Treads scale={scale} {...p} />
      <path class="axis" d={`M${scale.left} ${scale.y(0)}H${scale.right}`} />
      {deadlines.map((d, i) => (
        <StairLanding key={`${d.kind}${d.words}`} deadline={d} stair={p} scale={scale} row={i} />
      ))}
      {closedOnly?.median ? <Median scale={scale} median={closedOnly.median} shade="C" /> : null}
      {median ? <Median scale={scale} median={median} shade="A" /> : null}
      {told ? <Told scale={scale} told={told} /> : null}
      <StairName scale={scale} stair={p} shade="nameA" />
      {compared ? <StairName scale={scale} stair={compared} shade="nameB" above={p} /> : null}
    </>
  )
}

const Treads = ({
  scale,
  steps,
  until = scale.lastDay,
  compared,
  closedOnly,
  boxes: areBins = false,
}: StairsProps & { scale: Scale }) => {
  const end = compared?.until ?? scale.lastDay
  // Where nobody ended there is no bin to pass through: the stair is flat, and known.
  const boxes = areBins && steps.length > 1
  return (
    <>
      {steps.length === 0 || boxes ? null : (
        <path
          class="stairA"
          d={`${drawStair(scale, steps, until, (s) => s.share)}V${scale.y(0)}H${scale.x(0)}Z`}
        />
      )}
      {boxes && compared ? <Boxes scale={scale} steps={compared.steps} shade="B" /> : null}
      {boxes ? <Boxes scale={scale} steps={steps} shade="A" /> : null}
      {!boxes && compared && compared.steps.length > 0 ? (
        <path class="bandB" d={drawStairBand(scale, compared.steps, end)} />
      ) : null}
      {boxes || steps.length === 0 ? null : <path class="bandA" d={drawStairBand(scale, steps, until)} />}
      {!boxes && compared && compared.steps.length > 0 ? (
        <path class="lineB" d={drawStair(scale, compared.steps, end, (s) => s.share)} />
      ) : null}
      {closedOnly ? (
        <path class="lineC" d={drawStair(scale, closedOnly.steps, scale.lastDay, (s) => s.share)} />
      ) : null}
      {boxes || steps.length === 0 ? null : (
        <path class="lineA" d={drawStair(scale, steps, until, (s) => s.share)} />
      )}
      {steps.length > 0 && until < scale.lastDay ? <Stop scale={scale} steps={steps} until={until} /> : null}
    </>
  )
}

/** Where the stair surely is, with what its interval adds around it; a point where an end is known exactly. */
const Boxes = ({ scale, steps, shade }: { scale: Scale; steps: readonly Step[]; shade: 'A' | 'B' }) => (
  <>
    <path class={`band${shade}`} d={drawBoxes(scale, steps, (s) => s)} />
    <path class={`surely${shade}`} d={drawBoxes(scale, steps, (s) => s.surely ?? s)} />
    {steps.map(({ day, share, surely = { low: 0, high: 1 } }) =>
      surely.low === surely.high ? (
        <circle key={day} class={`dot${shade}`} cx={scale.x(day)} cy={scale.y(share)} r="4" />
      ) : null,
    )}
  </>
)

/** The flat end of a stair that stops before its paper does. */
const Stop = ({ scale, steps, until }: { scale: Scale; steps: readonly Step[]; until: number }) => (
  <path
    class="stop"
    d={`M${scale.x(until)} ${scale.y(steps.findLast((s) => s.day <= until)?.share ?? 1) - 9}v18`}
  />
)

const Grid = ({ scale, since }: { scale: Scale; since: string }) => (
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
    {ticksOf(scale).map(({ x, words }) => (
      <g key={words}>
        <path class="axis" d={`M${x} ${scale.y(0)}v7`} />
        <text
          class="soft"
          x={x}
          y={scale.y(0) + 26}
          text-anchor={!scale.wide && x > scale.right - 14 ? 'end' : 'middle'}
        >
          {words}
        </text>
      </g>
    ))}
    <text class="soft" x={scale.wide ? scale.left : 0} y={scale.y(0) + 50} font-size={scale.wide ? 17 : 14}>
      {since}
    </text>
  </>
)
