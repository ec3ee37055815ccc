type Step = { readonly day: number; readonly share: number; readonly low: number; readonly high: number }

/** The paper of one stair: where a day and a share fall on it. */
export type Scale = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly lastDay: number
  readonly x: (day: number) => number
  readonly y: (share: number) => number
}

const round = (n: number): number => Math.round(n * 10) / 10

/** Two papers, so that letters keep their size on a phone and on a desk; `head` is the room kept for deadlines. */
export function scaleOf({ wide, head, lastDay }: { wide: boolean; head: number; lastDay: number }): Scale {
  const width = wide ? 800 : 360
  const left = wide ? 56 : 40
  const right = wide ? 650 : 348
  const tall = wide ? 330 : 300
  return {
    width,
    height: head + tall + 62,
    left,
    right,
    lastDay,
    x: (day) => round(left + ((right - left) * day) / lastDay),
    y: (share) => round(head + tall * (1 - share)),
  }
}

const withinPaper = (scale: Scale, steps: readonly Step[]): readonly Step[] =>
  steps.filter((s) => s.day <= scale.lastDay)

/** Horizontal until something happens, then down: never a slope. */
export const drawStair = (scale: Scale, steps: readonly Step[], of: 'share' | 'low' | 'high'): string =>
  withinPaper(scale, steps)
    .map((s, i) =>
      i === 0 ? `M${scale.x(s.day)} ${scale.y(s[of])}` : `H${scale.x(s.day)}V${scale.y(s[of])}`,
    )
    .join('') + `H${scale.x(scale.lastDay)}`

/** Along the upper bound, then back along the lower one. */
export function drawStairBand(scale: Scale, steps: readonly Step[]): string {
  const within = withinPaper(scale, steps)
  const back = within
    .toReversed()
    .map((s) => `V${scale.y(s.low)}H${scale.x(s.day)}`)
    .join('')
  return `${drawStair(scale, steps, 'high')}${back}Z`
}

/** The share still waiting on that day: that of the last landing before it. */
export const shareAt = (
  steps: readonly { readonly day: number; readonly share: number }[],
  day: number,
): number => steps.findLast((s) => s.day <= day)?.share ?? 1
