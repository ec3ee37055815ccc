import type { Secrets } from '../access/secrets.ts'
import type { Job } from '../jobs/run-jobs.ts'
import { unsealArrived } from './actions/unseal.ts'

/** Opens what phones sent: nothing else reads a campaign's key. */
export const unsealJob = (secrets: Secrets): Job => ({
  name: 'unseal',
  everySeconds: 10,
  run: ({ logins, now }) => unsealArrived(logins, secrets, now),
})
