import { newToken, type Secrets } from '../../access/secrets.ts'
import type { ScopedDb } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { publishedForms } from '../../instruments/public.ts'
import { newId } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { CampaignRefusal } from '../domain/campaign-refusal.ts'
import { newKeyPair } from '../domain/seal.ts'
import {
  insertAssignment,
  listCanvassers,
  listWalkedStaircases,
  revokeAssignmentRow,
} from '../store/assignments.ts'
import { findCampaign, insertCampaign } from '../store/campaigns.ts'
import { insertDevice, revokeDeviceRow } from '../store/devices.ts'
import { waitInstrument } from './built-in-forms.ts'
import { wrapKey } from './unseal.ts'

type NewCampaign = {
  readonly name: string
  readonly startsOn: CalendarDay
  readonly endsOn: CalendarDay
  /** A published version of the union's own, instead of the instrument that comes with Palier. */
  readonly form?: string
}

/** A campaign and its pair of keys: the private half is sealed before it is written, and read here no more. */
export async function createCampaign(
  db: ScopedDb,
  secrets: Secrets,
  made: NewCampaign,
  now: Date,
): Promise<string> {
  const [id, keyId] = [newId(now), newId(now)]
  const { publicKey, privateKey } = await newKeyPair()
  await insertCampaign(db, {
    ...made,
    id,
    form: made.form ?? (await waitInstrument()).version,
    key: { id: keyId, publicKey },
    sealedPrivateKey: wrapKey(secrets, keyId, privateKey),
    now,
  })
  return id
}

/** The same, asking what was chosen in the list: '' is the instrument that comes with Palier. */
export async function openCampaign(
  db: ScopedDb,
  secrets: Secrets,
  { instrument, ...made }: Omit<NewCampaign, 'form'> & { readonly instrument: string },
  now: Date,
): Promise<Result<string, CampaignRefusal>> {
  if (instrument === '') return accept(await createCampaign(db, secrets, made, now))
  const { [instrument]: own } = await publishedForms(db, [instrument])
  if (!own) return refuse({ because: 'no_such_instrument' })
  return accept(await createCampaign(db, secrets, { ...made, form: instrument }, now))
}

type NewRound = {
  readonly staircaseId: string
  readonly accountId: string
  readonly from: CalendarDay
  readonly to: CalendarDay
  readonly instructions: string
}

/** Gives a staircase to somebody of the field, for days of the campaign. */
export async function assignStaircase(
  db: ScopedDb,
  campaignId: string,
  round: NewRound,
  now: Date,
): Promise<Result<undefined, CampaignRefusal>> {
  const campaign = await findCampaign(db, campaignId)
  if (!campaign) return refuse({ because: 'no_such_campaign' })
  if (round.from < campaign.startsOn || round.to > campaign.endsOn)
    return refuse({ because: 'outside_the_campaign' })
  const staircases = await listWalkedStaircases(db)
  if (!staircases.some(({ id }) => id === round.staircaseId)) return refuse({ because: 'no_such_staircase' })
  const canvassers = await listCanvassers(db)
  if (!canvassers.some(({ accountId }) => accountId === round.accountId))
    return refuse({ because: 'no_such_canvasser' })
  const isNew = await insertAssignment(db, { id: newId(now), campaignId, ...round }, now)
  return isNew ? accept() : refuse({ because: 'already_given' })
}

/** Takes a staircase back: what is noted under it, offline, still arrives, and says so. */
export async function revokeAssignment(
  db: ScopedDb,
  campaignId: string,
  id: string,
  now: Date,
): Promise<Result<undefined, CampaignRefusal>> {
  const revoked = await revokeAssignmentRow(db, campaignId, id, now)
  return revoked ? accept() : refuse({ because: 'no_such_assignment' })
}

/** A phone of this person: its token is told once, here. */
export async function enrolDevice(
  db: ScopedDb,
  hashOf: (token: string) => Buffer,
  now: Date,
): Promise<{ readonly device: string; readonly token: string }> {
  const [device, token] = [newId(now), newToken()]
  await insertDevice(db, { id: device, hash: hashOf(token), now })
  return { device, token }
}

/** A lost phone gets no list of doors any more; what it still holds is received, marked. */
export async function revokeDevice(
  db: ScopedDb,
  id: string,
  now: Date,
): Promise<Result<undefined, CampaignRefusal>> {
  return (await revokeDeviceRow(db, id, now)) ? accept() : refuse({ because: 'no_such_device' })
}
