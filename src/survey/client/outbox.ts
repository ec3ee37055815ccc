import { newId } from '../../kernel/ids.ts'
import type { SurveyEvent } from '../domain/event.ts'
import type { PackCampaign } from '../domain/pack.ts'
import type { Receipt } from '../domain/receipt.ts'
import { publicKeyOf, seal, type Sealed } from '../domain/seal.ts'
import type { Device, Disk, Store, Waiting, Writing } from './database.ts'

/** What an event says before the phone gives it an id and the time. */
export type Said = {
  readonly [K in SurveyEvent['kind']]: Pick<SurveyEvent & { kind: K }, 'kind' | 'body'>
}[SurveyEvent['kind']] &
  Pick<SurveyEvent, 'visit' | 'door' | 'form'>

/** What is written in the transaction that keeps the events: the marks of the doors, the visit that is open. */
export type Beside = {
  readonly stores: readonly Store[]
  readonly write: (writing: Writing, ids: readonly string[]) => Promise<unknown>
}

export const NOTHING: Beside = { stores: [], write: () => Promise.resolve() }
const boot = { id: newId(new Date()), from: performance.now() }

/** Seals these events in their order and writes them together. When it resolves they are on the disk: « ✓ gardé ». */
export function keep(
  disk: Disk,
  campaign: PackCampaign,
  said: readonly Said[],
  beside = NOTHING,
): Promise<readonly string[]> {
  return navigator.locks.request('palier-survey-writer', async () => {
    const before = await disk.read((database) => database.get('device', 'this'))
    if (!before) throw new Error('this phone is not enrolled')
    const events = said.map(dated)
    const { sealed, device } = await sealAll(events, campaign, before)
    const ids = events.map(({ id }) => id)
    await disk.write(['outbox', 'device', ...beside.stores], async (writing) => {
      for (const one of sealed) await writing.objectStore('outbox').add(waiting(one))
      await writing.objectStore('device').put(device, 'this')
      await beside.write(writing, ids)
    })
    return ids
  })
}

const dated = (said: Said): SurveyEvent => {
  const now = new Date()
  const ms = Math.round(performance.now() - boot.from)
  return { ...said, id: newId(now), at: now.toISOString(), boot: { id: boot.id, ms } }
}

async function sealAll(events: readonly SurveyEvent[], campaign: PackCampaign, before: Device) {
  const key = await publicKeyOf(campaign.key.publicKey)
  const sealed: Sealed[] = []
  let device = before
  for (const event of events) {
    const head = {
      device: device.id,
      seq: device.seq + 1,
      prev: device.prev,
      campaign: campaign.id,
      key: campaign.key.id,
    }
    const done = await seal(event, key, head)
    if (!done.ok) throw new Error(done.refusal.because)
    sealed.push(done.value)
    device = { ...device, seq: head.seq, prev: done.value.sha256 }
  }
  return { sealed, device }
}

const waiting = ({ envelope: { id, device, seq }, bytes, sha256 }: Sealed): Waiting => ({
  id,
  device,
  seq,
  bytes,
  sha256,
})

export const countWaiting = (disk: Disk): Promise<number> => disk.read((database) => database.count('outbox'))

export const listWaiting = (disk: Disk, most?: number): Promise<readonly Waiting[]> =>
  disk.read((database) => database.getAllFromIndex('outbox', 'seq', null, most))

/** The only place where a local copy goes: in the transaction that writes its receipt. */
export const letGo = (disk: Disk, receipt: Receipt): Promise<void> =>
  disk.write(['outbox', 'receipts'], async (writing) => {
    await writing.objectStore('receipts').put(receipt)
    await writing.objectStore('outbox').delete(receipt.id)
  })

/** Envelopes one a line, exactly as they would travel: sealed, only the union opens them. */
export async function outboxFile(disk: Disk): Promise<Blob> {
  const all = await listWaiting(disk)
  return new Blob(
    all.flatMap(({ bytes }) => [bytes, '\n']),
    { type: 'application/x-ndjson' },
  )
}
