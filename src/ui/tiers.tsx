import type { ComponentChildren } from 'preact'
import { formatNumber } from './format.fr.ts'

export type Tier = {
  readonly at: number
  readonly triggers: ComponentChildren
  /** «9 octobre», once it is reached. */
  readonly reachedOn?: string
}
type Props = { readonly count: number; readonly tiers: readonly Tier[]; readonly unit?: string }

const WIDTH = 360
const GROUND = 226
const TOP = 66
const FIRST = 50

/** Heights of the landings, evenly climbed: they are thresholds to be met, not a measure to compare. */
const riseOf = (index: number, tiers: number): number =>
  tiers < 2 ? FIRST : FIRST + ((GROUND - TOP - FIRST) * index) / (tiers - 1)

/** How high today's count stands between the landing reached and the next one. */
export function climbOf(count: number, thresholds: readonly number[]): number {
  const next = thresholds.findIndex((at) => count < at)
  if (next < 0) return riseOf(thresholds.length - 1, thresholds.length)
  const from = thresholds[next - 1] ?? 0
  const low = next === 0 ? 0 : riseOf(next - 1, thresholds.length)
  const share = (count - from) / ((thresholds[next] ?? count) - from)
  return Math.round((low + (riseOf(next, thresholds.length) - low) * share) * 10) / 10
}

/** A petition's landings: full brick where it is reached, pale for the climb of today, plaster for what is to come. */
export const Tiers = ({ count, tiers, unit = 'soutiens' }: Props) => (
  <div class="tiers">
    <svg viewBox={`0 0 ${WIDTH} 232`} role="img" aria-label={saidOf(count, tiers, unit)} font-size="16">
      {tiers.map((tier, i) => (
        <Step key={tier.at} tier={tier} index={i} count={count} all={tiers} />
      ))}
      <path class="floor-line" d={`M0 ${GROUND}H${WIDTH}`} />
    </svg>
    <table>
      <thead>
        <tr>
          <th scope="col">Palier</th>
          <th scope="col">Ce qu’il déclenche</th>
        </tr>
      </thead>
      <tbody>
        {tiers.map((tier) => (
          <tr key={tier.at}>
            <th scope="row" class="num">
              {formatNumber(tier.at)} {unit}
            </th>
            <td>
              {tier.triggers}{' '}
              {tier.reachedOn === undefined ? null : (
                <span class="state kept">Atteint le {tier.reachedOn}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const saidOf = (count: number, tiers: readonly Tier[], unit: string): string =>
  `${formatNumber(count)} ${unit}. ` +
  tiers
    .map(({ at }) => `Palier à ${formatNumber(at)}\u202f: ${count >= at ? 'atteint' : 'à venir'}.`)
    .join(' ')

function Step({
  tier,
  index,
  count,
  all,
}: {
  tier: Tier
  index: number
  count: number
  all: readonly Tier[]
}) {
  const wide = WIDTH / all.length
  const x = index * wide
  const top = GROUND - riseOf(index, all.length)
  const reached = count >= tier.at
  const current = !reached && count >= (all[index - 1]?.at ?? 0)
  const climb =
    GROUND -
    climbOf(
      count,
      all.map((t) => t.at),
    )
  const below = index === 0 ? GROUND : GROUND - riseOf(index - 1, all.length)
  return (
    <>
      <path class={reached ? 'solid' : 'tocome'} d={`M${x} ${top}h${wide}V${GROUND}h-${wide}z`} />
      {current ? (
        <>
          <path class="climb" d={`M${x} ${climb}h${wide}V${below}h-${wide}z`} />
          <path class="solid" d={`M${x} ${below}h${wide}V${GROUND}h-${wide}z`} />
          <path class="climb-edge" d={`M${x} ${climb}h${wide}`} />
          <text class="figure-text today" x={x + 8} y={Math.max(below - 6, climb + 22)} font-size="27">
            {formatNumber(count)}
          </text>
          {index === 0 ? null : (
            <text class="on" x={x + 8} y={below + 22} font-weight="600">
              aujourd’hui
            </text>
          )}
        </>
      ) : null}
      <path
        class={reached ? 'top-reached' : 'top-tocome'}
        d={`M${x} ${top}h${Math.min(wide + 6, WIDTH - x)}v7h-${Math.min(wide + 6, WIDTH - x)}z`}
      />
      <text class="figure-text" x={x + 6} y={top - 9} font-size="25">
        {formatNumber(tier.at)}
      </text>
      {reached ? (
        <>
          <path class="check" d={`M${x + 24 + 13 * String(tier.at).length} ${top - 17}l6 7 12-15`} />
          <text class="on" x={x + 8} y={top + 30} font-weight="600">
            atteint
          </text>
        </>
      ) : null}
    </>
  )
}
