import { dayOfNumber } from '../../measure/day-number.ts'
import type { BulkDay } from '../../measure/doubtful-days.ts'
import type { Figure } from '../../measure/figure.ts'
import type { Quantile } from '../../measure/quantile.ts'
import { formatCount, formatDay, formatNumber } from '../../ui/format.fr.ts'
import { explorerHref, type ExplorerQuestion } from '../domain/explorer-question.ts'
import { HowCounted } from './how-counted.tsx'
import { sayMedian } from './staircase-words.fr.ts'

type MedianFigure = Figure<Quantile>
type BulkProps = {
  readonly bulk: readonly BulkDay[]
  readonly median: MedianFigure
  readonly without: MedianFigure | null
  readonly question: ExplorerQuestion
}

/** Days when far more was closed at once than around: said, with the figure that does not believe them beside. */
export const BulkSection = ({ bulk, median, without, question }: BulkProps) =>
  bulk.length === 0 ? null : (
    <section class="part" aria-labelledby="masse">
      <h2 id="masse">Clôtures en masse</h2>
      <p>
        {bulk.length === 1 ? 'Un jour où l’on a' : `${formatNumber(bulk.length)} jours où l’on a`} clos bien
        plus que d’habitude, dans toutes les résidences{'\u202f'}: peut-être un rangement, et non autant de
        réparations.
      </p>
      <ul>
        {bulk.slice(0, 8).map(({ day, closures, usual }) => (
          <li key={day}>
            {formatDay(dayOfNumber(day))}
            {'\u202f'}: {formatCount(closures, 'clôture')}, d’habitude {formatNumber(Math.round(usual))}.
          </li>
        ))}
      </ul>
      {without ? (
        <>
          <p>
            Avec ces jours, la moitié aboutit en <strong>{sayMedian(median.value.value)}</strong>
            {'\u202f'}; sans les croire, en <strong>{sayMedian(without.value.value)}</strong>.
          </p>
          <HowCounted figure={without} />
        </>
      ) : (
        <p>
          <a href={`${explorerHref(question, { withoutBulk: true })}#masse`}>
            Calculer aussi l’attente sans ces jours
          </a>
        </p>
      )}
    </section>
  )
