import type { QuantileTime } from '../../measure/quantile.ts'
import { DataTable } from '../../ui/table.tsx'
import type { WaitFigures, WaitingShare } from '../domain/explorer-figures.ts'
import type { Stair } from '../domain/stair.ts'
import { shareOn } from '../domain/staircase.ts'
import { HowCounted } from './how-counted.tsx'
import { outOfHundred, sayDays, sayElapsed, sayMedian, shortDays } from './staircase-words.fr.ts'

type Row = {
  readonly key: string
  readonly head: string
  readonly own: string
  readonly around: string
  readonly beside: string
}

/** The figures of the drawing, for whoever reads rows better than curves. */
export const NumbersTable = ({ figures }: { figures: WaitFigures }) => {
  const { compared } = figures.staircase.value
  return (
    <section class="part" aria-labelledby="chiffres">
      <h2 id="chiffres">En chiffres</h2>
      <DataTable
        caption="Sur 100 demandes, attendent encore"
        rows={rowsOf(figures)}
        keyOf={({ key }) => key}
        columns={[
          { header: 'Temps écoulé', cell: ({ head }) => head },
          { header: figures.name, numeric: true, cell: ({ own }) => own },
          { header: 'À 95\u202f%', numeric: true, cell: ({ around }) => around },
          ...(compared ? [{ header: compared.name, numeric: true, cell: ({ beside }: Row) => beside }] : []),
        ]}
      />
      <HowCounted figure={figures.shares} />
    </section>
  )
}

function rowsOf({ shares, staircase, median, mean }: WaitFigures): readonly Row[] {
  const { compared } = staircase.value
  const besideOn = (day: number) => {
    const share = compared ? shareOn(compared, day) : null
    return share === null ? sayStopped(compared) : outOfHundred(share)
  }
  return [
    ...shares.value.map((row) => ({
      key: String(row.day),
      head: `Après ${sayElapsed(row.day)}`,
      own: row.share === null ? sayStopped(staircase.value.subject) : outOfHundred(row.share),
      around: aroundOf(row),
      beside: besideOn(row.day),
    })),
    {
      key: 'median',
      head: 'La moitié a abouti en',
      own: sayMedian(median.value.value),
      around: shortBetween(median.value.lower, median.value.upper),
      beside: compared ? sayMedian(compared.median.value) : '',
    },
    ...(mean.value.ok
      ? [
          {
            key: 'mean',
            head: `Attente moyenne sur ${sayDays(mean.value.value.tau)}`,
            own: sayDays(mean.value.value.value),
            around: shortBetween(
              Math.max(0, mean.value.value.value - 1.96 * mean.value.value.se),
              mean.value.value.value + 1.96 * mean.value.value.se,
            ),
            beside: '',
          },
        ]
      : []),
  ]
}

/** «7,1 à 7,4 j»: a column of a phone is narrow. */
function shortBetween(lower: QuantileTime, upper: QuantileTime): string {
  if (lower === 'not_reached') return '–'
  if (upper === 'not_reached') return `au moins ${shortDays(lower)}`
  return `${tenths.format(lower)} à ${shortDays(upper)}`
}

const tenths = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** Why a row has no number: too few are left, or nobody was seen so long. */
const sayStopped = (stair: Stair | null): string =>
  stair?.end === 'last_seen' ? 'pas encore suivies' : 'moins de 10 suivies'

const aroundOf = ({ share, lower, upper }: WaitingShare): string =>
  share === null || lower === null || upper === null ? '–' : `${outOfHundred(lower)} à ${outOfHundred(upper)}`
