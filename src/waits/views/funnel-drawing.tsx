import type { ManyCompared } from '../domain/explorer-comparison.ts'
import { formatNumber } from '../../ui/format.fr.ts'
import type { FunnelPlace } from '../../measure/many-comparisons.ts'
import { outOfHundred, sayElapsed } from './staircase-words.fr.ts'
import { TwoPapers } from './two-papers.tsx'

type Placed = { readonly name: string; readonly share: number; readonly place: FunnelPlace }

/** Where chance alone would put a line of each size; what stands outside has a square, what is inside a round. */
export const FunnelDrawing = ({ compared }: { compared: ManyCompared }) => {
  const placed = compared.strata.flatMap(({ name, share, place }) =>
    place && share !== null ? [{ name, share, place }] : [],
  )
  if (placed.length < 2) return null
  return (
    <figure class="stairs sheet funnel">
      <p class="small quiet">
        Sur 100 demandes, combien attendent encore après {sayElapsed(compared.day)}, selon le nombre de
        demandes
      </p>
      <TwoPapers draw={(wide) => <FunnelPaper placed={placed} target={compared.target} wide={wide} />} />
      <ul class="small keys">
        <li>Rond{'\u202f'}: à une place que le hasard explique.</li>
        <li>Carré{'\u202f'}: plus loin que là où le hasard met 95 lignes sur 100.</li>
        <li>
          Trait plein{'\u202f'}: l’ensemble, {outOfHundred(compared.target)} sur 100. Points{'\u202f'}: là où
          le hasard met 95 lignes sur 100. Tirets{'\u202f'}: 998 sur 1{'\u202f'}000.
        </li>
      </ul>
    </figure>
  )
}

type PaperProps = { readonly placed: readonly Placed[]; readonly target: number; readonly wide: boolean }

function FunnelPaper({ placed, target, wide }: PaperProps) {
  const [width, left, right] = wide ? [1000, 56, 980] : [360, 40, 348]
  const most = Math.max(...placed.map(({ place }) => place.size)) * 1.1
  const x = (size: number) => round(left + (right - left) * Math.sqrt(size / most))
  const y = (share: number) => round(320 - 300 * share)
  return (
    <svg
      viewBox={`0 0 ${width} 380`}
      role="img"
      aria-label={
        'Entonnoir\u202f: chaque ligne du tableau placée selon sa taille et sa part. Les mêmes chiffres sont dans le tableau.'
      }
      font-size={wide ? 17 : 16}
    >
      {[0, 50, 100].map((percent) => (
        <g key={percent}>
          <path class="grid" d={`M${left} ${y(percent / 100)}H${right}`} />
          <text class="soft" x={left - 8} y={y(percent / 100) + 5} text-anchor="end">
            {percent}
          </text>
        </g>
      ))}
      <path class="axis" d={`M${left} ${y(target)}H${right}`} />
      <path class="lineC" d={limits(target, most, 1.96, x, y)} />
      <path class="lineB" d={limits(target, most, 3.09, x, y)} />
      {placed.map(({ name, share, place }) =>
        place.stands === 'within' ? (
          <circle key={name} class="within" cx={x(place.size)} cy={y(share)} r="6" />
        ) : (
          <path key={name} class="outside" d={`M${x(place.size) - 6} ${y(share) - 6}h12v12h-12z`} />
        ),
      )}
      <text class="soft" x={left} y="348">
        peu de demandes
      </text>
      <text class="soft" x={right} y="348" text-anchor="end">
        {formatNumber(Math.round(most))}
      </text>
    </svg>
  )
}

type Along = (at: number) => number

/** Both sides of the funnel, drawn from its widest to its narrowest end; cut to 0 and 1 as the figures are. */
function limits(target: number, most: number, z: number, x: Along, y: Along): string {
  const sizes = Array.from({ length: 60 }, (_, at) => most * ((at + 1) / 60) ** 2)
  const side = (sign: number) =>
    sizes
      .map((size, at) => {
        const share = target + sign * z * Math.sqrt((target * (1 - target)) / size)
        return `${at === 0 ? 'M' : 'L'}${x(size)} ${y(Math.min(1, Math.max(0, share)))}`
      })
      .join('')
  return side(-1) + side(1)
}

const round = (n: number): number => Math.round(n * 10) / 10
