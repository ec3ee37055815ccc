import { dayIn } from '../../kernel/calendar-day.ts'
import { formatDay } from '../../ui/format.fr.ts'

/** The day of an instant, as it is said in Paris. */
export const dayOf = (at: Date): string => formatDay(dayIn(at))
