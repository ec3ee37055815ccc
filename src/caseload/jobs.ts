import type { Secrets } from '../access/secrets.ts'
import type { Job } from '../jobs/run-jobs.ts'
import { dayIn } from '../kernel/calendar-day.ts'
import { postDigests } from './actions/post-digests.ts'

const QUARTER_OF_AN_HOUR = 900
const FROM_HOUR = 7

const parisHour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** The morning's letter: from seven in Paris, once a day, an account and a space. */
export const digestJob = (secrets: Secrets, publicUrl: URL): Job => ({
  name: 'complaint_digest',
  everySeconds: QUARTER_OF_AN_HOUR,
  run: async ({ logins, now }) => {
    if (Number(parisHour.format(now)) < FROM_HOUR) return
    await postDigests(logins, { secrets, publicUrl, now, today: dayIn(now) })
  },
})
