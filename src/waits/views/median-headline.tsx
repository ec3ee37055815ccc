import { formatCount, formatDay, formatNumber } from '../../ui/format.fr.ts'
import type { WaitFigures } from '../domain/explorer-figures.ts'
import { sayDaysOf } from './explorer-words.fr.ts'
import { HowCounted } from './how-counted.tsx'
import { sayBetween, sayDays } from './staircase-words.fr.ts'

/** The one huge figure of the page: a wait, with «au moins» when it is not reached. */
export const Median = ({ figures: { median, staircase } }: { figures: WaitFigures }) => {
  const { value, lower, upper } = median.value
  const { until, steps } = staircase.value.subject
  const isReached = value !== 'not_reached'
  return (
    <>
      {steps.length === 0 ? null : (
        <Huge isReached={isReached} days={isReached ? value : Math.floor(until)} />
      )}
      <p class={steps.length === 0 ? 'lead' : 'quiet'}>
        {steps.length === 0
          ? 'Avec moins de 10\u00a0demandes, ni médiane ni courbe.'
          : isReached
            ? `Attente médiane, ${sayBetween(lower, upper)} à 95\u202f%.`
            : `Attente médiane non atteinte\u202f: plus de la moitié attend encore à la fin de ce qui est suivi (${until < 1 ? 'un jour au plus' : sayDays(Math.floor(until))}).`}{' '}
        Sur {formatCount(median.n, 'demande')}, {formatNumber(median.ended)} {median.ended < 2 ? 'a' : 'ont'}{' '}
        abouti et{' '}
        <strong>
          {formatNumber(median.waiting)} {median.waiting < 2 ? 'attend' : 'attendent'} encore
        </strong>
        . État au {formatDay(median.asOf)}. Comptée en {sayDaysOf(median.method)}.
      </p>
      <HowCounted figure={median} />
    </>
  )
}

const Huge = ({ isReached, days }: { isReached: boolean; days: number }) => (
  <p class="wait">
    <span>
      {isReached
        ? `La moitié des demandes a abouti en${days < 1 ? ' moins de' : ''}`
        : days < 1
          ? 'La moitié n’a pas encore abouti, suivie moins de'
          : 'La moitié n’a pas encore abouti\u202f: au moins'}
    </span>
    <strong>{days < 1 ? '1' : tenths.format(days)}</strong>
    <em>{days >= 2 ? 'jours' : 'jour'}</em>
  </p>
)

const tenths = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })
