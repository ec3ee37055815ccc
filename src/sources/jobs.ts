import type { Job } from '../jobs/run-jobs.ts'
import { forgetOldFiles } from './engine/waiting-files.ts'

/** Files that nobody came back to read do not stay. */
export const forgetUploadsJob = (folder: string): Job => ({
  name: 'forget-uploads',
  everySeconds: 3600,
  run: ({ now }) => forgetOldFiles(folder, now),
})

/** Stops the files being read in this process: what they began rolls back. */
export { stopReadings } from './actions/read-upload.ts'
