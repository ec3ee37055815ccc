import { secretsOf } from './access/secrets.ts'
import { firstLinkSentence, makeFirstLink } from './accounts/public.ts'
import { openLogins } from './db/connect.ts'
import { stopIfAlone } from './db/embedded-sharing.ts'
import { anchorFolder, type Installation, isEmpty, openInstallation } from './db/installation.ts'
import { StartRefusal } from './db/start-refusal.ts'
import { runJobs } from './jobs/run-jobs.ts'
import { dayIn } from './kernel/calendar-day.ts'
import { plantNeighbourhood } from './seed/plant.ts'
import { plantSourcesMeanwhile } from './seed/plant-sources.ts'
import { stopReadings } from './sources/jobs.ts'
import { announce } from './web/announce.fr.ts'
import { buildApp } from './web/app.ts'
import { type Config, readConfig } from './web/config.ts'
import { jobsOf } from './web/jobs.ts'
import { serveApp, stopServing } from './web/serve.ts'

/** What was opened, to be closed in the opposite order: at a signal, or when a later step of the start is refused. */
type Undo = (() => Promise<unknown>)[]

const stopAll = async (undo: Undo): Promise<void> => {
  for (const step of undo.toReversed()) await step()
}

async function start(config: Config): Promise<void> {
  const installation = await openInstallation(config)
  const { embedded, owner } = installation
  const undo: Undo = [async () => embedded && stopIfAlone(embedded), () => owner.destroy()]
  try {
    const now = new Date()
    if (config.demo && (await isEmpty(owner)))
      await plantNeighbourhood(owner, dayIn(now), now, secretsOf(installation.secret))
    await open(installation, config, undo)
    if (!config.demo) await inviteTheFirst(installation, config)
  } catch (error) {
    await stopAll(undo)
    throw error
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stopAll(undo).then(() => process.exit(0)))
  }
}

async function open({ ownerUrl, secret, folder }: Installation, config: Config, undo: Undo): Promise<void> {
  const clock = (): Date => new Date()
  const logins = openLogins(ownerUrl, secret, config.rolePrefix)
  undo.push(() => logins.close())
  const anchors = anchorFolder(folder, config.demo)
  const jobs = runJobs({ jobs: jobsOf({ ...config, secret, anchors }), logins, now: clock })
  undo.push(() => jobs.stop())
  undo.push(stopReadings)
  const server = await serveApp(
    buildApp({ config: { ...config, secret }, logins, clock }),
    config.port,
    config.hostname,
  )
  undo.push(() => stopServing(server))
  // a demonstration stopped in its first seconds left some unread
  if (config.demo) undo.push(plantSourcesMeanwhile(logins, clock()))
  console.log(announce(config, server))
}

/** While a real installation has no space, each start prints a new one-time link that makes its first administrator. */
async function inviteTheFirst({ owner, secret }: Installation, { publicUrl }: Config): Promise<void> {
  const link = await makeFirstLink(owner, { secrets: secretsOf(secret), publicUrl, now: new Date() })
  if (link) console.log(firstLinkSentence(link))
}

try {
  await start(readConfig(process.env))
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error
  console.error(error.sentence)
  process.exitCode = 1
}
