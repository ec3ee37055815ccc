import { formatDay, formatNumber } from '../../ui/format.fr.ts'
import type { WaitFigures } from '../domain/explorer-figures.ts'
import { HowCounted } from './how-counted.tsx'
import { sayBetween, sayDays } from './staircase-words.fr.ts'

/** The one huge figure of the page: a wait, with «au moins» when it is not reached. */
export const Median = ({ figures: { median, staircase } }: { figures: WaitFigures }) => {
  const { value, lower, upper } = median.value
  const { until } = staircase.value.subject
  return (
    <>
      <p class="wait">
        <span>
          {value === 'not_reached'
            ? 'La moitié n’a pas encore abouti\u202f: au moins'
            : 'La moitié des demandes a abouti en'}
        </span>
        <strong>{tenths.format(value === 'not_reached' ? Math.floor(until) : value)}</strong>
        <em>{(value === 'not_reached' ? until : value) >= 2 ? 'jours' : 'jour'}</em>
      </p>
      <p class="quiet">
        {value === 'not_reached'
          ? `Attente médiane non atteinte\u202f: plus de la moitié attend encore à la fin de ce qui est suivi (${sayDays(Math.floor(until))}).`
          : `Attente médiane, ${sayBetween(lower, upper)} à 95\u202f%.`}{' '}
        Sur {formatNumber(median.n)} demandes, {formatNumber(median.ended)} ont abouti et{' '}
        <strong>{formatNumber(median.waiting)} attendent encore</strong>. État au {formatDay(median.asOf)}.
      </p>
      <HowCounted figure={median} />
    </>
  )
}

const tenths = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })
