import { openLogins } from './db/connect.ts'
import { openInstallation } from './db/installation.ts'
import { StartRefusal } from './db/start-refusal.ts'
import { buildApp } from './web/app.ts'
import { readConfig } from './web/config.ts'
import { serveApp, stopServing } from './web/serve.ts'

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const installation = await openInstallation(config)
  const logins = openLogins(installation.ownerUrl, installation.secret, config.rolePrefix)
  const app = buildApp({ config: { ...config, secret: installation.secret }, logins, clock: () => new Date() })
  const server = await serveApp(app, config.port, config.hostname)
  console.log(`Palier est ouvert : ${config.publicUrl.href}`)
  const stop = async (): Promise<void> => {
    await stopServing(server)
    await Promise.all([logins.close(), installation.owner.destroy()])
    await installation.embedded?.stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0)))
  }
}

try {
  await start()
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error
  console.error(error.sentence)
  process.exit(1)
}
