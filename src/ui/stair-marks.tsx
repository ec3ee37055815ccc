import type { DrawnStair } from './stairs.tsx'
import { type Scale, shareAt } from './stairs-scale.ts'

type MedianProps = {
  readonly scale: Scale
  readonly median: { readonly day: number; readonly words: string }
  readonly shade: 'A' | 'C'
}

/** From the middle of the stair down to its day. */
export function Median({ scale, median: { day, words }, shade }: MedianProps) {
  if (day > scale.lastDay) return null
  const x = scale.x(day)
  const before = shade === 'C' && x - scale.left > 60
  return (
    <>
      <path class={`median${shade}`} d={`M${x} ${scale.y(0.5)}V${scale.y(0)}`} />
      <text
        class={shade === 'A' ? 'nameA in halo' : 'soft in halo'}
        x={before ? x - 7 : x + 7}
        y={scale.y(shade === 'A' ? 0.085 : 0.03)}
        text-anchor={before ? 'end' : 'start'}
      >
        {words}
      </text>
    </>
  )
}

type ToldProps = { readonly scale: Scale; readonly told: { day: number; share: number; words: string } }

/** The point of which the sentence speaks, with its number: on a phone under the stair, where no name is written. */
export function Told({ scale, told }: ToldProps) {
  const isUnder = !scale.wide && told.share > 0.2
  return (
    <>
      <circle class="told" cx={scale.x(told.day)} cy={scale.y(told.share)} r="7" />
      <text
        class={isUnder ? 'nameA in halo' : 'nameA halo'}
        x={scale.x(told.day) + 6}
        y={scale.y(told.share) + (isUnder ? 30 : -16)}
        font-size="22"
      >
        {told.words}
      </text>
    </>
  )
}

type NameProps = {
  readonly scale: Scale
  readonly stair: DrawnStair
  readonly shade: 'nameA' | 'nameB'
  /** A stair named already, whose name must not be written over. */
  readonly above?: DrawnStair
}

const LINE = 22
/** Letters that hold beside a stair on a desk. */
const LONGEST = 15
/** How wide a letter is on a phone. */
const NARROW_LETTER = 8.6

/** Beside its end on a desk; on a phone, above what the band reaches there. */
export function StairName(p: NameProps) {
  const { scale, stair, shade } = p
  if (stair.name === undefined || stair.steps.length === 0) return null
  if (!scale.wide) return <NameAbove {...p} name={stair.name} />
  const lines = linesOf(stair.name)
  const x = scale.x(stair.until ?? scale.lastDay) + 12
  const y = endOf(scale, stair) + pushOf(p, lines.length)
  return (
    <>
      {lines.map((line, i) => (
        <text key={line} class={`${shade} halo`} x={x} y={y + 5 + LINE * (i - (lines.length - 1) / 2)}>
          {line}
        </text>
      ))}
    </>
  )
}

const endOf = (scale: Scale, { steps, until }: DrawnStair): number =>
  scale.y(shareAt(steps, until ?? scale.lastDay))

/** How far a second name stands away from the first, up or down, when their stairs end close to one another. */
function pushOf({ scale, stair, above }: NameProps, lines: number): number {
  if (above?.name === undefined || above.steps.length === 0) return 0
  const apart = endOf(scale, stair) - endOf(scale, above)
  const room = (LINE * (linesOf(above.name).length + lines)) / 2 + 4
  const farAlong =
    Math.abs(scale.x(stair.until ?? scale.lastDay) - scale.x(above.until ?? scale.lastDay)) > LONGEST * 10
  if (farAlong || Math.abs(apart) >= room) return 0
  const fits = endOf(scale, above) + room < scale.y(0) - LINE / 2
  return apart >= 0 && fits ? room - apart : -room - apart
}

/** At most two lines; what does not hold ends in «…», for the table has the whole name. */
function linesOf(name: string): readonly string[] {
  if (name.length <= LONGEST) return [name]
  const cut = name.lastIndexOf(' ', LONGEST)
  const first = cut > 3 ? name.slice(0, cut) : name.slice(0, LONGEST)
  const rest = name.slice(first.length).trim()
  return [first, rest.length > LONGEST ? `${rest.slice(0, LONGEST - 1)}…` : rest]
}

function NameAbove({ scale, stair, shade, name }: NameProps & { name: string }) {
  const said = name.length > 30 ? `${name.slice(0, 29)}…` : name
  // The stair goes down: nothing under the name is higher than where it begins.
  const from = scale.right - said.length * NARROW_LETTER
  const high = stair.steps.findLast((s) => scale.x(s.day) <= from)?.high ?? 1
  return (
    <text
      class={shade === 'nameA' ? 'nameA halo' : 'nameB in halo'}
      x={scale.right}
      y={scale.y(high) - 8}
      text-anchor="end"
    >
      {said}
    </text>
  )
}
