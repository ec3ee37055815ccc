import type { Config } from './config.ts'
import { secretsOf } from '../access/secrets.ts'
import { digestJob } from '../caseload/jobs.ts'
import { deliverPassagesJob, sealAuditJob } from '../jobs/house-jobs.ts'
import type { Job } from '../jobs/run-jobs.ts'
import { sendMailJob } from '../mail/send.ts'
import { purgeJob } from '../people/jobs.ts'
import { forgetUploadsJob } from '../sources/jobs.ts'
import { unsealJob } from '../survey/jobs.ts'
import { DOORS } from './doors.ts'

type Installed = Pick<Config, 'smtpUrl' | 'mailFrom' | 'publicUrl' | 'uploads'> & {
  readonly secret: string
  readonly anchors: string
}

/** All that happens by itself; letters wait in the outbox while there is no SMTP_URL. */
export const jobsOf = ({
  smtpUrl,
  mailFrom,
  publicUrl,
  uploads,
  secret,
  anchors,
}: Installed): readonly Job[] => [
  sealAuditJob(anchors),
  deliverPassagesJob(DOORS),
  purgeJob(),
  forgetUploadsJob(uploads.folder),
  unsealJob(secretsOf(secret)),
  digestJob(secretsOf(secret), publicUrl),
  ...(smtpUrl === undefined ? [] : [sendMailJob({ smtpUrl, from: mailFrom, secrets: secretsOf(secret) })]),
]
