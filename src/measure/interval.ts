import { normalQuantile } from './distributions.ts'

/** The scale on which the error is taken to be normal. log-log is Palier's default: it stays between 0 and 1. */
export const INTERVAL_KINDS = ['log-log', 'log', 'plain', 'logit', 'arcsin'] as const
export type IntervalKind = (typeof INTERVAL_KINDS)[number]

/** Null where the scale gives nothing: a share of exactly 0, or of 1 on a scale that has no end there. */
export type Bounds = { readonly lower: number | null; readonly upper: number | null }

const NOTHING: Bounds = { lower: null, upper: null }

/**
 * The interval of a share still waiting, from the standard error of its logarithm. `level` is the share of samples
 * whose interval holds the truth (0.95). Conventions of R's survival: cut to 0 and 1, nothing for a share of 0.
 */
export function boundsOf(share: number, seLog: number, kind: IntervalKind, level = 0.95): Bounds {
  if (share === 0) return NOTHING
  const margin = quantileOf(level) * seLog
  return SCALES[kind](share, margin)
}

const SCALES: Record<IntervalKind, (share: number, margin: number) => Bounds> = {
  'log-log': (share, margin) => {
    if (share === 1) return NOTHING
    const log = Math.log(share)
    const [middle, half] = [Math.log(-log), margin / log]
    return { lower: Math.exp(-Math.exp(middle - half)), upper: Math.exp(-Math.exp(middle + half)) }
  },
  log: (share, margin) => ({
    lower: Math.exp(Math.log(share) - margin),
    upper: Math.min(1, Math.exp(Math.log(share) + margin)),
  }),
  plain: (share, margin) => ({
    lower: Math.max(0, share - margin * share),
    upper: Math.min(1, share + margin * share),
  }),
  logit: (share, margin) => {
    if (share === 1) return NOTHING
    const [middle, half] = [Math.log(share / (1 - share)), margin / (1 - share)]
    return { lower: 1 - 1 / (1 + Math.exp(middle - half)), upper: 1 - 1 / (1 + Math.exp(middle + half)) }
  },
  arcsin: (share, margin) => {
    if (share === 1) return NOTHING
    const middle = Math.asin(Math.sqrt(share))
    const half = 0.5 * margin * Math.sqrt(share / (1 - share))
    return {
      lower: Math.sin(Math.max(0, middle - half)) ** 2,
      upper: Math.sin(Math.min(Math.PI / 2, middle + half)) ** 2,
    }
  },
}

/** A quantile of the normal takes fifty steps, and every point of every curve asks for the same one. */
const quantiles = new Map<number, number>()

function quantileOf(level: number): number {
  const known = quantiles.get(level)
  if (known !== undefined) return known
  const made = normalQuantile(1 - (1 - level) / 2)
  quantiles.set(level, made)
  return made
}
