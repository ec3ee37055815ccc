import type { NetworkAnswer, Receipt, Sent } from '../domain/receipt.ts'
import type { Disk } from './database.ts'
import { missingIn, type Reconciled, sortMissing } from './reconciling.ts'

const AT_ONCE = 5000
const PATIENCE = 30_000

/** Asks the union whether it still has all that it said it received. What it lacks and this phone has leaves again. */
export async function reconcile(disk: Disk): Promise<Reconciled> {
  const [receipts, token] = await disk.read((database) =>
    Promise.all([
      database.getAll('receipts'),
      database.get('device', 'this').then((device) => device?.token),
    ]),
  )
  const missing: string[] = []
  for (let from = 0; from < receipts.length; from += AT_ONCE) {
    const sent = receipts.slice(from, from + AT_ONCE).map(({ id, sha256 }) => ({ id, sha256 }))
    const answer = await ask(sent, token ?? '')
    if (answer?.status === 401) return { verdict: 'sign_in' }
    const told = answer && missingIn(sent, answer)
    if (!told) return { verdict: 'not_told' }
    missing.push(...told)
  }
  return { verdict: 'told', ...(await mend(disk, receipts, missing)) }
}

/** A receipt that no longer holds goes when its envelope is here to be sent; else it stays, and is told each time. */
async function mend(disk: Disk, receipts: readonly Receipt[], missing: readonly string[]) {
  const waiting = new Set(await disk.read((database) => database.getAllKeys('outbox')))
  const { again, lost } = sortMissing(missing, (id) => waiting.has(id))
  if (again.length > 0)
    await disk.write(['receipts'], async (writing) => {
      for (const id of again) await writing.objectStore('receipts').delete(id)
    })
  return { there: receipts.length - missing.length, again: again.length, lost: lost.length }
}

async function ask(sent: readonly Sent[], token: string): Promise<NetworkAnswer | undefined> {
  try {
    const response = await fetch('/porte-a-porte/rapprochement', {
      method: 'POST',
      body: JSON.stringify({ sent }),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    })
    return { status: response.status, text: await response.text() }
  } catch {
    return undefined
  }
}
