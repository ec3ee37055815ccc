import { sayZone } from '../../kernel/holidays.fr.ts'
import type { HolidayZone } from '../../kernel/holiday-rules.ts'
import { sayLength, sayReason, sayUnit, sayWeekday } from '../../kernel/working-calendar.fr.ts'
import type { Step, Unit } from '../../kernel/working-calendar.ts'
import { formatCount } from '../../ui/format.fr.ts'
import { type Column, DataTable } from '../../ui/table.tsx'

type Props = {
  readonly steps: readonly Step[]
  readonly unit: Unit
  readonly zone: HolidayZone
  /** Hours from a day whose hour is not known: said under the table. */
  readonly hourUnknown?: boolean
}
const [HEAD, TAIL] = [60, 30]

/** How a day was reached: each day, counted or not, and why. A very long count shows its two ends. */
export const DayByDay = ({ steps, unit, zone, hourUnknown = false }: Props) => {
  const hidden = steps.length - HEAD - TAIL
  const columns = columnsFor(unit)
  const table = (rows: readonly Step[], caption: string) => (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      keyOf={(step) => `${step.day} ${step.counted}`}
    />
  )
  return (
    <>
      <p>
        En {sayUnit(unit)}
        {unit === 'working_days' || unit === 'business_days'
          ? `, jours fériés\u202f: ${sayZone(zone)}`
          : null}
        . Le jour de départ ne compte pas.
      </p>
      {hidden > 0 ? (
        <>
          {table(steps.slice(0, HEAD), 'Les premiers jours')}
          <p>{formatCount(hidden, 'jour', 'jours')} entre les deux, comptés de la même façon.</p>
          {table(steps.slice(-TAIL), 'Les derniers jours')}
        </>
      ) : (
        table(steps, 'Calcul jour par jour')
      )}
      {hourUnknown ? (
        <p>
          L’heure de départ n’est pas connue{'\u202f'}: les heures partent de la fin du jour, et le jour
          trouvé est le plus tard possible. La nuit du changement d’heure, un jour a 23 ou 25 heures.
        </p>
      ) : null}
    </>
  )
}

const columnsFor = (unit: Unit): readonly Column<Step>[] => [
  { header: 'Jour', cell: (step) => sayWeekday(step.day) },
  {
    header: 'Compté',
    cell: (step) => (step.counted ? sayLength(step.count, unit) : 'non'),
  },
  { header: 'Pourquoi', cell: (step) => (step.reason === undefined ? '' : sayReason(step.reason)) },
]
