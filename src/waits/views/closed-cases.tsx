import type { Explorer } from '../domain/explorer.ts'
import type { WaitFigures } from '../domain/explorer-figures.ts'
import { TIE } from '../domain/explorer-waits.ts'
import { explorerHref } from '../domain/explorer-question.ts'
import { formatNumber } from '../../ui/format.fr.ts'
import { HowCounted } from './how-counted.tsx'
import { sayClosedIn, sayDays, sayMedian } from './staircase-words.fr.ts'

/** What other tools publish, beside what is true, and the gap between the two. */
export const ClosedCases = ({ figures, explorer }: { figures: WaitFigures; explorer: Explorer }) => {
  const { closedOnly, median } = figures
  const q = explorer.question
  return (
    <section aria-labelledby="clos-seuls">
      <h2 id="clos-seuls">Ce que disent les seuls dossiers clos</h2>
      <p>
        <a class="toggle" href={`${explorerHref(q, { closedOnly: !q.closedOnly })}#courbe`}>
          {q.closedOnly
            ? 'Cacher la courbe des seuls dossiers clos'
            : 'Montrer aussi la courbe des seuls dossiers clos'}
        </a>
      </p>
      <div class="versus">
        <div class="partial">
          <strong>{closedOnly.value.median === null ? 'rien' : sayClosedIn(closedOnly.value.median)}</strong>
          <span>
            la moitié des <em>dossiers clos</em> l’ont été dans ce temps
          </span>
        </div>
        <div class="honest">
          <strong>{sayMedian(median.value.value)}</strong>
          <span>
            {median.value.value === 'not_reached' ? (
              <>
                plus de la moitié de <em>toutes les demandes</em> attend encore
              </>
            ) : (
              <>
                il faut pour que la moitié de <em>toutes les demandes</em> aboutissent
              </>
            )}
          </span>
        </div>
      </div>
      <p>{sayGap(figures)}</p>
      <HowCounted figure={closedOnly}>
        {closedOnly.value.mean === null ? null : (
          <p>
            Moyenne des seuls dossiers clos{'\u202f'}:{' '}
            {sayMedian(Math.round(closedOnly.value.mean * 10) / 10)}. Durées en jours entiers, comme partout
            sur cette page{'\u202f'}: une clôture du jour même compte zéro jour.
          </p>
        )}
      </HowCounted>
    </section>
  )
}

/** «L’écart est de 97,6 jours. Ne compter que les dossiers clos oublie …» */
export function sayGap({ closedOnly, median }: WaitFigures): string {
  const forgets = `Ne compter que les dossiers clos oublie celles et ceux qui attendent encore\u202f: ${formatNumber(median.waiting)} ${median.waiting >= 2 ? 'demandes' : 'demande'} sur ${formatNumber(median.n)}.`
  if (closedOnly.value.median === null) return `Aucun dossier n’est clos. ${forgets}`
  if (median.value.value === 'not_reached')
    return `L’écart ne se mesure pas encore\u202f: l’attente médiane n’est pas atteinte. ${forgets}`
  // The half-day that stands for the hour of closing is in one of the two only: it is no gap.
  const gap = Math.round((median.value.value - TIE - closedOnly.value.median) * 10) / 10
  if (median.waiting === 0)
    return 'Toutes les demandes sont closes\u202f: les deux chiffres disent la même chose.'
  return gap > 0
    ? `L’écart est de ${sayDays(gap)}, sans la demi-journée que la règle des jours ajoute. ${forgets}`
    : `Ici les deux chiffres disent la même chose, à la demi-journée de la règle des jours près. ${forgets}`
}
