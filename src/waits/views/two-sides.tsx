import { formatDay, formatNumber } from '../../ui/format.fr.ts'
import type { ClockFigure, Explorer, NoClock } from '../domain/explorer.ts'
import { CLOCK_WORDS, NO_CLOCK } from './explorer-words.fr.ts'
import { HowCounted } from './how-counted.tsx'
import { sayBetween, sayMedian } from './staircase-words.fr.ts'

/** The two clocks, always both, never as one figure: a clock that is not kept here says so in its place. */
export const TwoSides = ({ explorer }: { explorer: Explorer }) => (
  <section class="part" aria-labelledby="horloges">
    <h2 id="horloges">Deux horloges, deux chiffres</h2>
    <div class="cols even sides">
      <Side side={explorer.tenantSide} clock="tenant" />
      <Side side={explorer.landlordSide} clock="landlord" />
    </div>
    <p class="small quiet">
      Ces deux attentes ne s’additionnent pas et ne se mélangent pas{'\u202f'}: elles ne commencent pas au
      même moment, ne finissent pas au même moment, et ne comptent pas les mêmes demandes.
    </p>
  </section>
)

const Side = ({ side, clock }: { side: ClockFigure | NoClock; clock: 'tenant' | 'landlord' }) => (
  <section class={`side ${clock}`} aria-labelledby={`cote-${clock}`}>
    <h3 id={`cote-${clock}`}>{CLOCK_WORDS[clock].title}</h3>
    <p class="small">{CLOCK_WORDS[clock].from}</p>
    {typeof side === 'string' ? <p class="quiet">{NO_CLOCK[side]}</p> : <Told side={side} />}
  </section>
)

const Told = ({ side: { origin, median } }: { side: ClockFigure }) => (
  <>
    <p class="middle">
      <strong>{sayMedian(median.value.value)}</strong>
      <span>
        {median.value.value === 'not_reached'
          ? 'plus de la moitié attend encore à la fin de ce qui est suivi'
          : `pour que la moitié aboutisse (${sayBetween(median.value.lower, median.value.upper)})`}
      </span>
    </p>
    <p class="source">
      <bdi>{origin.name}</bdi>
      {'\u202f'}: n&nbsp;=&nbsp;{formatNumber(median.n)}, encore ouvertes {formatNumber(median.waiting)}. État
      au {formatDay(origin.asOf)}.
    </p>
    <HowCounted figure={median} />
  </>
)
