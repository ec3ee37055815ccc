import type { Figure } from '../../measure/figure.ts'
import { quote } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import type { SameMix } from '../domain/same-mix.ts'
import { HowCounted } from './how-counted.tsx'
import { outOfHundred, sayElapsed } from './staircase-words.fr.ts'

/** Two places as if both had the same mix of categories. */
export const SameMixSection = ({ figure }: { figure: Figure<SameMix> }) => {
  const { names, days, covered } = figure.value
  const cell = (side: 0 | 1) => (row: SameMix['days'][number]) => {
    const share = row.shares[side]
    return share === null ? 'on ne peut pas dire' : outOfHundred(share)
  }
  return (
    <section class="part" aria-labelledby="melange">
      <h2 id="melange">À mélange de familles égal</h2>
      <p>Un lieu qui a beaucoup d’ascenseurs n’attend pas comme un lieu qui n’en a pas.</p>
      <DataTable
        caption="Sur 100 demandes, attendraient encore si les deux lieux avaient les mêmes familles de demandes"
        rows={days}
        keyOf={({ day }) => String(day)}
        columns={[
          { header: 'Temps écoulé', cell: ({ day }) => `Après ${sayElapsed(day)}` },
          { header: names[0], numeric: true, cell: cell(0) },
          { header: names[1], numeric: true, cell: cell(1) },
        ]}
      />
      {Math.min(...covered) < 0.995 ? (
        <p class="small quiet">
          Des familles manquent{'\u202f'}: {names[0]} couvre {outOfHundred(covered[0])}
          {'\u202f'}% du mélange, {names[1]} {outOfHundred(covered[1])}
          {'\u202f'}%.
        </p>
      ) : null}
      {days.some(({ shares }) => shares.includes(null)) ? (
        <p class="small quiet">
          {quote('On ne peut pas dire')}
          {'\u202f'}: à ce moment, une famille au moins n’est plus suivie dans ce lieu. La laisser de côté
          changerait le mélange.
        </p>
      ) : null}
      <HowCounted figure={figure} />
    </section>
  )
}
