type Between = { readonly low: number; readonly high: number }
type Step = Between & { readonly day: number; readonly share: number }

/** The paper of one stair: where a day and a share fall on it. */
export type Scale = {
  readonly wide: boolean
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly lastDay: number
  readonly x: (day: number) => number
  readonly y: (share: number) => number
}

const round = (n: number): number => Math.round(n * 10) / 10

type Paper = {
  readonly wide: boolean
  /** Room kept above for deadlines. */
  readonly head: number
  readonly lastDay: number
  /** Time is drawn as its square root: the first days are seen. */
  readonly compressed?: boolean
}

/** Two papers, so that letters keep their size on a phone and on a desk. */
export function scaleOf({ wide, head, lastDay, compressed = false }: Paper): Scale {
  const left = wide ? 64 : 40
  const right = wide ? 850 : 348
  const tall = wide ? 376 : 314
  const along = compressed ? Math.sqrt : (day: number) => day
  return {
    wide,
    width: wide ? 1000 : 360,
    height: head + tall + 66,
    left,
    right,
    lastDay,
    x: (day) => round(left + ((right - left) * along(day)) / along(lastDay || 1)),
    y: (share) => round(head + tall * (1 - share)),
  }
}

type Point = { readonly day: number; readonly share: number }

/** Treads closer than a point of the paper are one line: of each point, the last is drawn, at its day. */
function within<P extends Point>(scale: Scale, steps: readonly P[], until: number): readonly P[] {
  const drawn: P[] = []
  let last = Number.NaN
  for (const step of steps) {
    if (step.day > until) break
    const point = Math.floor(scale.x(step.day))
    if (point === last && drawn.length > 1) drawn.pop()
    drawn.push(step)
    last = point
  }
  return drawn
}

/** Horizontal until something happens, then down, until this day: never a slope. */
export const drawStair = <P extends Point>(
  scale: Scale,
  steps: readonly P[],
  until: number,
  of: (step: P) => number,
): string =>
  within(scale, steps, until)
    .map((s, i) =>
      i === 0 ? `M${scale.x(s.day)} ${scale.y(of(s))}` : `H${scale.x(s.day)}V${scale.y(of(s))}`,
    )
    .join('') + `H${scale.x(until)}`

/** Along the upper bound, then back along the lower one. */
export function drawStairBand(scale: Scale, steps: readonly Step[], until: number): string {
  const back = within(scale, steps, until)
    .toReversed()
    .map((s) => `V${scale.y(s.low)}H${scale.x(s.day)}`)
    .join('')
  return `${drawStair(scale, steps, until, (s) => s.high)}${back}Z`
}

/** Known at the ends of bins only: between two of them the stair passes somewhere in a box. */
export const drawBoxes = <S extends Step>(
  scale: Scale,
  steps: readonly S[],
  of: (step: S) => Between,
): string =>
  steps
    .slice(1)
    .map((s, i) => {
      const before = steps[i] ?? s
      return `M${scale.x(before.day)} ${scale.y(of(before).high)}H${scale.x(s.day)}V${scale.y(of(s).low)}H${scale.x(before.day)}Z`
    })
    .join('')

/** The share still waiting on that day: that of the last tread before it. */
export const shareAt = (
  steps: readonly { readonly day: number; readonly share: number }[],
  day: number,
): number => steps.findLast((s) => s.day <= day)?.share ?? 1

const TICKS = [
  [1, '1\u00a0j', '1\u00a0j'],
  [7, '1\u00a0sem.', '7\u00a0j'],
  [30, '1\u00a0mois', '1\u00a0m.'],
  [91, '3\u00a0mois', '3\u00a0m.'],
  [182, '6\u00a0mois', '6\u00a0m.'],
  [365, '1\u00a0an', '1\u00a0an'],
  [730, '2\u00a0ans', '2\u00a0ans'],
  [1826, '5\u00a0ans', '5\u00a0ans'],
  [3652, '10\u00a0ans', '10\u00a0ans'],
] as const

export type TimeTick = { readonly x: number; readonly words: string }

/** Marks of time that leave one another room; where they would touch, the longest time stays. */
export function ticksOf(scale: Scale): readonly TimeTick[] {
  const room = scale.wide ? 62 : 44
  return TICKS.filter(([day]) => day <= scale.lastDay).reduceRight<readonly TimeTick[]>(
    (kept, [day, long, short]) => {
      const tick = { x: scale.x(day), words: scale.wide ? long : short }
      const next = kept[0]
      return next && next.x - tick.x < room ? kept : [tick, ...kept]
    },
    [],
  )
}
