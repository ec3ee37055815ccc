import type { IntervalKind } from '../../measure/interval.ts'
import { sayKey } from '../domain/answer-table.fr.ts'
import { casesOf, type CountedStratum, type CountedWaits } from '../domain/counted-waits.ts'
import { type Drawing, cutStaircaseOf, staircaseOf } from '../domain/staircase.ts'
import { staircaseSvg } from './staircase-svg.tsx'

/** More would be a wall of drawings: the largest strata are drawn, and the rest are said to be left out. */
const MOST_DRAWN = 12

export type AnswerDrawings = {
  readonly drawings: readonly Drawing[]
  /** Strata that are not drawn. */
  readonly leftOut: number
}

/** Two strata stand in one picture; more, one picture each, the largest first. */
export function drawingsOf(counted: CountedWaits, interval: IntervalKind): AnswerDrawings {
  const drawn = counted.strata.toSorted((a, b) => casesOf(b) - casesOf(a)).slice(0, MOST_DRAWN)
  const [first, second] = counted.strata
  const isPair = counted.strata.length === 2 && first && second && !first.cut === !second.cut
  const drawings = isPair
    ? [drawingOf(counted, interval, first, second)]
    : drawn.map((stratum) => drawingOf(counted, interval, stratum))
  return { drawings, leftOut: counted.strata.length - drawn.length }
}

export function drawingOf(
  { tie }: Pick<CountedWaits, 'tie'>,
  interval: IntervalKind,
  subject: CountedStratum,
  compared?: CountedStratum,
): Drawing {
  const name = sayKey(subject)
  if (subject.cut)
    return cutStaircaseOf(
      { ...subject, name },
      compared?.cut && { ...compared, name: sayKey(compared) },
      interval,
    )
  return staircaseOf({
    subject: { name, exits: subject.exits },
    ...(compared?.exits ? { compared: { name: sayKey(compared), exits: compared.exits } } : {}),
    interval,
    closedOnly: !compared,
    tie,
  })
}

type Told = {
  readonly about: string
  readonly since: string
  /** What a figure never goes without: one line each. */
  readonly source: readonly string[]
}

/** One file for all drawings, one under another. */
export function answerSvg(drawings: readonly Drawing[], { about, since, source }: Told): string {
  const files = drawings.map((drawing) => staircaseSvg({ drawing, since, about, source }))
  if (files.length === 1) return files[0] ?? ''
  let top = 0
  const parts = files.map((file, at) => {
    const height = Number(/ height="([\d.]+)"/.exec(file)?.[1] ?? 0)
    const part = file
      .replace(/^<\?xml[^>]*>\s*/, '')
      .replace('<svg ', `<svg y="${top}" `)
      // Two drawings of one file do not share the names of their titles.
      .replaceAll(/(?<=id="|aria-labelledby="|titre )(titre|description)/g, `$1-${at + 1}`)
    top += height
    return part
  })
  const width = Number(/ width="([\d.]+)"/.exec(files[0] ?? '')?.[1] ?? 0)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}">${parts.join('')}</svg>`
}
