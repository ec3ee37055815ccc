import { dayOfNumber } from '../../measure/day-number.ts'
import type { WhoseClock } from '../../measure/figure.ts'
import { formatCount, formatDay, formatNumber } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import type { Flows, WeekFlow } from '../domain/weekly-flows.ts'
import { TwoPapers } from './two-papers.tsx'

const round = (n: number): number => Math.round(n * 10) / 10
const TOLD_WEEKS = 8

/** What was open at the end of each week, and under it what came and what was closed. */
export const FlowsSection = ({ flows, clock }: { flows: Flows; clock: WhoseClock }) => {
  const { weeks } = flows
  const last = weeks.at(-1)
  if (!last) return null
  return (
    <section class="part" aria-labelledby="en-cours">
      <h2 id="en-cours">Ce qui est ouvert, semaine après semaine</h2>
      <p>
        {formatCount(last.open, 'demande est ouverte', 'demandes sont ouvertes')} à la fin de la dernière
        semaine{sayTrend(weeks)}
      </p>
      <FlowsDrawing weeks={weeks} />
      <details>
        <summary>
          Les {formatNumber(Math.min(TOLD_WEEKS, weeks.length))} dernières semaines en chiffres
        </summary>
        <DataTable
          caption="Demandes par semaine"
          rows={weeks.slice(-TOLD_WEEKS).toReversed()}
          keyOf={({ day }) => String(day)}
          columns={[
            { header: 'Semaine du', cell: ({ day }) => formatDay(dayOfNumber(day)) },
            { header: 'Arrivées', numeric: true, cell: ({ arrivals }) => formatNumber(arrivals) },
            { header: 'Closes', numeric: true, cell: ({ closures }) => formatNumber(closures) },
            { header: 'Ouvertes à la fin', numeric: true, cell: ({ open }) => formatNumber(open) },
          ]}
        />
      </details>
      <p class="small quiet">
        {clock === 'landlord'
          ? 'Toutes les résidences de la source (ou de la famille choisie)'
          : 'Toutes les réclamations qui répondent au lieu et à la famille choisis'}
        , quelle que soit la période choisie plus haut.
      </p>
    </section>
  )
}

function sayTrend(weeks: readonly WeekFlow[]): string {
  const before = weeks.at(-53)
  const last = weeks.at(-1)
  if (!before || !last) return '.'
  const more = last.open - before.open
  if (more === 0) return ', autant qu’un an plus tôt.'
  return `, soit ${formatNumber(Math.abs(more))} de ${more > 0 ? 'plus' : 'moins'} qu’un an plus tôt.`
}

const FlowsDrawing = ({ weeks }: { weeks: readonly WeekFlow[] }) => (
  <figure class="stairs sheet flows">
    <TwoPapers draw={(wide) => <FlowsPaper weeks={weeks} wide={wide} />} />
  </figure>
)

function FlowsPaper({ weeks, wide }: { weeks: readonly WeekFlow[]; wide: boolean }) {
  const [width, left, right] = wide ? [1000, 84, 980] : [360, 62, 352]
  const mostOpen = Math.max(1, ...weeks.map(({ open }) => open))
  const mostFlow = Math.max(1, ...weeks.flatMap(({ arrivals, closures }) => [arrivals, closures]))
  const step = (right - left) / weeks.length
  const x = (at: number) => round(left + step * at)
  const y = (open: number) => round(210 - (190 * open) / mostOpen)
  const tall = (count: number) => round((62 * count) / mostFlow)
  const stair = weeks
    .map(({ open }, at) => (at === 0 ? `M${left} ${y(open)}` : `V${y(open)}`) + `H${x(at + 1)}`)
    .join('')
  // One line for five years of weeks, which would be a thousand rectangles.
  const bars = (height: (week: WeekFlow) => number) =>
    weeks.map((week, at) => `M${x(at)} 310v${round(height(week))}h${round(step * 0.75)}V310Z`).join('')
  return (
    <svg
      viewBox={`0 0 ${width} 400`}
      role="img"
      aria-label={
        'En haut, les demandes ouvertes à la fin de chaque semaine. En bas, les arrivées au-dessus de la ligne, les clôtures au-dessous.'
      }
      font-size={wide ? 17 : 16}
    >
      <path class="stairA" d={`${stair}V210H${left}Z`} />
      <path class="lineA" d={stair} />
      <path class="axis" d={`M${left} 210H${right}`} />
      <path class="arrivals" d={bars(({ arrivals }) => -tall(arrivals))} />
      <path class="closures" d={bars(({ closures }) => tall(closures))} />
      <path class="axis" d={`M${left} 310H${right}`} />
      <FlowWords weeks={weeks} left={left} right={right} most={mostOpen} wide={wide} />
    </svg>
  )
}

type WordsProps = { weeks: readonly WeekFlow[]; left: number; right: number; most: number; wide: boolean }

const FlowWords = ({ weeks, left, right, most, wide }: WordsProps) => (
  <>
    {(
      [
        [26, formatNumber(most)],
        [215, '0'],
        [285, 'arrivées'],
        [348, 'closes'],
      ] as const
    ).map(([y, words]) => (
      <text key={words} class="soft" x={left - 8} y={y} text-anchor="end" font-size={wide ? 17 : 14}>
        {words}
      </text>
    ))}
    <text class="soft" x={left} y="394">
      {sayMonth(weeks[0]?.day ?? 0)}
    </text>
    <text class="soft" x={right} y="394" text-anchor="end">
      {sayMonth((weeks.at(-1)?.day ?? 0) + 6)}
    </text>
  </>
)

const month = new Intl.DateTimeFormat('fr-FR', { month: 'short', year: 'numeric', timeZone: 'UTC' })
/** «nov. 2026». */
const sayMonth = (day: number): string => month.format(new Date(day * 86_400_000))
