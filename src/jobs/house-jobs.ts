import { sealAudit } from '../access/audit-seal.ts'
import type { Door } from '../access/door.ts'
import { deliverPassages } from '../access/doorkeeper.ts'
import type { Job } from './run-jobs.ts'

const DAY = 86_400_000
const TURNS_BETWEEN_FULL_LOOKS = 360 // an hour

/** Looks at the last day, and once an hour at everything: a line of a very long transaction is committed late. */
export function sealAuditJob(anchorFolder: string): Job {
  let turns = 0
  return {
    name: 'seal_audit',
    everySeconds: 10,
    run: async ({ logins, now }) => {
      const everything = turns % TURNS_BETWEEN_FULL_LOOKS === 0
      const since = everything ? {} : { since: new Date(now.getTime() - DAY) }
      await sealAudit({ db: logins.system, anchorFolder, now, ...since })
      turns++
    },
  }
}

/** @param doors every door of the house: what none of them explains is not carried. */
export const deliverPassagesJob = (doors: readonly Door[]): Job => ({
  name: 'deliver_passages',
  everySeconds: 2,
  run: async ({ logins, now }) => void (await deliverPassages(logins, doors, now)),
})
