import { formatDay, formatNumber } from '../../ui/format.fr.ts'
import type { ClockFigure, Explorer, NoClock } from '../domain/explorer.ts'
import type { WhoseClock } from '../../measure/figure.ts'
import { CLOCK_WORDS, nameOf, NO_CLOCK, sayPeriod } from './explorer-words.fr.ts'
import { HowCounted } from './how-counted.tsx'
import { sayBetween, sayMedian } from './staircase-words.fr.ts'

/** The two clocks, always both, never as one figure: a clock that is not kept here says so in its place. */
export const TwoSides = ({ explorer }: { explorer: Explorer }) => (
  <section class="part" aria-labelledby="horloges">
    <h2 id="horloges">Deux horloges, deux chiffres</h2>
    <div class="cols even sides">
      <Side side={explorer.tenantSide} clock="tenant" explorer={explorer} />
      <Side side={explorer.landlordSide} clock="landlord" explorer={explorer} />
    </div>
    <p class="small quiet">
      Ces deux attentes ne s’additionnent pas et ne se mélangent pas{'\u202f'}: elles ne commencent pas au
      même moment, ne finissent pas au même moment, et ne comptent pas les mêmes demandes.
    </p>
  </section>
)

type SideProps = {
  readonly side: ClockFigure | NoClock
  readonly clock: WhoseClock
  readonly explorer: Explorer
}

const Side = ({ side, clock, explorer }: SideProps) => (
  <section class={`side ${clock}`} aria-labelledby={`cote-${clock}`}>
    <h3 id={`cote-${clock}`}>{CLOCK_WORDS[clock].title}</h3>
    <p class="small">{CLOCK_WORDS[clock].from}</p>
    {typeof side === 'string' ? (
      <p class="quiet">{NO_CLOCK[side]}</p>
    ) : (
      <Told side={side} explorer={explorer} />
    )}
  </section>
)

const Told = ({ side: { origin, median }, explorer }: { side: ClockFigure; explorer: Explorer }) => (
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
    <p class="small">{sayCovered(origin.clock, explorer)}</p>
    <HowCounted figure={median} />
  </>
)

/** Exactly what one side counts: the clock that is not in question follows the period, and neither place nor family. */
function sayCovered(
  clock: WhoseClock,
  { question: q, origin, choices, title, landlord, sources }: Explorer,
): string {
  if (origin?.clock === clock) return `Compte\u202f: ${title}${sayPeriod(q)}.`
  const whole = clock === 'tenant' ? sayOurs(landlord) : sayFile(sources.length)
  const days = q.days === 'civil' ? '' : ' En jours civils.'
  const counted = `Compte\u202f: ${whole}, tous lieux et toutes familles${sayPeriod(q)}.${days}`
  if (q.place === null && q.category === null) return counted
  const chosen = nameOf(q, choices)
  return `${counted} Le choix «\u202f${chosen}\u202f» n’y est pas suivi\u202f: le fichier et l’union ne nomment pas de la même façon. Ce n’est pas le même ensemble.`
}

const sayOurs = (landlord: string | null): string =>
  landlord === null
    ? 'les réclamations de l’union, chez tous les bailleurs'
    : `les réclamations des résidences de ${landlord}`

const sayFile = (many: number): string =>
  many > 1 ? `tout le fichier, l’un des ${many} que cet espace a chargés` : 'tout le fichier'
