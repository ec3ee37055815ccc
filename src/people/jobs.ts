import type { Job } from '../jobs/run-jobs.ts'
import { dayIn } from '../kernel/calendar-day.ts'
import { purgeWhatIsKeptNoLonger } from './actions/purge.ts'

const HOUR = 3600

/** Counted in days, looked at every hour: a machine that restarts each night purges all the same. */
export const purgeJob = (log: (line: string) => void = console.log): Job => ({
  name: 'purge',
  everySeconds: HOUR,
  run: async ({ logins, now }) => {
    const counts = await purgeWhatIsKeptNoLonger(logins, now, dayIn(now))
    const gone = Object.entries(counts).filter(([, rows]) => rows > 0)
    if (gone.length > 0) log(`purge: ${gone.map(([table, rows]) => `${table} ${rows}`).join(', ')}`)
  },
})
