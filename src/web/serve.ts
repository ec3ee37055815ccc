import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { StartRefusal } from '../db/start-refusal.ts'
import type { buildApp } from './app.ts'
import { configRefusals } from './config.fr.ts'

/** Listens, or says that the port is taken. */
export function serveApp(app: ReturnType<typeof buildApp>, port: number, hostname: string): Promise<Server> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new StartRefusal(configRefusals.port_taken(String(port))) : error),
    )
    server.listen(port, hostname, () => resolve(server))
  })
}

/** Stops taking requests, lets those under way end, then closes what is idle. */
export const stopServing = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5000).unref()
  })
