import type { DeadlineKind } from './chip.tsx'
import type { DrawnStair, StairDeadline } from './stairs.tsx'
import { type Scale, shareAt } from './stairs-scale.ts'

type Props = {
  readonly deadline: StairDeadline
  readonly stair: DrawnStair
  readonly scale: Scale
  readonly row: number
}

/** A letter of either paper is about this wide. */
const LETTER = 9

/** A post, the deadline's shape at its head, and a slab where the stair stands that day; no slab past its end. */
export function StairLanding({ deadline, stair, scale, row }: Props) {
  const x = scale.x(deadline.day)
  const top = 4 + (scale.wide ? 28 : 26) * row
  const half = scale.wide ? 26 : 15
  const words = scale.wide ? deadline.words : (deadline.short ?? deadline.words)
  const turns = x + 20 + words.length * LETTER > scale.width
  return (
    <>
      <path class={deadline.kind === 'P' ? 'post' : 'post dashed'} d={`M${x} ${top + 24}V${scale.y(0)}`} />
      {deadline.day > (stair.until ?? scale.lastDay) ? null : (
        <path
          class="landing"
          d={`M${x - half} ${scale.y(shareAt(stair.steps, deadline.day)) - 3}h${2 * half}v7h${-2 * half}z`}
        />
      )}
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
      <text class="halo" x={turns ? x - 20 : x + 20} y={top + 18} text-anchor={turns ? 'end' : 'start'}>
        {words}
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
