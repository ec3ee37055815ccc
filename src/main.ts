import { secretsOf } from './access/secrets.ts'
import { firstLinkSentence, makeFirstLink } from './accounts/public.ts'
import { openLogins } from './db/connect.ts'
import { anchorFolder, type Installation, isEmpty, openInstallation } from './db/installation.ts'
import { StartRefusal } from './db/start-refusal.ts'
import { dayIn } from './kernel/calendar-day.ts'
import { plantNeighbourhood } from './seed/plant.ts'
import { runJobs } from './jobs/run-jobs.ts'
import { buildApp } from './web/app.ts'
import { type Config, readConfig } from './web/config.ts'
import { jobsOf } from './web/jobs.ts'
import { serveApp, stopServing } from './web/serve.ts'
import { announce } from './web/announce.fr.ts'

/** Everything that was opened is closed again when a later step of the start is refused. */
async function start(config: Config): Promise<void> {
  const installation = await openInstallation(config)
  const undo: (() => Promise<unknown>)[] = [
    async () => installation.embedded?.stop(),
    () => installation.owner.destroy(),
  ]
  const stop = async (): Promise<void> => {
    for (const step of undo.reverse()) await step()
  }
  try {
    if (config.demo && (await isEmpty(installation.owner))) {
      await plantNeighbourhood(installation.owner, dayIn(new Date()), new Date())
    }
    const logins = openLogins(installation.ownerUrl, installation.secret, config.rolePrefix)
    undo.push(() => logins.close())
    const anchors = anchorFolder(installation.folder, config.demo)
    const jobs = jobsOf({ ...config, secret: installation.secret, anchors })
    const running = runJobs({ jobs, logins, now: () => new Date() })
    undo.push(() => running.stop())
    const app = buildApp({
      config: { ...config, secret: installation.secret },
      logins,
      clock: () => new Date(),
    })
    const server = await serveApp(app, config.port, config.hostname)
    undo.push(() => stopServing(server))
    console.log(announce(config, server))
    if (!config.demo) await inviteTheFirst(installation, config)
    stopOnSignal(stop)
  } catch (error) {
    await stop()
    throw error
  }
}

/** While a real installation has no space, each start prints a new one-time link that makes its first administrator. */
async function inviteTheFirst({ owner, secret }: Installation, { publicUrl }: Config): Promise<void> {
  const link = await makeFirstLink(owner, { secrets: secretsOf(secret), publicUrl, now: new Date() })
  if (link) console.log(firstLinkSentence(link))
}

function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)))
}

try {
  await start(readConfig(process.env))
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error
  console.error(error.sentence)
  process.exitCode = 1
}
