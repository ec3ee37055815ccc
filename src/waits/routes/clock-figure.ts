import { closedOnly } from '../../measure/closed-only.ts'
import { figureOf } from '../../measure/figure.ts'
import { medianOf } from '../../measure/quantile.ts'
import { survivalOf } from '../../measure/survival.ts'
import type { ClockFigure } from '../domain/explorer.ts'
import type { ExplorerQuestion } from '../domain/explorer-question.ts'
import { type NamedWaits, provenanceOf, TIE } from '../domain/explorer-waits.ts'
import type { ClockReader } from './clock-reading.ts'

/** What one clock says, to stand beside the other. */
export function clockFigure(
  reader: ClockReader,
  { exits }: NamedWaits,
  how: Pick<ExplorerQuestion, 'interval' | 'days'>,
): ClockFigure {
  const origin = reader.origin(exits.n)
  const median = medianOf(survivalOf(exits))
  if (!median) throw new RangeError('a curve has a median, reached or not')
  const lengths = Array.from(exits.time, (time, row) => ({
    length: time - TIE,
    count: exits.ended[row] ?? 0,
  }))
  return {
    origin,
    median: figureOf(median, exits, provenanceOf(origin, 'median_wait', how)),
    closedOnly: figureOf(
      closedOnly(lengths),
      exits,
      provenanceOf(origin, 'closed_only', how, 'closed_cases'),
    ),
  }
}
