import type { Secrets } from '../../access/secrets.ts'
import type { Database, Logins } from '../../db/connect.ts'
import { withoutContents } from '../../jobs/run-jobs.ts'
import { base64url, fromBase64url, utf8 } from '../domain/bytes.ts'
import { readEnvelope } from '../domain/envelope.ts'
import { foldVisits } from '../domain/fold-visits.ts'
import type { Arrival } from '../domain/hear-events.ts'
import { privateKeyOf, unseal } from '../domain/seal.ts'
import {
  type CampaignKey,
  campaignsToOpen,
  envelopesOf,
  type KeptEnvelope,
  replaceVisits,
  takeTurn,
  writeOpened,
} from '../store/unsealing.ts'
import { addFoundHomes } from '../store/found-homes.ts'
import { publishedVersions, replaceSetAside } from '../store/set-aside.ts'
import { waitInstruments } from './built-in-forms.ts'
import { keepComplaints } from './keep-complaints.ts'

const OPENED = 'survey-event'
const KEY = 'survey-key'

/** The private half as it is kept: bound to its id, under the secret of the installation. */
export const wrapKey = (secrets: Secrets, keyId: string, privateKey: string): Buffer =>
  secrets.sealBytes(KEY, keyId, fromBase64url(privateKey) ?? new Uint8Array())

const unwrapKey = (secrets: Secrets, keyId: string, wrapped: Buffer): string =>
  base64url(secrets.openBytes(KEY, keyId, wrapped))

/** Opens what came since, then folds each campaign where something did: twice is as once. One that fails stops no other. */
export async function unsealArrived(
  logins: Logins,
  secrets: Secrets,
  now: Date,
  log = console.error,
): Promise<void> {
  const builtIn = (await waitInstruments()).map(({ version }) => version)
  for (const campaign of await campaignsToOpen(logins.system, builtIn)) {
    await openCampaign({ logins, secrets, now, builtIn }, campaign).catch((error: unknown) =>
      log(`campaign ${campaign.campaignId} was not opened: ${withoutContents(error)}`),
    )
  }
}

type Opening = {
  readonly logins: Logins
  readonly secrets: Secrets
  readonly now: Date
  /** Instruments that every union knows. */
  readonly builtIn: readonly string[]
}

/** Envelopes count as opened once their visits and complaints are kept: a job that dies halfway begins again. */
const openCampaign = (opening: Opening, campaign: CampaignKey): Promise<void> =>
  opening.logins.system.transaction().execute(async (turn) => {
    await takeTurn(turn, campaign.campaignId)
    const known = new Set([...opening.builtIn, ...(await publishedVersions(turn, campaign.spaceId))])
    const arrivals = await arrivalsOf(turn, opening.secrets, campaign)
    const { visits, foundDoors, setAside } = foldVisits(arrivals, known)
    await opening.logins.system.transaction().execute(async (db) => {
      await replaceVisits(db, campaign, visits)
      await replaceSetAside(db, campaign, setAside, opening.now)
      await addFoundHomes(db, campaign.spaceId, foundDoors)
    })
    await keepComplaints(opening, campaign, visits)
  })

async function arrivalsOf(
  db: Database,
  secrets: Secrets,
  campaign: CampaignKey,
): Promise<readonly Arrival[]> {
  const key = await privateKeyOf(unwrapKey(secrets, campaign.keyId, campaign.sealedPrivateKey))
  const arrivals: Arrival[] = []
  for (const kept of await envelopesOf(db, campaign)) {
    const told = await toldIn(db, secrets, campaign, kept, key)
    // Another account's device can make envelopes in this one's name: they are kept, and say nothing.
    if (told !== undefined && !kept.marks.includes('other_sender')) {
      arrivals.push({ device: kept.device, seq: kept.seq, told })
    }
  }
  return arrivals
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
