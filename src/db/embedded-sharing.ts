import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Embedded } from './embedded.ts'

const PATIENCE = 10
const others = `select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`

/**
 * Stops the embedded PostgreSQL unless somebody else is served by it: a second Palier on the same data, a command. Our
 * own connections, just closed, may show for an instant; those of a living Palier show for good, its jobs see to that.
 */
export async function stopIfAlone(embedded: Embedded): Promise<void> {
  if (await isAlone(embedded.ownerUrl)) await embedded.stop()
}

async function isAlone(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client(ownerUrl)
  try {
    await client.connect()
    for (let look = 0; look < PATIENCE; look++) {
      const { rows } = await client.query<{ n: number }>(others)
      if (rows[0]?.n === 0) return true
      await sleep(100)
    }
    return false
  } catch {
    return true // it does not answer: nobody is served by it
  } finally {
    await client.end().catch(() => {})
  }
}
