import { PUBLISHED } from '../../measure/disclosure.ts'
import { parseCalendarDay } from '../../kernel/calendar-day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatCount, formatDay, formatNumber } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import type { Tally } from '../domain/tally.ts'

/** A tally as it crosses, on both sides of the wall: its day, its estates, how many were withheld. */
export const TallyPicture = ({ asOf, estates, withheld }: Tally) => (
  <>
    {estates.length === 0 ? (
      <EmptyState sentence="Aucune résidence n’est assez connue pour être partagée." />
    ) : (
      <DataTable
        caption={`Décompte au ${sayAsOf(asOf)}`}
        rows={estates}
        keyOf={({ name, commune }) => `${name} ${commune}`}
        columns={[
          { header: 'Résidence', cell: ({ name }) => <bdi>{name}</bdi> },
          { header: 'Commune', cell: ({ commune }) => <bdi>{commune}</bdi> },
          { header: 'Logements connus', numeric: true, cell: ({ homes }) => formatNumber(homes) },
          { header: 'Personnes rencontrées', numeric: true, cell: ({ people }) => formatNumber(people) },
        ]}
      />
    )}
    <p class="source">
      {formatCount(withheld, 'résidence retenue', 'résidences retenues')}
      {'\u202f'}: moins de {PUBLISHED.leastHomes} logements connus ou moins de {PUBLISHED.leastHouseholds}{' '}
      foyers rencontrés. Des nombres si petits désigneraient quelqu’un.
    </p>
  </>
)

function sayAsOf(asOf: string): string {
  const day = parseCalendarDay(asOf)
  return day ? formatDay(day) : asOf
}
