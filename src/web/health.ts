import { readFileSync } from 'node:fs'
import { askForAnAnswer } from '../access/keyring.ts'
import type { PublicApp } from '../ui/request.ts'

export const VERSION = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version

/** GET /sante: 200 when the database answers, 503 when it is away. */
export function healthRoutes(app: PublicApp): void {
  app.get('/sante', async (c) => {
    try {
      await askForAnAnswer(c.var.keyring)
      return c.json({ status: 'ok', database: 'ok', version: VERSION })
    } catch {
      return c.json({ status: 'degraded', database: 'away', version: VERSION }, 503)
    }
  })
}
