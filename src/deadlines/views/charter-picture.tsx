import { calendarDay } from '../../kernel/calendar-day.ts'
import { sayLength } from '../../kernel/working-calendar.fr.ts'
import { Chip } from '../../ui/chip.tsx'
import { formatDay } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import type { PublishedCharter } from '../forms.ts'
import { versionsIn } from '../store/published.ts'
import { sayTrigger, sayValidity } from '../words.fr.ts'

type Version = ReturnType<typeof versionsIn>[number]

const COLUMNS = [
  {
    header: 'Engagement',
    cell: (rule: Version) => (
      <>
        <Chip kind="C" /> <bdi>{rule.title}</bdi>
      </>
    ),
  },
  { header: 'Durée', cell: ({ length, unit }: Version) => sayLength(length, unit) },
  { header: 'Part de', cell: (rule: Version) => sayTrigger(rule.startsOn) },
  { header: 'Tenu par', cell: (rule: Version) => rule.stopsOn.map(sayTrigger).join(' · ') },
  {
    header: 'Familles',
    cell: (rule: Version) => (rule.families.length === 0 ? 'toutes' : rule.families.join(', ')),
  },
  {
    header: 'Document',
    cell: ({ source }: Version) => (
      <bdi>
        {[source.title, source.page, formatDay(source.on), source.href]
          .filter((part) => part !== '')
          .join(', ')}
      </bdi>
    ),
  },
  { header: 'Remarque', cell: (rule: Version) => (rule.note === '' ? '' : <bdi>{rule.note}</bdi>) },
  {
    header: 'Valable',
    cell: (rule: Version) => `${sayValidity(rule)} (écrit le ${formatDay(calendarDay(rule.recordedOn))})`,
  },
]

/** A charter as its landlord published it: everything that leaves, and nothing else. */
export const CharterPicture = (charter: PublishedCharter) => (
  <DataTable caption={charter.title} columns={COLUMNS} rows={versionsIn(charter)} keyOf={(rule) => rule.id} />
)
