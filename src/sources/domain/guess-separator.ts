import { rowCutter } from './cut-rows.ts'

/** Characters of the beginning that are enough to tell. */
const LOOKED_AT = 50_000
const SEPARATORS = [';', '\t', ',', '|'] as const

/** The sign that cuts the first lines into the most cells, as evenly as possible. */
export function guessSeparator(text: string, quote = '"'): string {
  const scores = SEPARATORS.map((separator) => ({
    separator,
    score: scoreOf(text.slice(0, LOOKED_AT), separator, quote),
  }))
  return scores.sort((a, b) => b.score - a.score)[0]?.score ? (scores[0]?.separator ?? ',') : ','
}

/** Cells beyond the first in the most frequent width, weighed by how many rows have it. */
function scoreOf(text: string, separator: string, quote: string): number {
  const rows = rowCutter(separator, quote)
    .push(text)
    .filter(({ line }) => line.trim() !== '')
    .slice(0, 100)
  const widths = Map.groupBy(rows, ({ cells }) => cells.length)
  const [width, same] = [...widths].sort(([, a], [, b]) => b.length - a.length)[0] ?? [1, []]
  return (width - 1) * (same.length / Math.max(1, rows.length)) ** 3
}
