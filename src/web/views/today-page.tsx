import type { Actor } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { formatDay } from '../../ui/format.fr.ts'

export const TodayPage = ({ actor, today }: { actor: Actor; today: CalendarDay }) => (
  <>
    <h1>Aujourd’hui, {formatDay(today)}</h1>
    <p class="lead">{actor.spaceName}</p>
  </>
)
