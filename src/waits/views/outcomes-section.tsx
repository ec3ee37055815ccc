import type { Figure } from '../../measure/figure.ts'
import { OUTCOMES, type Outcome } from '../../measure/outcomes.ts'
import { DataTable } from '../../ui/table.tsx'
import type { OutcomeFigures, OutcomeShares } from '../domain/explorer-figures.ts'
import { OUTCOME_WORDS } from './explorer-words.fr.ts'
import { HowCounted } from './how-counted.tsx'
import { outOfHundred, sayElapsed } from './staircase-words.fr.ts'
import { TwoPapers } from './two-papers.tsx'

const percent = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** What becomes of a hundred cases: repaired, closed without repair, withdrawn … and those that still wait. */
export const OutcomesSection = ({ figure }: { figure: Figure<OutcomeFigures> }) => {
  const { days, bounds, withdrawn } = figure.value
  const seen = OUTCOMES.filter((outcome) => days.some(({ ended }) => ended[outcome] !== undefined))
  return (
    <section class="part" aria-labelledby="fins">
      <h2 id="fins">Ce que deviennent 100 demandes</h2>
      <OutcomeBars days={days} seen={seen} />
      <DataTable
        caption="Sur 100 demandes, selon le temps écoulé"
        rows={days}
        keyOf={({ day }) => String(day)}
        columns={[
          { header: 'Temps écoulé', cell: ({ day }) => `Après ${sayElapsed(day)}` },
          { header: 'attendent', numeric: true, cell: ({ waiting }) => outOfHundred(waiting) },
          ...seen.map((outcome) => ({
            header: OUTCOME_WORDS[outcome],
            numeric: true,
            cell: ({ ended }: OutcomeShares) => outOfHundred(ended[outcome] ?? 0),
          })),
        ]}
      />
      {bounds === null ? null : (
        <>
          <p>
            {percent.format(withdrawn * 100)}
            {'\u202f'}% des demandes ont été retirées{'\u202f'}: on ne sait pas ce qu’elles seraient devenues.
            Si personne n’avait retiré la sienne, la part qui attend serait entre ces bornes.
          </p>
          <DataTable
            caption="Bornes de la part qui attend encore, si personne n’avait retiré sa demande"
            rows={bounds}
            keyOf={({ day }) => String(day)}
            columns={[
              { header: 'Temps écoulé', cell: ({ day }) => `Après ${sayElapsed(day)}` },
              { header: 'au moins', numeric: true, cell: ({ lower }) => outOfHundred(lower) },
              { header: 'au plus', numeric: true, cell: ({ upper }) => outOfHundred(upper) },
            ]}
          />
        </>
      )}
      <HowCounted figure={figure} />
    </section>
  )
}

/** One bar of a hundred per time: those that wait in brick, each end with its own ground and its letter. */
const OutcomeBars = ({ days, seen }: { days: readonly OutcomeShares[]; seen: readonly Outcome[] }) => (
  <figure class="stairs sheet fates">
    <TwoPapers draw={(wide) => <BarsPaper days={days} seen={seen} wide={wide} />} />
    <ul class="small keys">
      <li>
        <b class="swatch waiting">A</b> attend encore
      </li>
      {seen.map((outcome) => (
        <li key={outcome}>
          <b class={`swatch ${outcome}`}>{LETTERS[outcome]}</b> {OUTCOME_WORDS[outcome]}
        </li>
      ))}
    </ul>
  </figure>
)

const LETTERS: Readonly<Record<Outcome, string>> = {
  repaired: 'R',
  closed_without_repair: 'S',
  withdrawn: 'F',
  transferred: 'T',
  other: 'N',
}

type PaperProps = {
  readonly days: readonly OutcomeShares[]
  readonly seen: readonly Outcome[]
  readonly wide: boolean
}

/** On a desk a bar stands beside its time, on a phone under it. */
const BarsPaper = ({ days, seen, wide }: PaperProps) => {
  const [width, row, left, bar] = wide ? [1000, 46, 150, 830] : [360, 66, 0, 360]
  const top = wide ? 6 : 26
  return (
    <svg
      viewBox={`0 0 ${width} ${days.length * row + 8}`}
      role="img"
      aria-label={
        'Barres\u202f: sur 100 demandes, celles qui attendent et ce que sont devenues les autres. Les mêmes chiffres sont dans le tableau.'
      }
      font-size={wide ? 17 : 16}
    >
      {days.map((one, at) => (
        <g key={one.day} transform={`translate(0 ${at * row})`}>
          <text x={wide ? left - 12 : 0} y={wide ? 28 : 18} text-anchor={wide ? 'end' : 'start'}>
            {sayElapsed(one.day)}
          </text>
          <g transform={`translate(${left} ${top})`}>
            <Segments shares={one} seen={seen} bar={bar} />
          </g>
        </g>
      ))}
    </svg>
  )
}

type SegmentsProps = {
  readonly shares: OutcomeShares
  readonly seen: readonly Outcome[]
  readonly bar: number
}

function Segments({ shares, seen, bar }: SegmentsProps) {
  const parts = [
    { key: 'waiting', letter: 'A', share: shares.waiting },
    ...seen.map((outcome) => ({ key: outcome, letter: LETTERS[outcome], share: shares.ended[outcome] ?? 0 })),
  ]
  let at = 0
  return (
    <>
      {parts.map(({ key, letter, share }) => {
        const x = round(bar * at)
        at += share
        const width = round(bar * share)
        return share <= 0 ? null : (
          <g key={key}>
            <rect class={`segment ${key}`} x={x} width={width} height="32" />
            {width < 24 ? null : (
              <text class={`onsegment ${key}`} x={x + 8} y="22" font-weight="600">
                {letter}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}

const round = (n: number): number => Math.round(n * 10) / 10
