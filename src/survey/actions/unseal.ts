import type { Secrets } from '../../access/secrets.ts'
import type { Database, Logins } from '../../db/connect.ts'
import { base64url, fromBase64url, utf8 } from '../domain/bytes.ts'
import { readEnvelope } from '../domain/envelope.ts'
import { foldVisits } from '../domain/fold-visits.ts'
import type { Arrival } from '../domain/hear-events.ts'
import { privateKeyOf, unseal } from '../domain/seal.ts'
import {
  addFoundHomes,
  type CampaignKey,
  campaignsToOpen,
  envelopesOf,
  type KeptEnvelope,
  replaceVisits,
  takeTurn,
  writeOpened,
} from '../store/unsealing.ts'

const OPENED = 'survey-event'
const KEY = 'survey-key'

/** The private half as it is kept: bound to its id, under the secret of the installation. */
export const wrapKey = (secrets: Secrets, keyId: string, privateKey: string): Buffer =>
  secrets.sealBytes(KEY, keyId, fromBase64url(privateKey) ?? new Uint8Array())

const unwrapKey = (secrets: Secrets, keyId: string, wrapped: Buffer): string =>
  base64url(secrets.openBytes(KEY, keyId, wrapped))

/** Opens what came since, then folds each campaign where something did: twice is as once. */
export async function unsealArrived(logins: Logins, secrets: Secrets): Promise<void> {
  for (const campaign of await campaignsToOpen(logins.system)) {
    await logins.system.transaction().execute((db) => openCampaign(db, secrets, campaign))
  }
}

async function openCampaign(db: Database, secrets: Secrets, campaign: CampaignKey): Promise<void> {
  await takeTurn(db, campaign.campaignId)
  const key = await privateKeyOf(unwrapKey(secrets, campaign.keyId, campaign.sealedPrivateKey))
  const arrivals: Arrival[] = []
  for (const kept of await envelopesOf(db, campaign)) {
    const told = await toldIn(db, secrets, campaign, kept, key)
    // Another account's device can make envelopes in this one's name: they are kept, and say nothing.
    if (told !== undefined && !kept.marks.includes('other_sender')) {
      arrivals.push({ device: kept.device, seq: kept.seq, told })
    }
  }
  const { visits, foundDoors } = foldVisits(arrivals)
  await replaceVisits(db, campaign, visits)
  await addFoundHomes(db, campaign.spaceId, foundDoors)
}

/** What an envelope held, opened once and for all; nothing when it does not open. */
async function toldIn(
  db: Database,
  secrets: Secrets,
  { spaceId, campaignId, keyId }: CampaignKey,
  kept: KeptEnvelope,
  key: CryptoKey,
): Promise<unknown> {
  const about = `${spaceId} ${kept.sha256}`
  if (kept.opened) return JSON.parse(secrets.openBytes(OPENED, about, kept.opened).toString('utf8'))
  if (kept.failure !== null) return undefined
  const envelope = readEnvelope(kept.body)
  const isOurs = envelope.ok && envelope.value.key === keyId && envelope.value.campaign === campaignId
  const told = isOurs ? await unseal(envelope.value, key) : undefined
  if (!told?.ok) {
    const failure = told ? told.refusal.because : 'another_key'
    await writeOpened(db, spaceId, kept, { failure })
    return undefined
  }
  const opened = secrets.sealBytes(OPENED, about, utf8(JSON.stringify(told.value)))
  await writeOpened(db, spaceId, kept, { opened })
  return told.value
}
