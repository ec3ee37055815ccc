import type { Figure } from '../../measure/figure.ts'
import { formatCount, formatNumber } from '../../ui/format.fr.ts'
import type { AgeBands } from '../domain/open-ages.ts'
import { HowCounted } from './how-counted.tsx'
import { TwoPapers } from './two-papers.tsx'

const round = (n: number): number => Math.round(n * 10) / 10

const AGE_WORDS = [
  'moins d’une semaine',
  'd’une semaine à un mois',
  'd’un à trois mois',
  'de trois à six mois',
  'de six mois à un an',
  'd’un à deux ans',
  'plus de deux ans',
]

/** How old the waits are that still run: a count per age, the oldest at the bottom. */
export const AgesSection = ({ figure }: { figure: Figure<AgeBands> }) => {
  const { counts } = figure.value
  const long = counts.slice(5).reduce((sum, count) => sum + count, 0)
  if (figure.waiting === 0) return null
  return (
    <section class="part" aria-labelledby="ages">
      <h2 id="ages">Depuis quand attendent celles qui sont ouvertes</h2>
      <p>
        {formatCount(figure.waiting, 'demande attend', 'demandes attendent')} encore
        {long === 0 ? '.' : `, dont ${formatNumber(long)} depuis plus d’un an.`}
      </p>
      <figure class="stairs sheet">
        <TwoPapers draw={(wide) => <AgesPaper counts={counts} wide={wide} />} />
      </figure>
      <HowCounted figure={figure} />
    </section>
  )
}

/** On a desk a bar stands beside its words, on a phone under them. */
function AgesPaper({ counts, wide }: { counts: readonly number[]; wide: boolean }) {
  const [width, row, left, longest] = wide ? [1000, 38, 250, 640] : [360, 58, 0, 280]
  const most = Math.max(1, ...counts)
  return (
    <svg
      viewBox={`0 0 ${width} ${counts.length * row + 8}`}
      role="img"
      aria-label={`Barres\u202f: ${counts.map((count, k) => `${AGE_WORDS[k]}, ${count}`).join('\u202f; ')}.`}
      font-size={wide ? 17 : 16}
    >
      {counts.map((count, k) => {
        const top = k * row + (wide ? 8 : 26)
        const bar = round((longest * count) / most)
        return (
          <g key={AGE_WORDS[k]}>
            <text x={wide ? left - 14 : 0} y={wide ? top + 18 : top - 6} text-anchor={wide ? 'end' : 'start'}>
              {AGE_WORDS[k]}
            </text>
            <rect class="age" x={left} y={top} width={bar} height="24" />
            <text class="soft" x={left + bar + 10} y={top + 18}>
              {formatNumber(count)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
