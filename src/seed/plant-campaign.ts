import type { Secrets } from '../access/secrets.ts'
import type { Database } from '../db/connect.ts'
import { addDays, type CalendarDay } from '../kernel/calendar-day.ts'
import { homeId } from '../places/domain/home-id.ts'
import { waitInstrument, wrapKey } from '../survey/public.ts'
import type { SurveyEvent } from '../survey/domain/event.ts'
import { DOOR_WORDING } from '../survey/domain/phone-words.ts'
import { newKeyPair, publicKeyOf, seal } from '../survey/domain/seal.ts'
import { demoAccountId } from './demo-people.ts'
import { type InventedKnock, KNOCKS } from './doors.fr.ts'
import { seedId } from './neighbourhood.ts'

const SPACE = seedId('space', 'tilleuls')
const STAIRCASE = seedId('staircase', 'Résidence des Tilleuls', 'Bâtiment C', '16')
const [CAMPAIGN, KEY, DEVICE] = [seedId('campaign'), seedId('campaign key'), seedId('device', 'aminata')]
const WALKER = demoAccountId('aminata')

/** A campaign under way: what its phone sent lies sealed, as it came; the job opens it as any other. */
export async function plantCampaign(
  db: Database,
  today: CalendarDay,
  now: Date,
  secrets: Secrets,
): Promise<void> {
  const rooms = db.withSchema('union_space')
  const { publicKey, privateKey } = await newKeyPair()
  const { version } = await waitInstrument()
  const days = { starts_on: addDays(today, -10), ends_on: addDays(today, 20) }
  await rooms
    .insertInto('survey_campaign')
    .values(campaignRow({ publicKey, version }, days, now))
    .execute()
  await plantRound(rooms, days, now)
  await plantPhone(rooms, secrets, now)
  await rooms
    .insertInto('survey_key')
    .values(keyRow(wrapKey(secrets, KEY, privateKey), now))
    .execute()
  const events = KNOCKS.flatMap((knock, at) => eventsOf(knock, at, version, today))
  await rooms
    .insertInto('survey_envelope')
    .values(await sealedRows(events, publicKey, now))
    .execute()
}

type Days = { readonly starts_on: CalendarDay; readonly ends_on: CalendarDay }

const campaignRow = (
  { publicKey, version }: { readonly publicKey: string; readonly version: string },
  days: Days,
  now: Date,
) => ({
  ...days,
  space_id: SPACE,
  id: CAMPAIGN,
  name: 'Les attentes de l’entrée 16',
  form: version,
  key_id: KEY,
  public_key: publicKey,
  recorded_by: demoAccountId('ines'),
  recorded_at: now,
})

const keyRow = (sealedKey: Buffer, now: Date) => ({
  space_id: SPACE,
  id: KEY,
  campaign_id: CAMPAIGN,
  sealed_private_key: sealedKey,
  made_at: now,
})

/** Who walks this entrance. */
async function plantRound(rooms: Database, days: Days, now: Date): Promise<void> {
  await rooms
    .insertInto('survey_assignment')
    .values({
      space_id: SPACE,
      recorded_by: demoAccountId('ines'),
      recorded_at: now,
      id: seedId('assignment'),
      campaign_id: CAMPAIGN,
      staircase_id: STAIRCASE,
      account_id: WALKER,
      from_on: days.starts_on,
      to_on: days.ends_on,
      instructions: 'Commencer par le bas\u202f; l’interphone est en panne.',
    })
    .execute()
}

/** Nobody holds this phone any more: it sends no more. */
async function plantPhone(rooms: Database, secrets: Secrets, now: Date): Promise<void> {
  await rooms
    .insertInto('survey_device')
    .values({
      space_id: SPACE,
      id: DEVICE,
      account_id: WALKER,
      token_hash: secrets.hash('survey-device', seedId('no token')),
      enrolled_at: now,
      revoked_at: now,
    })
    .execute()
}

async function sealedRows(events: readonly SurveyEvent[], publicKey: string, now: Date) {
  const key = await publicKeyOf(publicKey)
  const rows = []
  let prev = ''
  for (const [at, event] of events.entries()) {
    const head = { device: DEVICE, seq: at + 1, prev, campaign: CAMPAIGN, key: KEY }
    const sealed = await seal(event, key, head)
    if (!sealed.ok) throw new Error('an invented word is too long')
    rows.push({
      space_id: SPACE,
      id: event.id,
      sha256: sealed.value.sha256,
      device_id: DEVICE,
      seq: head.seq,
      prev,
      campaign_id: CAMPAIGN,
      key_id: KEY,
      body: Buffer.from(sealed.value.bytes),
      sent_by: DEVICE,
      received_at: now,
      marks: [],
    })
    prev = sealed.value.sha256
  }
  return rows
}

type Told = {
  readonly [K in SurveyEvent['kind']]: Pick<Extract<SurveyEvent, { kind: K }>, 'kind' | 'body'>
}[SurveyEvent['kind']]

/** Six minutes from door to door. */
function eventsOf(
  knock: InventedKnock,
  at: number,
  form: string,
  today: CalendarDay,
): readonly SurveyEvent[] {
  const visit = seedId('visit', String(at))
  const time = new Date(Date.parse(`${addDays(today, -1)}T09:00:00Z`) + at * 6 * 60_000)
  const base = {
    visit,
    door: homeId(SPACE, STAIRCASE, knock),
    form,
    at: time.toISOString(),
    boot: { id: 'demo', ms: at },
  }
  // A kind and its body come together from `toldAt`.
  return toldAt(knock, today).map(
    (told, n) => ({ ...base, ...told, id: seedId('told', visit, String(n)) }) as SurveyEvent,
  )
}

function toldAt(
  { floor, position, outcome, comeBackIn, waits = [], callBack }: InventedKnock,
  today: CalendarDay,
): readonly Told[] {
  const agreed = [
    ...(waits.length > 0 ? (['kept'] as const) : []),
    ...(callBack ? (['called_back'] as const) : []),
  ]
  const comeBackOn = comeBackIn === undefined ? null : addDays(today, comeBackIn)
  return [
    { kind: 'visit_opened', body: { staircase: STAIRCASE, floor, position, sampling: 'systematic' } },
    { kind: 'outcome_noted', body: { outcome, comeBackOn } },
    ...waits.flatMap((wait, rank) =>
      Object.entries(wait).map(([name, value]): Told => ({
        kind: 'answer_set',
        body: { path: `/delais/wait[${rank + 1}]/${name}`, value },
      })),
    ),
    ...agreed.map((purpose): Told => ({
      kind: 'consent_given',
      body: { purpose, wording: `${DOOR_WORDING}.fr` },
    })),
    ...(callBack ? [{ kind: 'contact_given', body: callBack } as const] : []),
    { kind: 'visit_closed', body: {} },
  ]
}
