import { Chip } from '../../ui/chip.tsx'
import { quote } from '../../ui/format.fr.ts'
import type { WaitFigures } from '../domain/explorer-figures.ts'
import type { RuleLanding } from '../domain/landings.ts'
import { shareOn } from '../domain/staircase.ts'
import { outOfHundred, sayDays } from './staircase-words.fr.ts'

type Props = { readonly figures: WaitFigures; readonly landings: readonly RuleLanding[] }

/** The deadlines of the register, each with its type, and what had ended by then. */
export const LandingsList = ({ figures, landings }: Props) => (
  <section aria-labelledby="paliers">
    <h2 id="paliers">Les délais, posés comme des paliers</h2>
    <ul class="dues">
      {landings.map((landing) => (
        <li key={landing.ruleId}>
          <Chip kind={landing.kind} />{' '}
          <a href={`/delais/${landing.ruleId}`}>
            <strong>{landing.words}</strong>
          </a>
          {landing.about ? ` (environ ${sayDays(Math.round(landing.day))})` : null}.{' '}
          {sayLandingShare(figures, landing)}
        </li>
      ))}
      <li>
        <Chip kind="L" /> Réparer {quote('dans les meilleurs délais')}
        {'\u202f'}: <strong>aucun nombre de jours dans la loi</strong>, donc aucun palier sur le dessin.
      </li>
    </ul>
  </section>
)

/** «44 sur 100 ont abouti». */
function sayLandingShare({ staircase }: WaitFigures, { day }: RuleLanding): string {
  const share = shareOn(staircase.value.subject, day)
  if (share === null) return 'La courbe s’arrête avant.'
  const ended = outOfHundred(1 - share)
  return ended === '0' || ended === '1'
    ? `${ended} demande sur 100 a abouti.`
    : `${ended} demandes sur 100 ont abouti.`
}
